package vn.quyche.group.api.members;

import java.time.Instant;
import java.util.Optional;
import vn.quyche.group.api.Platform;

/**
 * How somebody is reached on a platform. Clauses BC.6.1 and BC.6.2.
 *
 * @param personId who
 * @param name the full name
 * @param platform where
 * @param stage how far they came
 * @param account the phone number or name of the account; empty when it was not given
 * @param givenAt when it was given
 * @param verification that somebody saw that it is theirs; empty after each change
 * @param version grows with each change, 0 when nothing was given yet
 */
public record PlatformAccount(
        String personId,
        String name,
        Platform platform,
        Stage stage,
        String account,
        Optional<Instant> givenAt,
        Optional<Verification> verification,
        long version) {

    /** How far somebody came. */
    public enum Stage {
        /** Nothing is known. */
        NONE,
        /** Installed on their own device, as they say. */
        INSTALLED,
        /** In a group of the school there, as its leader confirmed. */
        JOINED
    }

    /** How it was seen that an account is somebody's. */
    public enum Method {
        /** Found in the group. */
        IN_GROUP,
        /** Called. */
        CALL,
        /** Shown on the device. */
        IN_PERSON
    }

    /** That an account was verified. */
    public record Verification(Instant at, String by, Method method) {}

    /** Whether the account is still to be given. */
    public boolean open() {
        return account.isEmpty();
    }
}
