package vn.quyche.core.web.internal.ui.security;

import java.util.HashMap;
import java.util.Map;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.ui.SessionKeys;

/** What everybody sees of their own account. */
final class MyAccountPages {

    private static final String PATH = "/account";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Labels labels;

    MyAccountPages(Accounts accounts, Sessions sessions, Labels labels) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.labels = labels;
    }

    View show(UiRequest request) {
        Caller caller = request.caller();
        Accounts.Account account = accounts.mine(caller);
        Map<String, Object> model = new HashMap<>();
        model.put("account", account);
        model.put("roles", labels.roles(caller.locale(), account.roles()));
        model.put("sessions", sessions.mine(caller, SessionKeys.of(request), PageRequest.first()));
        return View.page("security/mine", model);
    }

    View endSession(UiRequest request) {
        sessions.end(request.caller(), request.path("id"));
        return View.redirect(PATH, "security.session-closed");
    }

    View endOthers(UiRequest request) {
        int ended = sessions.endOthers(request.caller(), SessionKeys.of(request));
        return View.redirect(PATH, "security.sessions-closed", ended);
    }
}
