package vn.quyche.district.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.Schools;
import vn.quyche.district.internal.job.CollectConfig;
import vn.quyche.district.internal.service.DistrictPermissions;
import vn.quyche.district.internal.service.ListSheets;

/** What the domain shows: schools, collections, groups, lists, and the check that anyone may make. */
@Component(service = UiModule.class, configurationPid = CollectConfig.PID)
public final class DistrictUi implements UiModule {

    private static final String READ = DistrictPermissions.READ;
    private static final String SCHOOLS = DistrictPermissions.SCHOOLS;
    private static final String COLLECT = DistrictPermissions.COLLECT;
    private static final String REVIEW = DistrictPermissions.REVIEW;
    private static final String PUBLISH = DistrictPermissions.PUBLISH;
    private static final String LIST = DistrictPermissions.LIST;

    private final SchoolPages schools;
    private final CollectionPages collections;
    private final GroupPages groups;
    private final ReviewPages reviews;
    private final ListPages lists;
    private final OverviewPages overviews;
    private final CheckPages checks;

    @Activate
    public DistrictUi(
            CollectConfig config,
            @Reference Schools schools,
            @Reference ListCollections collections,
            @Reference GroupReviews reviews,
            @Reference PublishedLists lists,
            @Reference Overviews overviews,
            @Reference ListSheets sheets,
            @Reference Printer printer,
            @Reference AuditTrail audit,
            @Reference Messages messages,
            @Reference Clock clock) {
        CheckLabels labels = new CheckLabels(config.public_address());
        this.schools = new SchoolPages(schools, audit, messages, clock);
        this.collections = new CollectionPages(collections, messages);
        this.groups = new GroupPages(reviews, schools, labels, audit, messages);
        this.reviews = new ReviewPages(reviews, messages, clock);
        this.lists = new ListPages(lists, sheets, printer, messages, clock);
        this.overviews = new OverviewPages(overviews, messages, clock);
        this.checks = new CheckPages(lists);
    }

    @Override
    public String id() {
        return "district";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(
                        NavEntry.Section.DISTRICT,
                        60,
                        "/district/groups",
                        "district.nav.groups",
                        "clipboard-check",
                        READ),
                new NavEntry(NavEntry.Section.DISTRICT, 61, "/district/list", "district.nav.list", "patch-check", LIST),
                new NavEntry(
                        NavEntry.Section.DISTRICT, 62, "/district/schools", "district.nav.schools", "building", READ),
                new NavEntry(
                        NavEntry.Section.DISTRICT,
                        63,
                        "/district/overview",
                        "district.nav.overview",
                        "bar-chart",
                        READ));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/district/schools", READ, schools::list),
                UiPage.of("/district/schools.csv", READ, schools::export),
                UiPage.form("/district/schools/new", SCHOOLS, schools::compose, schools::register),
                UiPage.of("/district/schools/{id}", READ, schools::detail),
                UiPage.form("/district/schools/{id}/edit", SCHOOLS, schools::edit, schools::change),
                UiPage.action("/district/schools/{id}/collect", COLLECT, schools::detail, collections::startOne),
                UiPage.of("/district/schools/{id}/labels", READ, groups::labels),
                UiPage.of("/district/overview", READ, overviews::list),
                UiPage.of("/district/overview.csv", READ, overviews::export),
                UiPage.of("/district/overview/{id}", READ, overviews::school),
                UiPage.of("/district/overview/{id}/trend.csv", READ, overviews::trendTable),
                UiPage.of("/district/overview/{id}/inspections.csv", READ, overviews::inspectionsTable),
                UiPage.of("/district/overview/{id}/duties.csv", READ, overviews::dutiesTable),
                UiPage.of("/district/collections", READ, collections::list),
                UiPage.action("/district/collections/start", COLLECT, collections::list, collections::start),
                UiPage.of("/district/collections.csv", READ, collections::exportList),
                UiPage.of("/district/collections/{id}", READ, collections::detail),
                UiPage.of("/district/collections/{id}/schools.csv", READ, collections::export),
                UiPage.action("/district/collections/{id}/cancel", COLLECT, collections::detail, collections::cancel),
                UiPage.of("/district/groups", READ, groups::list),
                UiPage.of("/district/groups.csv", READ, groups::export),
                UiPage.action("/district/groups/choose", REVIEW, groups::list, reviews::choose),
                UiPage.form("/district/groups/decide", REVIEW, reviews::composeMany, reviews::decideMany),
                UiPage.of("/district/groups/{id}", READ, groups::detail),
                UiPage.form("/district/groups/{id}/decide", REVIEW, reviews::compose, reviews::decide),
                UiPage.of("/district/list", LIST, lists::ofDay),
                UiPage.of("/district/list.csv", LIST, lists::exportOfDay),
                UiPage.of("/district/list.pdf", LIST, lists::paper),
                UiPage.of("/district/lists", LIST, lists::versions),
                UiPage.of("/district/lists.csv", LIST, lists::exportVersions),
                UiPage.form("/district/lists/publish", PUBLISH, lists::compose, lists::publish),
                UiPage.of("/district/changes", LIST, lists::changes),
                UiPage.of("/district/changes.csv", LIST, lists::exportChanges));
    }

    @Override
    public List<UiPage> visitorPages() {
        return List.of(UiPage.of("/district/check", "", checks::check));
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard("pending", 70, REVIEW, groups::pendingCard));
    }
}
