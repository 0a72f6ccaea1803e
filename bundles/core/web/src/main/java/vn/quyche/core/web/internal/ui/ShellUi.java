package vn.quyche.core.web.internal.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.DirectoryLink;
import vn.quyche.core.web.internal.link.NoticeLink;

/** The pages that everybody has: home, menu, password, notices, finding people, about. */
@Component(service = UiModule.class)
public final class ShellUi implements UiModule {

    private final HomePages home;
    private final PasswordPage password;
    private final NoticePages notices;
    private final PeopleFinder people;

    @Activate
    public ShellUi(
            @Reference UiModules modules,
            @Reference Access access,
            @Reference Accounts accounts,
            @Reference NoticeLink notices,
            @Reference DirectoryLink directory,
            @Reference Clock clock) {
        this.home = new HomePages(modules, access, clock);
        this.password = new PasswordPage(accounts);
        this.notices = new NoticePages(notices);
        this.people = new PeopleFinder(directory, clock);
    }

    @Override
    public String id() {
        return "core";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(new NavEntry(NavEntry.Section.MY_WORK, 0, "/", "core.home", "house-door", ""));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/", "", home::home),
                UiPage.of("/menu", "", request -> View.page("menu", Map.of())),
                UiPage.form(Front.PASSWORD_PATH, "", password::show, password::change),
                UiPage.of("/notices", "", notices::list),
                UiPage.of("/notices/{id}", "", notices::open),
                UiPage.action("/notices/read-all", "", notices::list, notices::readAll),
                UiPage.of("/people/find", "", people::find),
                UiPage.of("/about", "", ShellUi::about));
    }

    private static View about(UiRequest request) {
        return View.page("about", Map.of());
    }
}
