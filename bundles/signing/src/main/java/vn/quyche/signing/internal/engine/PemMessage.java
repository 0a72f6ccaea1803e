package vn.quyche.signing.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message in PEM (RFC 7468), as OpenSSL writes it: one block, and nothing before or behind it that nobody signed. */
final class PemMessage {

    private static final Pattern WHOLE =
            Pattern.compile("\\s*-----BEGIN (CMS|PKCS7)-----\\s([A-Za-z0-9+/=\\s]*+)-----END \\1-----\\s*");

    private PemMessage() {}

    /** The message in it; empty when the file is anything else. */
    static Optional<byte[]> of(byte[] file) {
        Matcher whole = WHOLE.matcher(new String(file, StandardCharsets.ISO_8859_1));
        if (!whole.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(whole.group(2).replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
