package vn.quyche.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * Every page that can be reached by links, as those who work with it see it: nothing for axe-core to find in both themes
 * and at both widths, nothing in the console, nothing from elsewhere, no code in place of a word, light to load.
 *
 * <p>It comes last, so that it finds what the other tests have left to look at. Two browsers look at once: one leaves a
 * processor idle for half of its time. With {@code -Dquyche.pictures=true} there are pictures of all pages in {@code
 * target/screenshots}.
 */
@Order(9)
@ExtendWith(OneSchool.class)
class PagesIT {

    private static final int FIRST_VIEW = 100 * 1024;

    private final DemoSchool school;
    private final Chromium browser;
    private final Findings findings = new Findings();

    PagesIT(DemoSchool school, Chromium browser) {
        this.school = school;
        this.browser = browser;
    }

    @Test
    void areFlawless() throws Exception {
        try (Chromium second = new Chromium(school.process.uri("/"))) {
            PageCheck one = new PageCheck(browser.desk(), findings);
            List<PageCheck> both = List.of(one, new PageCheck(second, findings));
            for (DemoSchool.Person person : List.of(school.principal, school.admin, school.clerk, school.teacher)) {
                Crawl crawl = new Crawl(findings, person.equals(school.principal));
                atOnce(both, check -> crawl(crawl, check, person));
            }
            manyAtOnce(one);
            assertThat(findings.examples()).hasSizeGreaterThan(60);
            Queue<Map.Entry<String, String>> pages =
                    new ConcurrentLinkedQueue<>(findings.examples().entrySet());
            atOnce(both, check -> inEnglish(pages, check));
            withoutSession(one);
        }
        assertThat(findings.wrong()).isEmpty();
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

    /** What each browser does. */
    private interface Looking {
        void with(PageCheck check) throws Exception;
    }

    private static void atOnce(List<PageCheck> checks, Looking looking) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(checks.size());
        try {
            List<Callable<Void>> tasks = checks.stream()
                    .<Callable<Void>>map(check -> () -> {
                        looking.with(check);
                        return null;
                    })
                    .toList();
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void crawl(Crawl crawl, PageCheck check, DemoSchool.Person person) throws InterruptedException {
        check.browser.as(person).open("/");
        check.browser.traffic();
        Optional<String> next = crawl.next();
        while (next.isPresent()) {
            List<String> links = List.of();
            try {
                links = lookAt(next.get(), check, person);
            } finally {
                crawl.seen(links);
            }
            next = crawl.next();
        }
    }

    private List<String> lookAt(String address, PageCheck check, DemoSchool.Person person) {
        String kind = PageCheck.kind(address);
        check.browser.open(address);
        check.look(person.userName() + " " + kind, "vi");
        check.network(person.userName() + " " + kind);
        if (findings.isNew(kind, address)) {
            check.everyWay(kind);
        }
        return check.links();
    }

    /** The page that signs many documents is reached by choosing them. */
    private void manyAtOnce(PageCheck check) {
        check.browser.as(school.principal).open("/signing/sign");
        check.browser.traffic();
        check.browser.all("#list [data-pick]").get(0).click();
        check.browser.shown(By.cssSelector(".bulk button")).click();
        check.browser.see("Mã PIN").settled();
        check.look("many at once", "vi");
        check.network("many at once");
        check.everyWay("/signing/batches/new");
    }

    /** One page of each kind in the other language. */
    private void inEnglish(Queue<Map.Entry<String, String>> pages, PageCheck check) {
        check.browser.as(school.principal).open("/");
        check.browser.language("en");
        for (Map.Entry<String, String> page = pages.poll(); page != null; page = pages.poll()) {
            check.browser.open(page.getValue());
            check.look("in English " + page.getKey(), "en");
        }
        check.browser.language("vi");
        check.browser.traffic();
    }

    /** The pages of those who are not signed in, and those that say no. */
    private void withoutSession(PageCheck check) {
        check.browser.nobody().open("/");
        check.everyWay("/sign-in");
        check.browser.as(school.teacher);
        for (String refused : List.of("/no-such-page", "/security/accounts")) {
            check.browser.open(refused);
            check.look("refused " + refused, "vi");
            check.everyWay("refused" + refused);
        }
        check.browser.traffic();
    }
}
