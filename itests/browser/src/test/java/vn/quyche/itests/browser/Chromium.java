package vn.quyche.itests.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The one browser of all tests: Debian's Chromium without a window, in which people come and go by their cookies. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<Path> BROWSER = program("chromium", "chromium-browser", "google-chrome");
    private static final Optional<Path> DRIVER = program("chromedriver");

    private final URI base;
    private final Path profile;
    private final ChromeDriver driver;
    private final Map<String, Set<Cookie>> sessions = new HashMap<>();
    private String who = "";

    Chromium(URI base) {
        this.base = base;
        ChromeOptions options = new ChromeOptions();
        // the signing agent of a PC has a certificate of its own making
        options.setAcceptInsecureCerts(true);
        options.setBinary(BROWSER.orElseThrow().toFile());
        try {
            profile = Files.createTempDirectory("quyche-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion",
                "--lang=vi",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.orElseThrow().toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("LANGUAGE", "vi"))
                .build();
        driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Ho_Chi_Minh"));
        desk();
    }

    /** Why the tests cannot run here; empty when they can. */
    static Optional<String> missing() {
        if (BROWSER.isEmpty()) {
            return Optional.of("Chromium is not installed (Debian: chromium)");
        }
        return DRIVER.isEmpty()
                ? Optional.of("chromedriver is not installed (Debian: chromium-driver)")
                : Optional.empty();
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    // --- the device

    /** The old screen of the office. */
    Chromium desk() {
        return size(1366, 768);
    }

    /** A phone held upright. */
    Chromium phone() {
        return size(390, 844);
    }

    private Chromium size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** The language of the pages from now on, as the menu of the account sets it. */
    void language(String language) {
        driver.manage().addCookie(new Cookie("QUYCHE_LANG", language, "/"));
    }

    /** Forgets what was loaded before, as on a first visit. */
    void forgetCache() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** The whole page as a picture; the same page twice overwrites the first. */
    void picture(Path file) {
        Object height = script("return Math.min(6000, Math.max(innerHeight, document.documentElement.scrollHeight))");
        Object width = script("return innerWidth");
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "jpeg",
                        "quality",
                        70,
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- who sits in front of it

    /** Nobody is signed in. */
    Chromium nobody() {
        leave();
        return this;
    }

    /** This person sits down: signs in the first time, and comes back to the session later. */
    Chromium as(DemoSchool.Person person) {
        if (who.equals(person.userName())) {
            return this;
        }
        leave();
        who = person.userName();
        Set<Cookie> session = sessions.get(who);
        if (session != null) {
            session.forEach(driver.manage()::addCookie);
            return this;
        }
        signIn(person.userName(), person.password());
        await("the home page of " + who, () -> path().equals("/"));
        sessions.put(who, driver.manage().getCookies());
        return this;
    }

    private void leave() {
        if (!who.isEmpty()) {
            sessions.put(who, driver.manage().getCookies());
        }
        who = "";
        // a page of the school on which nothing runs, so that no script of the last page works with the next cookies
        driver.get(base.resolve("/assets/favicon.svg").toString());
        driver.manage().deleteAllCookies();
    }

    /** Fills in the sign-in page that is open, or opens it. */
    void signIn(String userName, String password) {
        if (!path().equals("/sign-in")) {
            open("/");
        }
        fill("Tên đăng nhập", userName);
        fill("Mật khẩu", password);
        press("Đăng nhập");
    }

    /** The session of this person has been ended: the next time, they sign in anew. */
    void forget(DemoSchool.Person person) {
        sessions.remove(person.userName());
        if (who.equals(person.userName())) {
            who = "";
        }
    }

    // --- going

    /** Opens a path of the school and waits until all of it is there. */
    Chromium open(String path) {
        driver.get(base.resolve(path).toString());
        return settled();
    }

    /** Opens an address elsewhere on this machine. */
    Chromium openAt(URI address) {
        driver.get(address.toString());
        return settled();
    }

    /** Waits until nothing is being loaded into the page. */
    Chromium settled() {
        await(
                "a page that has come to rest",
                () -> Boolean.TRUE.equals(
                        script(
                                "return document.readyState === 'complete' && "
                                        + "!document.querySelector('[aria-busy=true], .htmx-request, .htmx-swapping, .htmx-settling')")));
        return this;
    }

    /** The path of the page, without its query. */
    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** The address of the page after the host. */
    String address() {
        URI now = URI.create(driver.getCurrentUrl());
        return now.getRawQuery() == null ? now.getRawPath() : now.getRawPath() + "?" + now.getRawQuery();
    }

    // --- acting

    /** Presses the button or link with these words. */
    void press(String words) {
        await(
                "a button or link “" + words + "”",
                () -> tryTo(() -> {
                    WebElement found = button(words);
                    // as people scroll: to where no bar of the page lies over it
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found);
                    found.click();
                }));
    }

    /** Presses it and waits for the page that follows. */
    void go(String words) {
        Object before = script("return window.performance.timeOrigin");
        press(words);
        await(
                "the page after “" + words + "”",
                () -> !before.equals(script("return window.performance.timeOrigin")) && tryTo(this::settled));
    }

    /** The first button or link in sight with these words: of what the page is about, else of the frame around it. */
    WebElement button(String words) {
        String any = "//*[self::button or self::a or self::summary]";
        String named =
                any + "[normalize-space(.)=" + quote(words) + " or normalize-space(text())=" + quote(words) + "]";
        String holding = any + "[contains(normalize-space(.)," + quote(words) + ")]";
        return Stream.of("//main" + named + "|//dialog" + named, named, "//main" + holding)
                .flatMap(xpath -> driver.findElements(By.xpath(xpath)).stream())
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(words + " at " + address()));
    }

    /** Types into the field with this label, instead of what stood there. */
    void fill(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    /** Sets a date or a time, which no keys of one language can. */
    void set(String label, String value) {
        driver.executeScript(
                "arguments[0].value = arguments[1];"
                        + "for (const e of ['input', 'change']) arguments[0].dispatchEvent(new Event(e, {bubbles: true}))",
                field(label),
                value);
    }

    /** Chooses from the list with this label. */
    void choose(String label, String option) {
        field(label)
                .findElement(By.xpath("./option[normalize-space(.)=" + quote(option) + "]"))
                .click();
    }

    /** Marks the box with these words. */
    void tick(String words) {
        WebElement box = shown(By.xpath("//label[contains(normalize-space(.)," + quote(words)
                + ")][.//input[@type='checkbox' or @type='radio']]"));
        box.click();
    }

    /** Finds a person by typing into the picker with this legend, and takes the first. */
    void pick(String legend, String name) {
        WebElement picker = shown(By.xpath("//fieldset[legend[contains(normalize-space(.)," + quote(legend) + ")]]"));
        WebElement search = picker.findElement(By.cssSelector("input[type=search]"));
        search.clear();
        search.sendKeys(name);
        await(
                "somebody named " + name,
                () -> tryTo(() -> picker.findElement(By.xpath(
                                ".//ul[@data-candidates]//label[contains(normalize-space(.)," + quote(name) + ")]"))
                        .click()));
    }

    /** Hands files to the field with this label. */
    void attach(String label, Path... files) {
        field(label)
                .sendKeys(String.join(
                        "\n",
                        Stream.of(files).map(f -> f.toAbsolutePath().toString()).toList()));
    }

    /** The field that belongs to a label. */
    WebElement field(String label) {
        WebElement found = shown(By.xpath("//label[@for][normalize-space(text())=" + quote(label) + "]"));
        return driver.findElement(By.id(found.getDomAttribute("for")));
    }

    // --- looking

    /** Waits until these words can be seen. */
    Chromium see(String words) {
        await("the words “" + words + "”", () -> text().contains(words));
        return this;
    }

    /** Waits until these words are gone. */
    Chromium seeNoMore(String words) {
        await("the words “" + words + "” to go", () -> !text().contains(words));
        return this;
    }

    /** All that can be read on the page. */
    String text() {
        return String.valueOf(script("return document.body ? document.body.innerText.normalize('NFC') : ''"));
    }

    /** The first element in sight. */
    WebElement shown(By by) {
        return driver.findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(by + " at " + address()));
    }

    /** Everything that a selector finds. */
    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Presses keys, wherever the focus is and goes. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Tab, or Shift and Tab. */
    void tab(boolean back) {
        Actions keys = new Actions(driver);
        (back ? keys.keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT) : keys.sendKeys(Keys.TAB)).perform();
    }

    Object script(String script, Object... args) {
        return driver.executeScript(script, args);
    }

    Object later(String script, Object... args) {
        return driver.executeAsyncScript(script, args);
    }

    /** Waits until something holds; what the page says is told when it never does. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                Path shot = Path.of(System.getProperty("quyche.screenshots"), "failed.jpg");
                picture(shot);
                throw new AssertionError(
                        "Waited for " + what + " at " + address() + " (" + shot + ") where it says:\n" + text());
            }
            try {
                Thread.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean tryTo(Runnable action) {
        try {
            action.run();
            return true;
        } catch (NoSuchElementException | StaleElementReferenceException | ElementNotInteractableException notYet) {
            return false;
        }
    }

    // --- what it wrote down

    /** What went over the network and into the console since the last time this was asked. */
    Traffic traffic() {
        List<String> console = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                console.add(entry.getLevel() + " " + entry.getMessage());
            }
        }
        List<String> foreign = new ArrayList<>();
        long bytes = 0;
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = json(entry.getMessage()).path("message");
            JsonNode params = message.path("params");
            switch (message.path("method").asText()) {
                case "Network.requestWillBeSent" -> {
                    URI to = URI.create(
                            params.path("request").path("url").asText().split("[?#]")[0]);
                    if (to.getHost() != null && !to.getHost().equals(base.getHost())) {
                        foreign.add(to.toString());
                    }
                }
                case "Network.loadingFinished" ->
                    bytes += params.path("encodedDataLength").asLong();
                default -> {}
            }
        }
        return new Traffic(console, foreign, bytes);
    }

    /**
     * @param console warnings and errors, those of the content policy among them
     * @param foreign addresses on other hosts that were asked for
     * @param bytes what came over the line, heads and compression included
     */
    record Traffic(List<String> console, List<String> foreign, long bytes) {}

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quote(String words) {
        return '"' + words.replace("\"", "") + '"';
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
