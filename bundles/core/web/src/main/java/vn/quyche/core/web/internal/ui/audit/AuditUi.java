package vn.quyche.core.web.internal.ui.audit;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;

/** The audit log. */
@Component(service = UiModule.class)
public final class AuditUi implements UiModule {

    private static final String READ = "audit:read";

    private final AuditPages pages;

    @Activate
    public AuditUi(@Reference AuditTrail trail) {
        this.pages = new AuditPages(trail);
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.ADMIN, 50, "/audit/lines", "audit.nav.lines", "journal-text", READ),
                new NavEntry(
                        NavEntry.Section.ADMIN, 60, "/audit/refused", "audit.nav.refused", "shield-exclamation", READ));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/audit/lines", READ, pages::list),
                UiPage.of("/audit/lines/{id}", READ, pages::detail),
                UiPage.of("/audit/refused", READ, pages::refused),
                UiPage.of("/audit/export", "audit:export", pages::export),
                UiPage.form("/audit/verify", READ, pages::verification, pages::verify));
    }
}
