package vn.quyche.core.screening.internal.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.HealthCheck.Status;
import vn.quyche.core.screening.internal.model.Limits;
import vn.quyche.core.screening.internal.model.Strictness;
import vn.quyche.core.screening.internal.virus.Clamd;

/**
 * Screening as it is configured.
 *
 * <p>What is refused is kept nowhere: a verdict holds codes, clauses and names that were found clean.
 */
@Component(
        service = {Screening.class, ScreeningCondition.class},
        configurationPid = ScreeningConfig.PID,
        immediate = true)
@Designate(ocd = ScreeningConfig.class)
@Regulated({"BC.3.2", "BC.4.1", "BC.4.2", "BC.4.4", "TA.4b", "TT.9", "MT.12.3"})
public final class DefaultScreening implements Screening, ScreeningCondition {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");
    private static final String TEXT = "text/plain";
    /** A health check must answer within a second. */
    private static final Duration HEALTH_TIMEOUT = Duration.ofMillis(800);

    private final BundleContext context;
    private volatile Parts parts;

    /** What one configuration makes. */
    private record Parts(
            Screener screener, WordLists words, Workers workers, Clamd scanner, Clamd pinged, boolean mustScan) {

        void close() {
            scanner.close();
            pinged.close();
        }
    }

    @Activate
    public DefaultScreening(BundleContext context, ScreeningConfig config) {
        this.context = context;
        this.parts = parts(config);
    }

    @Modified
    void modified(ScreeningConfig config) {
        Parts old = parts;
        parts = parts(config);
        old.close();
    }

    @Deactivate
    void deactivate() {
        parts.close();
    }

    @Override
    public Verdict text(String field, String text) {
        return new Verdict(
                parts.screener().rules().text(field, Objects.requireNonNullElse(text, "")).stream()
                        .sorted((a, b) -> Boolean.compare(b.refuses(), a.refuses()))
                        .toList(),
                TEXT,
                false);
    }

    @Override
    public Verdict file(String fileName, Path file) throws IOException {
        return parts.screener().file(Objects.requireNonNullElse(fileName, ""), file);
    }

    @Override
    public String textOf(String fileName, Path file, int most) throws IOException {
        return parts.screener().textOf(Objects.requireNonNullElse(fileName, ""), file, most);
    }

    @Override
    public void requireText(Caller caller, String field, String text) {
        text(field, text).refusal().ifPresent(finding -> {
            throw new Refused(finding.clause(), finding.code(), finding.where());
        });
    }

    @Override
    public Condition condition() {
        Parts now = parts;
        if (now.workers().full()) {
            return new Condition(Status.WARN, "busy", now.workers().atOnce());
        }
        if (now.words().bad() > 0) {
            return new Condition(Status.WARN, "words", now.words().bad());
        }
        if (!now.scanner().configured()) {
            return new Condition(Status.WARN, "no-scanner", "");
        }
        try {
            return new Condition(Status.OK, "scanner", now.pinged().version());
        } catch (IOException e) {
            return new Condition(now.mustScan() ? Status.DOWN : Status.WARN, "scanner-down", "");
        }
    }

    private Parts parts(ScreeningConfig config) {
        Limits limits = new Limits(
                megabytes(config.max_megabytes()),
                Limits.standard().textChars(),
                config.archive_entries(),
                megabytes(config.archive_megabytes()),
                config.archive_ratio(),
                config.archive_depth(),
                Duration.ofSeconds(config.max_seconds()));
        Strictness strictness =
                new Strictness(config.refuse_macros(), config.refuse_unreadable(), config.refuse_unscanned());
        long scanned = megabytes(config.clamav_maxMegabytes());
        Clamd scanner = new Clamd(config.clamav_address(), Duration.ofSeconds(config.clamav_timeoutSeconds()), scanned);
        WordLists words = new WordLists(Path.of(resolved(config.words_folder())));
        Workers workers = new Workers(config.max_atOnce());
        Path folder = Path.of(resolved("${quyche.data}"), "tmp", "screening");
        return new Parts(
                new Screener(words, limits, strictness, scanner, workers, folder),
                words,
                workers,
                scanner,
                new Clamd(config.clamav_address(), HEALTH_TIMEOUT, scanned),
                config.refuse_unscanned());
    }

    private static long megabytes(int megabytes) {
        return (long) megabytes << 20;
    }

    private String resolved(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(context.getProperty(place.group(1)), "data")));
    }
}
