package vn.quyche.core.web.internal.ui;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths and percent encoding, read strictly: what is not UTF-8 is refused, not guessed. */
final class UiPath {

    private UiPath() {}

    /** The parts of a path that needs no decoding. */
    static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return List.copyOf(parts);
    }

    /** The parts of a path as it came over the wire, decoded and in NFC; empty when it is malformed. */
    static Optional<List<String>> decode(String rawPath) {
        List<String> parts = new ArrayList<>();
        for (String part : rawPath.split("/")) {
            if (part.isEmpty()) {
                continue;
            }
            Optional<String> decoded = percentDecode(part, false);
            if (decoded.isEmpty()
                    || decoded.get().chars().anyMatch(Character::isISOControl)
                    || decoded.get().equals(".")
                    || decoded.get().equals("..")) {
                return Optional.empty();
            }
            parts.add(decoded.get());
        }
        return Optional.of(List.copyOf(parts));
    }

    /** Decodes percent encoding as strict UTF-8 to NFC; empty when it is malformed. */
    static Optional<String> percentDecode(String text, boolean plusIsSpace) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    return Optional.empty();
                }
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) (high * 16 + low);
                i += 3;
            } else if (c == '+' && plusIsSpace) {
                bytes[length++] = ' ';
                i++;
            } else if (c < 128) {
                bytes[length++] = (byte) c;
                i++;
            } else {
                return Optional.empty();
            }
        }
        return utf8(bytes, length);
    }

    /** The bytes as strict UTF-8 in NFC; empty when they are not UTF-8. */
    static Optional<String> utf8(byte[] bytes, int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A path of our own to go to; anything that could lead to another host becomes the home page. */
    static String local(String path) {
        boolean ours = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(c -> c < 32 || c == 127);
        return ours ? path : "/";
    }
}
