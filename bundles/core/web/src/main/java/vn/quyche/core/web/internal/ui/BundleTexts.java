package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.web.internal.link.RegulationsLink;

/** The texts of all bundles, merged. Bundles come and go; a key belongs to the bundle that came first. */
@Component(service = {Messages.class, BundleTexts.class})
public final class BundleTexts implements Messages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);

    private final Function<String, Optional<Clause>> clauses;
    private final Map<Long, Bundled> bundles = new ConcurrentHashMap<>();
    private volatile Merged merged = new Merged(Map.of(), Map.of(), new ConcurrentHashMap<>());

    private final BundleTracker<Long> tracker;

    @Activate
    public BundleTexts(BundleContext context, @Reference RegulationsLink regulations) {
        this.clauses = regulations::clause;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, new Reader());
        this.tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /** @param clauses finds a clause, when some bundle knows it */
    BundleTexts(Function<String, Optional<Clause>> clauses) {
        this.clauses = clauses;
        this.tracker = null;
    }

    void add(long bundleId, Properties vietnamese, Properties english) {
        bundles.put(bundleId, new Bundled(vietnamese, english));
        merge();
    }

    void remove(long bundleId) {
        bundles.remove(bundleId);
        merge();
    }

    private synchronized void merge() {
        Map<String, String> vietnamese = new HashMap<>();
        Map<String, String> english = new HashMap<>();
        bundles.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            entry.getValue().vietnamese().forEach((key, text) -> vietnamese.putIfAbsent((String) key, (String) text));
            entry.getValue().english().forEach((key, text) -> english.putIfAbsent((String) key, (String) text));
        });
        merged = new Merged(vietnamese, english, new ConcurrentHashMap<>());
    }

    /** The next words of the keys that begin so: of {@code action.} the domains whose acts have texts. */
    Set<String> under(String prefix) {
        return merged.vietnamese().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean has(String key) {
        return merged.vietnamese().containsKey(key);
    }

    @Override
    public String text(Locale locale, String key, Object... args) {
        return format(locale, key).map(format -> format.format(shown(args))).orElse(key);
    }

    /** The text of a key with dots where its places are; the key itself when no bundle has it. */
    String outline(Locale locale, String key) {
        return format(locale, key)
                .map(format -> {
                    int places = format.getFormatsByArgumentIndex().length;
                    for (int i = 0; i < places; i++) {
                        format.setFormatByArgumentIndex(i, null);
                    }
                    return format.format(Collections.nCopies(places, "…").toArray());
                })
                .orElse(key);
    }

    private Optional<MessageFormat> format(Locale locale, String key) {
        Merged texts = merged;
        boolean english = "en".equals(locale.getLanguage());
        String pattern = english ? texts.english().get(key) : null;
        if (pattern == null) {
            pattern = texts.vietnamese().get(key);
        }
        if (pattern == null) {
            return Optional.empty();
        }
        String found = pattern;
        MessageFormat format =
                texts.formats().computeIfAbsent((english ? "en " : "vi ") + key, k -> new MessageFormat(found, locale));
        // a MessageFormat is not safe for several threads at once, but cheap to copy
        return Optional.of((MessageFormat) format.clone());
    }

    private static Object[] shown(Object[] args) {
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            Object arg = args[i];
            if (arg instanceof LocalDate day) {
                shown[i] = DAY.format(day);
            } else if (arg instanceof Instant instant) {
                shown[i] = MOMENT.format(VietnamTime.at(instant));
            } else if (arg instanceof List<?> list) {
                shown[i] = String.join(", ", list.stream().map(String::valueOf).toList());
            } else {
                shown[i] = arg == null ? "" : arg;
            }
        }
        return shown;
    }

    @Override
    public String text(Locale locale, QuycheException error) {
        if (error instanceof Invalid invalid
                && invalid.fields().size() == 1
                && error.code().equals("core.invalid")) {
            var field = invalid.fields().get(0);
            return text(locale, field.code(), field.args().toArray());
        }
        String text = text(locale, error.code(), error.args().toArray());
        return error.clause()
                .flatMap(clauses)
                .map(clause -> withCitation(text, clause))
                .orElse(text);
    }

    /** Puts the citation before the full stop: {@code … một sự kiện (Điều 6 khoản 8).} */
    private static String withCitation(String text, Clause clause) {
        if (clause.citation().isBlank()) {
            return text;
        }
        boolean stop = text.endsWith(".");
        return (stop ? text.substring(0, text.length() - 1) : text) + " (" + clause.citation() + ")"
                + (stop ? "." : "");
    }

    @Override
    public String next(Locale locale, QuycheException error) {
        String key = error.code() + ".next";
        return has(key) ? text(locale, key, error.args().toArray()) : "";
    }

    /** Reads the texts of our bundles when they start, forgets them when they have stopped and their last page is sent. */
    private final class Reader implements BundleTrackerCustomizer<Long> {

        @Override
        public Long addingBundle(Bundle bundle, BundleEvent event) {
            if (bundle.getHeaders("").get("Quyche-Domain") == null) {
                return null;
            }
            add(
                    bundle.getBundleId(),
                    read(bundle, "i18n/messages.properties"),
                    read(bundle, "i18n/messages_en.properties"));
            return bundle.getBundleId();
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, Long id) {
            // starting, active and stopping are alike to us
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
            remove(id);
        }
    }

    private static Properties read(Bundle bundle, String path) {
        URL url = bundle.getEntry(path);
        try {
            return url == null ? new Properties() : read(url);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The texts {} of {} cannot be read", path, bundle.getSymbolicName(), e);
            return new Properties();
        }
    }

    static Properties read(URL url) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private record Bundled(Properties vietnamese, Properties english) {}

    private record Merged(
            Map<String, String> vietnamese, Map<String, String> english, Map<String, MessageFormat> formats) {}
}
