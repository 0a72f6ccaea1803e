package vn.quyche.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * Every page that can be reached by links, as those who work with it see it: nothing for axe-core to find in both themes
 * and at both widths, nothing in the console, nothing from elsewhere, no code in place of a word, light to load.
 *
 * <p>It comes last, so that it finds what the other tests have left to look at. With {@code -Dquyche.pictures=true} there
 * are pictures of all pages in {@code target/screenshots}.
 */
@Order(9)
@ExtendWith(OneSchool.class)
class PagesIT {

    private static final String AXE = resource("/axe.min.js");
    private static final String LOOK = resource("/look.js");
    private static final Path PICTURES = Path.of(System.getProperty("quyche.screenshots"));
    /** They cost minutes, and are for those who look at what they made: {@code -Dquyche.pictures=true}. */
    private static final boolean TAKE_PICTURES = Boolean.getBoolean("quyche.pictures");

    private static final int FIRST_VIEW = 100 * 1024;
    private static final int NEXT_VIEW = 20 * 1024;
    /** Pages that show paper: the document as it will be signed, pictures of signatures and of the seal. */
    private static final String PAPER = ".* /signing/(sign|pictures)/\\*.*";

    private static final int PAPER_VIEW = 120 * 1024;
    /** Of pages that differ only in what they show, so many are looked at: states differ. */
    private static final int OF_ONE_KIND = 3;

    private final DemoSchool school;
    private final Chromium browser;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();

    PagesIT(DemoSchool school, Chromium browser) {
        this.school = school;
        this.browser = browser;
    }

    @Test
    void areFlawless() {
        browser.desk();
        for (DemoSchool.Person person : List.of(school.principal, school.admin, school.clerk, school.teacher)) {
            crawl(person);
        }
        manyAtOnce();
        assertThat(examples).hasSizeGreaterThan(60);
        inEnglish();
        withoutSession();
        assertThat(found).isEmpty();
    }

    @Test
    void areLightToLoad() {
        // what the sign-in page still fetches is no part of the view
        browser.desk().as(school.principal).settled();
        browser.forgetCache();
        browser.traffic();
        browser.open("/");
        assertThat(browser.traffic().bytes()).as("bytes of the first view").isBetween(10_000L, (long) FIRST_VIEW);
    }

    private void crawl(DemoSchool.Person person) {
        browser.as(person).open("/");
        browser.traffic();
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> met = new HashSet<>(waiting);
        Map<String, Integer> ofKind = new HashMap<>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            String kind = kind(address);
            boolean known = examples.containsKey(kind);
            int enough = known && !person.equals(school.principal) ? 1 : OF_ONE_KIND;
            if (ofKind.merge(kind, 1, Integer::sum) > enough) {
                continue;
            }
            browser.open(address);
            boolean fresh = examples.putIfAbsent(kind, address) == null;
            look(person.userName() + " " + kind, "vi");
            network(person.userName() + " " + kind);
            if (fresh) {
                everyWay(kind);
            }
            for (String link : links()) {
                if (met.add(link)) {
                    waiting.add(link);
                }
            }
        }
    }

    /** The page that signs many documents is reached by choosing them. */
    private void manyAtOnce() {
        browser.as(school.principal).open("/signing/sign");
        browser.traffic();
        browser.all("#list [data-pick]").get(0).click();
        browser.shown(By.cssSelector(".bulk button")).click();
        browser.see("Mã PIN").settled();
        look("many at once", "vi");
        network("many at once");
        everyWay("/signing/batches/new");
    }

    /** Both themes and both widths, crosswise: each axe run costs a quarter of a second; and the pictures. */
    private void everyWay(String kind) {
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

    private void theme(String theme) {
        browser.script("document.documentElement.dataset.theme = arguments[0]", theme);
    }

    private void picture(String name) {
        if (TAKE_PICTURES) {
            browser.picture(PICTURES.resolve(name + ".jpg"));
        }
    }

    private void axe(String where) {
        Object violations = browser.later("const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.flatMap(v => v.nodes.map("
                + "n => v.id + ': ' + n.target.join(' ') + ' ' + n.html.slice(0, 160)))), e => done(['axe: ' + e]))");
        note(where, violations);
    }

    private void look(String where, String language) {
        note(where, browser.script(LOOK, language));
    }

    private void note(String where, Object lines) {
        for (Object line : (List<?>) lines) {
            if (found.computeIfAbsent(where, w -> new LinkedHashSet<>()).add(String.valueOf(line))) {
                // told at once: the pictures of a page are looked at while the others are still being made
                System.out.println(where + ": " + line);
            }
        }
    }

    private void network(String where) {
        Chromium.Traffic traffic = browser.traffic();
        List<String> lines = new ArrayList<>(traffic.console());
        traffic.foreign().forEach(host -> lines.add("asked another host: " + host));
        if (traffic.bytes() > (where.matches(PAPER) ? PAPER_VIEW : NEXT_VIEW)) {
            lines.add("heavy: " + traffic.bytes() + " bytes");
        }
        note(where, lines);
    }

    /** One page of each kind in the other language. */
    private void inEnglish() {
        browser.as(school.principal).open("/");
        browser.language("en");
        Map<String, String> pages = new LinkedHashMap<>(examples);
        pages.forEach((kind, address) -> {
            browser.open(address);
            look("in English " + kind, "en");
        });
        browser.language("vi");
        browser.traffic();
    }

    /** The pages of those who are not signed in, and those that say no. */
    private void withoutSession() {
        browser.nobody().open("/");
        examples.put("/sign-in", "/sign-in");
        everyWay("/sign-in");
        browser.as(school.teacher);
        for (String refused : List.of("/no-such-page", "/security/accounts")) {
            browser.open(refused);
            look("refused " + refused, "vi");
            everyWay("refused" + refused);
        }
        browser.traffic();
    }

    /** The path with every id as a star: pages of the same template. */
    private static String kind(String address) {
        String path = address.replaceAll("\\?.*", "");
        return path.replaceAll("/[0-9][0-9A-HJKMNP-TV-Z]{25}", "/*")
                .replaceAll(
                        "(/compliance/parameters|/compliance/standing/clauses|/platform/modules|/security/roles|/signing/remote)/(?!new)[^/]+",
                        "$1/*");
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>)
                browser.script(
                        "return [...document.querySelectorAll('a[href]')]"
                                + ".filter(a => a.host === location.host && !a.hash && !a.download)"
                                + ".map(a => a.pathname + a.search)"
                                + ".filter(p => !/\\.csv|\\.pdf|\\.docx|\\/files?(\\/|$)|\\/export|^\\/api|^\\/soap|^\\/assets|calendar\\/|after=|month=|\\.ics/.test(p))");
    }

    private static String resource(String name) {
        try (InputStream in = PagesIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
