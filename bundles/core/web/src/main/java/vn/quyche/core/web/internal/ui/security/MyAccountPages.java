package vn.quyche.core.web.internal.ui.security;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.NoticeLink;
import vn.quyche.core.web.internal.ui.SessionKeys;

/** What everybody sees of their own account. */
final class MyAccountPages {

    private static final String PATH = "/account";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Labels labels;
    private final NoticeLink notices;

    MyAccountPages(Accounts accounts, Sessions sessions, Labels labels, NoticeLink notices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.labels = labels;
        this.notices = notices;
    }

    View show(UiRequest request) {
        Caller caller = request.caller();
        Accounts.Account account = accounts.mine(caller);
        Map<String, Object> model = new HashMap<>();
        model.put("account", account);
        model.put("roles", labels.roles(caller.locale(), account.roles()));
        model.put("sessions", sessions.mine(caller, SessionKeys.of(request), PageRequest.first()));
        model.put("calendar", calendar(caller));
        return View.page("security/mine", model);
    }

    private Optional<String> calendar(Caller caller) {
        return caller.personId().isEmpty()
                ? Optional.empty()
                : notices.notices().map(n -> "/calendar/" + n.calendarKey(caller) + ".ics");
    }

    View endSession(UiRequest request) {
        sessions.end(request.caller(), request.path("id"));
        return View.redirect(PATH, "security.session-closed");
    }

    View endOthers(UiRequest request) {
        int ended = sessions.endOthers(request.caller(), SessionKeys.of(request));
        return View.redirect(PATH, "security.sessions-closed", ended);
    }

    View renewCalendar(UiRequest request) {
        notices.notices().orElseThrow(() -> new Unavailable("core.unavailable")).renewCalendarKey(request.caller());
        return View.redirect(PATH, "security.calendar-renewed");
    }
}
