package vn.quyche.group.internal.ui;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.internal.service.GroupWords;
import vn.quyche.group.internal.service.ReceiptSheets;

/** What the domain shows: groups, directives, what others still owe on mine, and conduct. */
@Component(service = UiModule.class)
public final class GroupUi implements UiModule {

    private static final String RECEIVE = "group:receive";
    private static final String ISSUE = "group:issue";
    private static final String REPORT = "group:report";
    private static final String REGISTER = "group:register";
    private static final String READ = "group:read";

    private final GroupPages groups;
    private final GroupFormPages groupForms;
    private final RecognitionPages recognitions;
    private final DirectivePages directives;
    private final ReceiptPages receipts;
    private final DirectiveFormPages directiveForms;
    private final ConductPages conduct;
    private final ConductFormPages conductForms;
    private final DistrictPages district;

    @Activate
    public GroupUi(
            @Reference Groups groups,
            @Reference Recognition recognition,
            @Reference Directives directives,
            @Reference Conduct conduct,
            @Reference DistrictNews news,
            @Reference Access access,
            @Reference Directory directory,
            @Reference ReceiptSheets sheets,
            @Reference Printer printer,
            @Reference GroupWords words,
            @Reference Attachments attachments,
            @Reference AuditTrail audit,
            @Reference Messages messages,
            @Reference java.time.Clock clock) {
        this.groups = new GroupPages(groups, recognition, directives, words, audit, messages, clock);
        this.groupForms = new GroupFormPages(groups, recognition, directory, messages, clock);
        this.recognitions = new RecognitionPages(recognition, groups, directory, messages, clock);
        this.directives = new DirectivePages(directives, groups, attachments, audit, messages);
        this.receipts = new ReceiptPages(directives, sheets, printer, messages);
        this.directiveForms = new DirectiveFormPages(directives, groups, attachments);
        this.conduct = new ConductPages(conduct, groups, attachments, messages);
        this.conductForms = new ConductFormPages(conduct, attachments, messages);
        this.district = new DistrictPages(news, access, messages);
    }

    @Override
    public String id() {
        return "group";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.GROUPS, 10, "/group/directives", "group.nav.directives", "megaphone", ""),
                new NavEntry(NavEntry.Section.GROUPS, 20, "/group/groups", "group.nav.groups", "people", ""),
                new NavEntry(NavEntry.Section.GROUPS, 30, "/group/conduct", "group.nav.conduct", "flag", REPORT),
                new NavEntry(
                        NavEntry.Section.GROUPS, 40, "/group/district", "group.nav.district", "patch-check", READ));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/group/groups", "", groups::list),
                UiPage.of("/group/groups.csv", "", groups::export),
                UiPage.form("/group/groups/new", REGISTER, groupForms::compose, groupForms::register),
                UiPage.form("/group/groups/propose", REGISTER, groupForms::composeProposal, groupForms::propose),
                UiPage.form("/group/groups/{id}/decide", REGISTER, recognitions::decideForm, recognitions::decide),
                UiPage.of("/group/official", "", recognitions::ofDay),
                UiPage.of("/group/official.csv", "", recognitions::exportOfDay),
                UiPage.of("/group/decisions", "", recognitions::decisions),
                UiPage.of("/group/decisions.csv", "", recognitions::exportDecisions),
                UiPage.of("/group/groups/{id}", "", groups::detail),
                UiPage.form("/group/groups/{id}/edit", REGISTER, groupForms::edit, groupForms::change),
                UiPage.form("/group/groups/{id}/dissolve", REGISTER, groupForms::dissolveForm, groupForms::dissolve),
                UiPage.of("/group/groups/{id}/members", "", groups::members),
                UiPage.action("/group/groups/{id}/joined", RECEIVE, groups::members, groups::joined),
                UiPage.action("/group/groups/{id}/gone", RECEIVE, groups::members, groups::gone),
                UiPage.of("/group/directives", "", directives::list),
                UiPage.of("/group/directives.csv", "", directives::export),
                UiPage.form("/group/directives/new", ISSUE, directiveForms::compose, directiveForms::draft),
                UiPage.of("/group/directives/{id}", "", directives::detail),
                UiPage.form("/group/directives/{id}/edit", ISSUE, directiveForms::edit, directiveForms::revise),
                UiPage.action("/group/directives/{id}/issue", ISSUE, directives::detail, directives::issue),
                UiPage.action("/group/directives/{id}/discard", ISSUE, directives::detail, directives::discard),
                UiPage.action(
                        "/group/directives/{id}/acknowledge", RECEIVE, directives::detail, directives::acknowledge),
                UiPage.action("/group/directives/{id}/reply", RECEIVE, directives::detail, directives::reply),
                UiPage.action("/group/directives/{id}/complete", RECEIVE, directives::detail, directives::complete),
                UiPage.action("/group/directives/{id}/pin", ISSUE, directives::detail, directives::pin),
                UiPage.action("/group/directives/{id}/unpin", ISSUE, directives::detail, directives::unpin),
                UiPage.form("/group/directives/{id}/withdraw", ISSUE, directives::withdrawForm, directives::withdraw),
                UiPage.of("/group/directives/{id}/receipts", "", receipts::list),
                UiPage.of("/group/directives/{id}/receipts.csv", "", receipts::export),
                UiPage.of("/group/directives/{id}/receipts.pdf", "", receipts::paper),
                UiPage.of("/group/directives/{id}/files/{file}", "", directives::file),
                UiPage.of("/group/district", READ, district::changes),
                UiPage.of("/group/district.csv", READ, district::export),
                UiPage.form("/group/district/link", REGISTER, district::form, district::connect),
                UiPage.of("/group/conduct", REPORT, conduct::list),
                UiPage.of("/group/conduct.csv", REPORT, conduct::export),
                UiPage.form("/group/conduct/new", REPORT, conductForms::compose, conductForms::report),
                UiPage.of("/group/conduct/{id}", REPORT, conduct::detail),
                UiPage.form("/group/conduct/{id}/{step}", REPORT, conductForms::stepForm, conductForms::step),
                UiPage.of("/group/conduct/{id}/files/{file}", REPORT, conduct::file));
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard("waiting", 60, ISSUE, directives::waitingCard));
    }
}
