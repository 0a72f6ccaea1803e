package vn.quyche.core.web.internal.ui.platform;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.web.internal.link.RegulationsLink;

/** Modules, health, dead letters, jobs, the description of the interfaces. */
@Component(service = UiModule.class)
public final class PlatformUi implements UiModule {

    private static final String OPERATE = "platform:operate";

    private final PlatformPages pages;
    private final JobPages jobs;

    @Activate
    public PlatformUi(
            @Reference Modules modules,
            @Reference Health health,
            @Reference DeadLetters deadLetters,
            @Reference Jobs jobs,
            @Reference Messages messages,
            @Reference RegulationsLink regulations) {
        this.pages = new PlatformPages(modules, health, deadLetters, regulations);
        this.jobs = new JobPages(jobs, messages);
    }

    @Override
    public String id() {
        return "platform";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(
                        NavEntry.Section.ADMIN, 70, "/platform/modules", "platform.nav.modules", "puzzle", OPERATE),
                new NavEntry(
                        NavEntry.Section.ADMIN, 80, "/platform/health", "platform.nav.health", "heart-pulse", OPERATE),
                new NavEntry(
                        NavEntry.Section.ADMIN,
                        90,
                        "/platform/dead-letters",
                        "platform.nav.dead-letters",
                        "envelope-paper",
                        OPERATE),
                new NavEntry(
                        NavEntry.Section.ADMIN, 92, "/platform/jobs", "platform.nav.jobs", "clock-history", OPERATE),
                new NavEntry(
                        NavEntry.Section.ADMIN,
                        95,
                        "/platform/interfaces",
                        "platform.nav.interfaces",
                        "code-slash",
                        OPERATE));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/platform/modules", OPERATE, pages::modules),
                UiPage.of("/platform/modules/{domain}", OPERATE, pages::module),
                UiPage.action("/platform/modules/{domain}/install", OPERATE, pages::modules, pages::install),
                UiPage.action("/platform/modules/{domain}/uninstall", OPERATE, pages::modules, pages::uninstall),
                UiPage.of("/platform/health", OPERATE, pages::health),
                UiPage.of("/platform/dead-letters", OPERATE, pages::deadLetters),
                UiPage.of("/platform/dead-letters.csv", OPERATE, pages::exportDeadLetters),
                UiPage.action("/platform/dead-letters/replay", OPERATE, pages::deadLetters, pages::replay),
                UiPage.of("/platform/jobs", OPERATE, jobs::list),
                UiPage.of("/platform/jobs.csv", OPERATE, jobs::export),
                UiPage.action("/platform/jobs/{name}/run", OPERATE, jobs::list, jobs::run),
                UiPage.of("/platform/interfaces", OPERATE, pages::interfaces));
    }
}
