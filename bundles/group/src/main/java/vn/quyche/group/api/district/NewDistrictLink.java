package vn.quyche.group.api.district;

import java.util.Optional;

/**
 * How the school shall be connected with its district.
 *
 * @param address {@code https} and a host; {@code http} only on this machine; empty ends the connection
 * @param token the token that the district made for the school; empty keeps the one that is there
 * @param sends whether the school sends its list by itself
 */
public record NewDistrictLink(String address, Optional<String> token, boolean sends) {

    public NewDistrictLink {
        token = token == null ? Optional.empty() : token;
    }

    /** Without the token, which no log may see. */
    @Override
    public String toString() {
        return "NewDistrictLink[" + address + "]";
    }
}
