package vn.quyche.core.api.error;

import java.util.ArrayList;
import java.util.List;
import vn.quyche.core.api.VietnameseText;

/**
 * Collects what is wrong with an input, so that a person sees everything at once.
 *
 * <pre>{@code
 * Checks checks = new Checks();
 * String title = checks.text("title", input.title(), 1, 200);
 * checks.orThrow();
 * }</pre>
 */
public final class Checks {

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * A text between two lengths, brought to NFC and stripped. Control characters and lone surrogates are refused.
     *
     * @return the text to store; an empty text when it was missing
     */
    public String text(String field, String value, int min, int max) {
        String text = value == null ? "" : VietnameseText.nfc(value);
        if (text.length() < min) {
            add(field, text.isEmpty() ? "core.required" : "core.too-short", min);
        } else if (text.length() > max) {
            add(field, "core.too-long", max, text.length());
        } else if (text.chars().anyMatch(Checks::isControl) || hasLoneSurrogate(text)) {
            add(field, "core.bad-characters");
        }
        return text;
    }

    /** Adds an error when {@code ok} is false. */
    public void that(boolean ok, String field, String code, Object... args) {
        if (!ok) {
            add(field, code, args);
        }
    }

    /** Adds an error. */
    public void add(String field, String code, Object... args) {
        errors.add(new FieldError(field, code, List.of(args)));
    }

    /** @throws Invalid when anything was wrong */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
