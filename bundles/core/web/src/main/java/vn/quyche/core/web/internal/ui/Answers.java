package vn.quyche.core.web.internal.ui;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.core.api.ui.View;

/** Writes answers with the headers that keep browsers safe. */
final class Answers {

    /** Letters of a file name: three bytes each, and three characters for each of them in the header. */
    private static final int NAME = 150;

    private static final int ENDING = 10;
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FILE_POLICY = "default-src 'none'; img-src 'self'; frame-ancestors 'none'";
    /** What browsers may show by themselves; anything else is saved. */
    private static final Set<String> SHOWABLE =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain");

    /** In bytes: below it, the packing is not won back. Cards and lines of lists are mostly above. */
    private static final int WORTH_ZIPPING = 500;

    private Answers() {}

    /** The headers of an answer that a browser may show by itself. */
    static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** Lets the script of one page talk with a program on the visitor's own PC, and with nobody else. */
    static void connecting(HttpServletResponse response, String origin) {
        response.setHeader("Content-Security-Policy", POLICY + "; connect-src 'self' " + origin);
    }

    /**
     * The header of what a page is made of, be it a style sheet or a piece that the page's script asked for: rules for
     * pages would make the first view longer and bind nobody.
     */
    static void protectPart(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    static void html(Visit visit, int status, String html) throws IOException {
        HttpServletResponse response = visit.response();
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        if (!visit.fragment()) {
            response.setHeader("Content-Language", visit.locale().getLanguage());
        }
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        if (body.length >= WORTH_ZIPPING && acceptsGzip(visit.request())) {
            response.setHeader("Content-Encoding", "gzip");
            body = Gzip.of(body);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static void redirect(Visit visit, String path) {
        HttpServletResponse response = visit.response();
        response.setHeader("Cache-Control", "no-store");
        if (visit.byScript()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader("X-Quyche-Location", path);
        } else if (visit.fragment()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader("HX-Redirect", path);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        }
    }

    static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }

    static void download(Visit visit, View.Download download) throws IOException {
        HttpServletResponse response = visit.response();
        String type = download.contentType();
        boolean inline = download.inline() && SHOWABLE.contains(type);
        response.setContentType(type.startsWith("text/") ? type + "; charset=utf-8" : type);
        if (!type.equals("application/pdf")) {
            response.setHeader("Content-Security-Policy", FILE_POLICY + "; sandbox");
        }
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Disposition", disposition(inline, download.fileName()));
        boolean zipped = type.startsWith("text/") && acceptsGzip(visit.request());
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        OutputStream plain = new BufferedOutputStream(response.getOutputStream());
        try (OutputStream out = zipped ? Gzip.to(plain) : plain) {
            download.content().writeTo(out);
        }
    }

    /**
     * Writes a table.
     *
     * @param written is told after each row, so that it is known what went out when somebody breaks off
     */
    static void table(Visit visit, View.Table table, Runnable written) throws IOException {
        HttpServletResponse response = visit.response();
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Disposition", disposition(false, table.fileName() + ".csv"));
        try (Stream<List<String>> rows = table.rows();
                Writer out = new OutputStreamWriter(
                        new BufferedOutputStream(response.getOutputStream()), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            out.write(line(table.header()));
            rows.forEach(row -> {
                try {
                    out.write(line(row));
                    written.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Answers::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A name that fits a header and a file system, with its ending. */
    private static String cut(String name) {
        if (name.codePointCount(0, name.length()) <= NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > ENDING ? "" : name.substring(dot);
        return name.substring(0, name.offsetByCodePoints(0, NAME - ending.length())) + ending;
    }

    /** A cell; one that Excel would take for a formula gets an apostrophe in front. */
    static String cell(String value) {
        String text = value == null ? "" : value;
        boolean formula =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9]+([.,][0-9]+)?");
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Names with diacritics as RFC 6266 writes them, beside a plain one for old programs; long ones are cut. */
    static String disposition(boolean inline, String whole) {
        String fileName = cut(whole);
        String plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UiUrl.encode(fileName).replace("+", "%20");
    }
}
