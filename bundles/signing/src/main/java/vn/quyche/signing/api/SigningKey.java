package vn.quyche.signing.api;

import java.time.Instant;

/**
 * Where the key of a token is. The key itself is never shown.
 *
 * @param tokenId the token
 * @param serial its serial
 * @param kind in what the key is
 * @param library the name of the library that talks to the device, or of the remote service; empty for files
 * @param slotIndex the place of the device in the list of slots, from 0
 * @param scheme how it signs: {@code RSA_PKCS1}, {@code RSA_PSS} or {@code ECDSA}
 * @param wrongPins wrong PINs one after the other
 * @param confirmed whether who has it confirms each signature in the app of the remote service, in place of a PIN here
 * @param addedBy who added it
 * @param addedAt when
 */
public record SigningKey(
        String tokenId,
        String serial,
        Kind kind,
        String library,
        int slotIndex,
        String scheme,
        int wrongPins,
        boolean confirmed,
        String addedBy,
        Instant addedAt) {

    /** After so many wrong PINs nobody tries again until the keeper of tokens says so: most devices lock after a few more. */
    public static final int MOST_WRONG_PINS = 2;

    /** In what a key is. */
    public enum Kind {
        /** A device that is plugged into the server. */
        DEVICE,
        /** An encrypted file (PKCS#12): for tests, districts and schools that may. */
        FILE,
        /** With a remote signing service. */
        REMOTE
    }

    /** Whether no PIN is tried any more. */
    public boolean barred() {
        return wrongPins >= MOST_WRONG_PINS;
    }
}
