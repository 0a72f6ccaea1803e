package vn.quyche.core.web.internal.ui;

import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.NoticeLink;

/** The notices of who is signed in. */
final class NoticePages {

    private final NoticeLink link;

    NoticePages(NoticeLink link) {
        this.link = link;
    }

    View list(UiRequest request) {
        Notices notices = notices();
        boolean unreadOnly = request.query("state").filter("unread"::equals).isPresent();
        Page<Notice> page = notices.list(request.caller(), unreadOnly, request.pageRequest());
        return View.page("notices", Map.of("page", page, "unread", notices.unread(request.caller())));
    }

    /** Marks a notice as read and goes where it leads. A link, since that is what people tap in it. */
    View open(UiRequest request) {
        Notices notices = notices();
        String id = request.path("id");
        Notice notice = notices.list(request.caller(), false, PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("core.not-found"));
        notices.read(request.caller(), id);
        return View.redirect(notice.link().isEmpty() ? "/notices" : notice.link());
    }

    View readAll(UiRequest request) {
        notices().readAll(request.caller());
        return View.redirect("/notices");
    }

    private Notices notices() {
        return link.notices().orElseThrow(() -> new Unavailable("core.unavailable"));
    }
}
