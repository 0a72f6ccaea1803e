package vn.quyche.core.api.ui;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page, or a form on a page.
 *
 * @param path the path with places in braces, for example {@code /group/groups/{id}}
 * @param permission who may open it (held with any reach; the service checks the exact scope); empty for everyone signed in
 * @param show answers GET
 * @param submit answers POST; when it throws {@code Invalid}, {@code Refused} or {@code Conflict}, the shell runs
 *     {@code show} again with what was typed ({@link UiRequest#form}) and the errors, so that nothing typed is lost
 * @param connects a program on the visitor's own PC ({@code https://127.0.0.1:<port>}) that the page's script may talk with;
 *     empty for none, as nearly all pages have it
 */
public record UiPage(String path, String permission, UiHandler show, Optional<UiHandler> submit, String connects) {

    private static final Pattern LOOPBACK = Pattern.compile("https://127\\.0\\.0\\.1:[1-9]\\d{0,4}");

    public UiPage {
        if (!connects.isEmpty() && !LOOPBACK.matcher(connects).matches()) {
            throw new IllegalArgumentException(path + " talks with " + connects + ", which is not this PC");
        }
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface UiHandler {
        View handle(UiRequest request);
    }

    /** A page that is only read. */
    public static UiPage of(String path, String permission, UiHandler show) {
        return new UiPage(path, permission, show, Optional.empty(), "");
    }

    /** A page with a form that posts to the page's own path. */
    public static UiPage form(String path, String permission, UiHandler show, UiHandler submit) {
        return new UiPage(path, permission, show, Optional.of(submit), "");
    }

    /**
     * A button without a page of its own: answers POST; when it is refused, {@code back} is shown with the error.
     *
     * @param back the page on which the button stands; it sees the path variables of this one
     */
    public static UiPage action(String path, String permission, UiHandler back, UiHandler submit) {
        return new UiPage(path, permission, back, Optional.of(submit), "");
    }

    /**
     * The same page, whose script may talk with a program on the visitor's own PC.
     *
     * @param origin {@code https://127.0.0.1:<port>}
     */
    public UiPage connecting(String origin) {
        return new UiPage(path, permission, show, submit, origin);
    }
}
