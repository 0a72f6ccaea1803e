package vn.quyche.district.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A school to register, or what it shall be from now on.
 *
 * @param code its code, 1 to 40 characters
 * @param name its full name, 1 to 200 characters
 * @param address where its container answers: {@code https} and no path; {@code http} only on this machine
 * @param door how its list comes
 * @param token the token that the school made for the district; empty keeps the one that is there
 * @param accountName the user name of the account by which it sends its list
 * @param activeFrom the first day on which it belongs to the district
 * @param activeTo the last day
 */
public record NewDistrictSchool(
        String code,
        String name,
        String address,
        CollectDoor door,
        Optional<String> token,
        Optional<String> accountName,
        LocalDate activeFrom,
        Optional<LocalDate> activeTo) {

    public NewDistrictSchool {
        token = token == null ? Optional.empty() : token;
        accountName = accountName == null ? Optional.empty() : accountName;
        activeTo = activeTo == null ? Optional.empty() : activeTo;
    }

    /** Without the token, which no log may see. */
    @Override
    public String toString() {
        return "NewDistrictSchool[" + code + "]";
    }
}
