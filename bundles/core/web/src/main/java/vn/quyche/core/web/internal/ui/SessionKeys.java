package vn.quyche.core.web.internal.ui;

import java.util.Optional;
import vn.quyche.core.api.ui.UiRequest;

/** Tells the shell's own pages in which session a request runs, so that it can be marked or kept. */
public final class SessionKeys {

    private SessionKeys() {}

    /** The key of the session; empty in tests without one. */
    public static Optional<String> of(UiRequest request) {
        return request instanceof WebRequest web ? Optional.of(web.sessionKey()) : Optional.empty();
    }
}
