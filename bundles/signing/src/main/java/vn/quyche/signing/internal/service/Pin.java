package vn.quyche.signing.internal.service;

import java.util.Arrays;
import java.util.function.Function;
import vn.quyche.core.api.error.Checks;

/** What opens a key: it stands in memory while it is needed, and is wiped whatever comes of it. */
final class Pin {

    private static final int LONGEST = 200;

    private Pin() {}

    /** Does something with a PIN, which may be missing, and wipes it. */
    static <T> T use(char[] pin, Function<char[], T> work) {
        char[] secret = pin == null ? new char[0] : pin;
        try {
            return work.apply(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    static void check(Checks checks, char[] pin) {
        checks.that(pin.length > 0, "pin", "core.required");
        checks.that(pin.length <= LONGEST, "pin", "core.too-long", LONGEST, pin.length);
    }
}
