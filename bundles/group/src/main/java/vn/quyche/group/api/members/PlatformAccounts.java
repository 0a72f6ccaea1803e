package vn.quyche.group.api.members;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Platform;

/**
 * The accounts of staff on Zalo and Viber. Members give theirs; leaders and administrators of the groups to which somebody
 * belongs, and holders of {@code group:settle}, see and verify them, and nobody else. Clauses BC.6.1 and BC.6.2.
 */
@ProviderType
public interface PlatformAccounts {

    /** Which accounts. */
    enum Standing {
        /** Not given yet. */
        OPEN,
        /** Given and not verified. */
        UNVERIFIED,
        /** Verified. */
        VERIFIED
    }

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param platform where
     * @param groupId only members of the group, on its platform
     * @param standing which
     * @param text part of the name, without regard to case and diacritics
     */
    record Query(
            Optional<Platform> platform,
            Optional<String> groupId,
            Optional<Standing> standing,
            Optional<String> text) {}

    /** The caller's own, one for each platform on which they belong to a group. */
    List<PlatformAccount> mine(Caller caller);

    /**
     * Gives the caller's account; a change makes the verification void.
     *
     * @param account phone number or name of the account, 2 to 100 characters
     * @param installed that it is installed on their own device
     * @throws vn.quyche.core.api.error.Conflict {@code group.account-taken} when somebody else gave the same phone number
     */
    PlatformAccount give(Caller caller, Platform platform, String account, boolean installed, long version);

    /** Says that the account is somebody's, as it was seen. */
    PlatformAccount verify(
            Caller caller, String personId, Platform platform, PlatformAccount.Method method, long version);

    /** Accounts of those whom the caller administers, by name; also of those who gave none. */
    Page<PlatformAccount> list(Caller caller, Query query, PageRequest page);

    /** Whether the caller administers anybody. */
    boolean administers(Caller caller);
}
