package vn.quyche.core.web.internal.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Styles, scripts, fonts and pictures of the shell: few, small, read once. Their address holds a version made from their
 * content, so that browsers may keep them for a year.
 */
final class Assets {

    private static final List<String> NAMES = List.of(
            "quyche.css",
            "quyche.js",
            "htmx.min.js",
            "placer.css",
            "placer.js",
            "be-vietnam-pro-latin-400.woff2",
            "be-vietnam-pro-latin-600.woff2",
            "be-vietnam-pro-vietnamese-400.woff2",
            "be-vietnam-pro-vietnamese-600.woff2",
            "chevron.svg",
            "favicon.svg");

    private static final String PREFIX = "/assets/";
    private static final Pattern REMARK = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    /** Before a colon it means something: a part of what stands before it. */
    private static final Pattern AROUND_SIGNS = Pattern.compile("\\s*([{};])\\s*");

    private static final Map<String, Asset> ALL = load();
    private static final String VERSION = version();

    private Assets() {}

    /** The address of an asset. */
    static String path(String name) {
        if (!ALL.containsKey(name)) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return PREFIX + VERSION + "/" + name;
    }

    /** Serves an asset; any version gets the newest, but only the right one may be kept. */
    static void serve(List<String> path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> found = path.size() == 3 ? Optional.ofNullable(ALL.get(path.get(2))) : Optional.empty();
        if (found.isEmpty()) {
            Answers.protect(response);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = found.get();
        if (asset.page()) {
            Answers.protect(response);
        } else {
            Answers.protectPart(response);
        }
        response.setHeader("ETag", asset.etag());
        response.setHeader(
                "Cache-Control",
                path.get(1).equals(VERSION) ? "public, max-age=31536000, immutable" : "public, max-age=60");
        if (asset.zipped().length > 0) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (asset.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        boolean zipped = asset.zipped().length > 0 && Answers.acceptsGzip(request);
        byte[] body = zipped ? asset.zipped() : asset.plain();
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Asset> load() {
        Map<String, Asset> assets = new TreeMap<>();
        try {
            for (String name : NAMES) {
                assets.put(name, Asset.of(name, content(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(assets);
    }

    /** Our styles stand on Bootstrap's and come with them: one answer in place of two. */
    private static byte[] content(String name) throws IOException {
        byte[] own = slim(name, packed(name));
        if (!name.equals("quyche.css")) {
            return own;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(packed("bootstrap-reboot.min.css"));
        both.write('\n');
        both.write(own);
        return both.toByteArray();
    }

    private static byte[] packed(String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(PREFIX + name)) {
            if (in == null) {
                throw new IllegalStateException("The asset " + name + " was not packed");
            }
            return in.readAllBytes();
        }
    }

    /** Our own styles and scripts without remarks and indents: the first view is short of bytes. */
    private static byte[] slim(String name, byte[] content) {
        if (!name.equals("quyche.css") && !name.equals("quyche.js")) {
            return content;
        }
        String lines = REMARK.matcher(new String(content, StandardCharsets.UTF_8))
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
        String slim = name.endsWith(".css")
                ? AROUND_SIGNS
                        .matcher(lines)
                        .replaceAll("$1")
                        .replace(": ", ":")
                        .replace(", ", ",")
                : lines;
        return slim.getBytes(StandardCharsets.UTF_8);
    }

    private static String version() {
        MessageDigest digest = sha256();
        new TreeMap<>(ALL).values().forEach(asset -> digest.update(asset.plain()));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private record Asset(String type, String etag, byte[] plain, byte[] zipped) {

        static Asset of(String name, byte[] content) throws IOException {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            String type = switch (ending) {
                case "css" -> "text/css; charset=utf-8";
                case "js" -> "text/javascript; charset=utf-8";
                case "svg" -> "image/svg+xml";
                case "woff2" -> "font/woff2";
                default -> throw new IllegalArgumentException(name);
            };
            String etag =
                    '"' + HexFormat.of().formatHex(sha256().digest(content)).substring(0, 16) + '"';
            return new Asset(type, etag, content, ending.equals("woff2") ? new byte[0] : Gzip.of(content));
        }

        /** Whether browsers show it by itself. */
        boolean page() {
            return type.equals("image/svg+xml");
        }
    }
}
