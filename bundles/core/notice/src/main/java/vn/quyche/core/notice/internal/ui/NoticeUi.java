package vn.quyche.core.notice.internal.ui;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.notice.internal.service.NoticeSettings;

/** The page of the calendar feed. The notices themselves are shown by the shell, beside the bell. */
@Component(service = UiModule.class)
public final class NoticeUi implements UiModule {

    private static final String PATH = "/notice/calendar";

    private final Notices notices;
    private final NoticeSettings settings;

    @Activate
    public NoticeUi(@Reference Notices notices, @Reference NoticeSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "notice";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(new NavEntry(NavEntry.Section.MY_WORK, 90, PATH, "notice.nav.calendar", "calendar3", ""));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of(PATH, "", this::calendar), UiPage.action(PATH + "/renew", "", this::calendar, this::renew));
    }

    private View calendar(UiRequest request) {
        String address = request.caller()
                .personId()
                .map(person -> settings.baseUrl() + "/calendar/" + notices.calendarKey(request.caller()) + ".ics")
                .orElse("");
        return View.page(
                "calendar",
                Map.of("address", address, "complete", !settings.baseUrl().isEmpty()));
    }

    private View renew(UiRequest request) {
        notices.renewCalendarKey(request.caller());
        return View.redirect(PATH, "notice.calendar.renewed");
    }
}
