package vn.quyche.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the page that a browser shows, and tells what is wrong with it. */
final class PageCheck {

    private static final String AXE = resource("/axe.min.js");
    private static final String LOOK = resource("/look.js");
    private static final Path PICTURES = Path.of(System.getProperty("quyche.screenshots"));
    /** They cost minutes, and are for those who look at what they made: {@code -Dquyche.pictures=true}. */
    private static final boolean TAKE_PICTURES = Boolean.getBoolean("quyche.pictures");

    private static final int NEXT_VIEW = 20 * 1024;
    /** Pages that show paper: the document as it will be signed, pictures of signatures and of the seal. */
    private static final String PAPER = ".* /signing/(sign|pictures)/\\*.*";

    private static final int PAPER_VIEW = 120 * 1024;

    final Chromium browser;
    private final Findings findings;

    PageCheck(Chromium browser, Findings findings) {
        this.browser = browser;
        this.findings = findings;
    }

    /** Both themes and both widths, crosswise: each axe run costs a quarter of a second; and the pictures. */
    void everyWay(String kind) {
        String name = kind.equals("/") ? "home" : kind.substring(1).replaceAll("[^a-z0-9.-]+", "_");
        browser.script(AXE + "; window.axe = axe;");
        picture("desk/" + name);
        axe(kind + " on the desk");
        theme("dark");
        browser.phone();
        picture("dark/" + name);
        axe(kind + " on the phone, dark");
        theme("light");
        picture("phone/" + name);
        look(kind + " on the phone", "vi");
        browser.desk();
    }

    /** Words and layout. */
    void look(String where, String language) {
        findings.note(where, (List<?>) browser.script(LOOK, language));
    }

    /** The console, other hosts, and the weight of what was loaded since the last time. */
    void network(String where) {
        Chromium.Traffic traffic = browser.traffic();
        List<String> lines = new ArrayList<>(traffic.console());
        traffic.foreign().forEach(host -> lines.add("asked another host: " + host));
        if (traffic.bytes() > (where.matches(PAPER) ? PAPER_VIEW : NEXT_VIEW)) {
            lines.add("heavy: " + traffic.bytes() + " bytes");
        }
        findings.note(where, lines);
    }

    /** Where the page leads to within the school, files left out. */
    @SuppressWarnings("unchecked")
    List<String> links() {
        return (List<String>)
                browser.script(
                        "return [...document.querySelectorAll('a[href]')]"
                                + ".filter(a => a.host === location.host && !a.hash && !a.download)"
                                + ".map(a => a.pathname + a.search)"
                                + ".filter(p => !/\\.csv|\\.pdf|\\.docx|\\/files?(\\/|$)|\\/export|^\\/api|^\\/soap|^\\/assets|calendar\\/|after=|month=|\\.ics/.test(p))");
    }

    /** The path with every id as a star: pages of the same template. */
    static String kind(String address) {
        String path = address.replaceAll("\\?.*", "");
        return path.replaceAll("/[0-9][0-9A-HJKMNP-TV-Z]{25}", "/*")
                .replaceAll(
                        "(/compliance/parameters|/compliance/standing/clauses|/platform/modules|/security/roles|/signing/remote)/(?!new)[^/]+",
                        "$1/*");
    }

    private void axe(String where) {
        Object violations = browser.later("const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.flatMap(v => v.nodes.map("
                + "n => v.id + ': ' + n.target.join(' ') + ' ' + n.html.slice(0, 160)))), e => done(['axe: ' + e]))");
        findings.note(where, (List<?>) violations);
    }

    private void theme(String theme) {
        browser.script("document.documentElement.dataset.theme = arguments[0]", theme);
    }

    private void picture(String name) {
        if (TAKE_PICTURES) {
            browser.picture(PICTURES.resolve(name + ".jpg"));
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageCheck.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
