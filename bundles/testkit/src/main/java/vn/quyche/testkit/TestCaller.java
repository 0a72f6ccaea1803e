package vn.quyche.testkit;

import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;

/** Makes callers. */
public final class TestCaller {

    private TestCaller() {}

    /** A person who is signed in; the account is {@code account-<personId>}. */
    public static Caller person(String personId) {
        return through(Door.UI, "account-" + personId, Optional.of(personId));
    }

    /** A technical account without a person, calling over REST. */
    public static Caller machine(String accountId) {
        return through(Door.REST, accountId, Optional.empty());
    }

    /** The platform itself. */
    public static Caller system() {
        return Caller.system("test");
    }

    private static Caller through(Door door, String accountId, Optional<String> personId) {
        return new Caller(
                accountId,
                personId,
                personId.orElse(accountId),
                door,
                "127.0.0.1",
                "test",
                Locale.forLanguageTag("vi"),
                Optional.empty());
    }
}
