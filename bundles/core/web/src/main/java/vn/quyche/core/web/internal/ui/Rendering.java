package vn.quyche.core.web.internal.ui;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.quyche.core.api.security.Caller;

/**
 * What the functions and filters of templates need to know of the request that is rendered. Macros see nothing but their
 * arguments, so this stands on the thread while a template runs.
 *
 * @param texts the texts
 * @param lookups what is known of people and clauses
 * @param clock the time
 * @param locale the language
 * @param caller who looks; empty before sign-in
 * @param path the path of the page
 * @param query the first value of each query parameter
 * @param csrfToken a fresh token
 * @param allowed whether the caller holds a permission with any reach
 * @param refilled whether the form is shown again
 * @param typed what was typed, by field
 * @param errors messages by field; those of no field under the empty name
 */
record Rendering(
        BundleTexts texts,
        Lookups lookups,
        Clock clock,
        Locale locale,
        Optional<Caller> caller,
        String path,
        Map<String, String> query,
        String csrfToken,
        Predicate<String> allowed,
        boolean refilled,
        Map<String, List<String>> typed,
        Map<String, String> errors) {

    private static final ThreadLocal<Rendering> CURRENT = new ThreadLocal<>();

    /** Runs a rendering with this on its thread. */
    <T> T during(Supplier<T> work) {
        Rendering before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The one of the template that runs on this thread. */
    static Rendering current() {
        Rendering current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("no template runs on this thread");
        }
        return current;
    }

    String t(String key, Object... args) {
        return texts.text(locale, key, args);
    }
}
