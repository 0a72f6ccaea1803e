package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.compliance.internal.service.RegulationReader;

/** What the bundle shows of regulations. */
@Component(service = UiModule.class)
public final class ComplianceUi implements UiModule {

    private final RegulationPages pages;

    @Activate
    public ComplianceUi(@Reference RegulationReader reader, @Reference ParameterValues values, @Reference Clock clock) {
        this.pages = new RegulationPages(reader, values, clock);
    }

    @Override
    public String id() {
        return "compliance";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        10,
                        "/compliance/clauses",
                        "compliance.nav.clauses",
                        "journal-text",
                        CompliancePermissions.REGULATION_READ),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        20,
                        "/compliance/parameters",
                        "compliance.nav.parameters",
                        "sliders",
                        CompliancePermissions.REGULATION_READ));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/compliance/clauses", CompliancePermissions.REGULATION_READ, pages::clauses),
                UiPage.of("/compliance/clauses.csv", CompliancePermissions.REGULATION_READ, pages::exportClauses),
                UiPage.of("/compliance/parameters.csv", CompliancePermissions.REGULATION_READ, pages::exportParameters),
                UiPage.of("/compliance/parameters", CompliancePermissions.REGULATION_READ, pages::parameters),
                UiPage.of("/compliance/parameters/{key}", CompliancePermissions.REGULATION_READ, pages::parameter),
                UiPage.form(
                        "/compliance/parameters/{key}/decide",
                        CompliancePermissions.REGULATION_EDIT,
                        pages::parameter,
                        pages::decide));
    }
}
