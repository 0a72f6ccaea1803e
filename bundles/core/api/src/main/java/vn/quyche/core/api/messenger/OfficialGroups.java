package vn.quyche.core.api.messenger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** The register of official groups, as connections to platforms need it. */
@ProviderType
public interface OfficialGroups {

    /**
     * An official group.
     *
     * @param id its id
     * @param code its short code
     * @param name its name
     * @param link the path of its page
     */
    record OfficialGroup(String id, String code, String name, String link) {}

    /** The groups in force today that the caller may see, by name. */
    List<OfficialGroup> open(Caller caller);

    /** A group, also one that has ended; empty when the caller may not see it. */
    Optional<OfficialGroup> find(Caller caller, String groupId);

    /** The ids of the people who belong to a group today by its rule; empty when there is no such group. */
    Set<String> members(String groupId);
}
