package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The icons of the shell's one set, read from its own resources. */
final class Icons {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern SVG = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">\\s+<");
    private static final Pattern BEYOND_HUNDREDTHS = Pattern.compile("(\\.\\d\\d)\\d+");
    private static final Pattern LAST_ZERO = Pattern.compile("(\\.[1-9])0(?!\\d)");
    private static final String MISSING = "square";

    private final Map<String, String> read = new ConcurrentHashMap<>();

    /** The inline picture, hidden from screen readers; a plain square when there is no such icon. */
    String svg(String name) {
        return read.computeIfAbsent(NAME.matcher(name).matches() ? name : MISSING, Icons::load);
    }

    /** Without what nobody sees at 16 pixels: the menu and the cards show thirty of them in the first view. */
    private static String slim(String drawing) {
        String joined = BETWEEN_TAGS.matcher(drawing.strip()).replaceAll("><");
        String rounded = BEYOND_HUNDREDTHS.matcher(joined).replaceAll("$1");
        return LAST_ZERO.matcher(rounded).replaceAll("$1");
    }

    private static String load(String name) {
        try (InputStream in = Icons.class.getResourceAsStream("/ui/icons/" + name + ".svg")) {
            if (in == null) {
                return load(MISSING);
            }
            Matcher svg = SVG.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!svg.find()) {
                throw new IllegalStateException("ui/icons/" + name + ".svg is no picture");
            }
            return "<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\">"
                    + slim(svg.group(1)) + "</svg>";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
