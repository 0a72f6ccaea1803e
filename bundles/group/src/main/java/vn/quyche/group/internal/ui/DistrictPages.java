package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictLink;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.api.district.NewDistrictLink;
import vn.quyche.group.internal.service.GroupPermissions;

/** What the district's lists changed, and how the school is connected with it. */
final class DistrictPages {

    private static final String LIST = "/group/district";

    private final DistrictNews news;
    private final Access access;
    private final Messages messages;

    DistrictPages(DistrictNews news, Access access, Messages messages) {
        this.news = news;
        this.access = access;
        this.messages = messages;
    }

    View changes(UiRequest request) {
        Locale locale = request.caller().locale();
        List<Map<String, String>> kinds =
                Form.filters(messages, locale, DistrictChange.Kind.class, "group.district-change.");
        Map<String, Object> model = new HashMap<>();
        model.put("kinds", kinds);
        model.put("page", news.changes(request.caller(), query(request), request.pageRequest()));
        if (access.allowsSomewhere(request.caller(), GroupPermissions.REGISTER)) {
            model.put("connection", news.link(request.caller()));
        }
        return View.page("district", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "thay-doi-danh-sach-nhom",
                List.of(
                        "group.column.effective",
                        "group.district-change",
                        "group.column.name",
                        "group.district-before",
                        "group.district-school",
                        "group.column.platform",
                        "group.column.decision"),
                Page.every(request.pageRequest(), page -> news.changes(request.caller(), query(request), page))
                        .map(change -> List.of(
                                VietnamTime.day(change.effectiveOn()),
                                messages.text(locale, "group.district-change." + change.kind()),
                                change.name(),
                                change.nameBefore(),
                                change.schoolName(),
                                messages.text(locale, "group.platform." + change.platform()),
                                change.number())));
    }

    View form(UiRequest request) {
        return View.page("district-link", Map.of("connection", news.link(request.caller())));
    }

    View connect(UiRequest request) {
        DistrictLink link = news.connect(
                request.caller(),
                Form.version(request),
                new NewDistrictLink(
                        request.form("address"),
                        Form.text(request, "token"),
                        request.form("sends").equals("true")));
        return View.redirect(LIST, link.connected() ? "group.district-connected" : "group.district-disconnected");
    }

    private static DistrictNews.Query query(UiRequest request) {
        return new DistrictNews.Query(
                request.query("q"),
                request.query("kind").flatMap(name -> Form.constant(DistrictChange.Kind.class, name)),
                request.query("own").isPresent());
    }
}
