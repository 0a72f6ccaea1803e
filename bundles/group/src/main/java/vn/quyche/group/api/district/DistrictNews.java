package vn.quyche.group.api.district;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The connection with the district, and what its lists change. Clause TB.4. */
@ProviderType
public interface DistrictNews {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text part of the name of the group or the school, without regard to case and diacritics
     * @param kind what happened
     * @param ownOnly only this school's groups
     */
    record Query(Optional<String> text, Optional<DistrictChange.Kind> kind, boolean ownOnly) {}

    /** How the school is connected; takes {@code group:register}. */
    DistrictLink link(Caller caller);

    /**
     * Connects the school with its district, or ends it; takes {@code group:register}.
     *
     * @param version the version that was seen, 0 for none
     * @throws vn.quyche.core.api.error.Invalid {@code group.token-for-new-address} when the address is another and no token
     *     comes with it
     */
    DistrictLink connect(Caller caller, long version, NewDistrictLink link);

    /** What the lists changed, newest first; takes {@code group:read}. */
    Page<DistrictChange> changes(Caller caller, Query query, PageRequest page);
}
