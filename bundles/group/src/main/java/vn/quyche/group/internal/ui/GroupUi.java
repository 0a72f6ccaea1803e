package vn.quyche.group.internal.ui;

import java.util.List;
import java.util.stream.Stream;
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
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.schedule.ScheduledIssues;
import vn.quyche.group.internal.link.PlatformLink;
import vn.quyche.group.internal.service.DirectiveViews;
import vn.quyche.group.internal.service.GroupWords;
import vn.quyche.group.internal.service.InspectionPapers;
import vn.quyche.group.internal.service.InspectionWords;
import vn.quyche.group.internal.service.ReceiptSheets;

/** What the domain shows: groups, directives, what others still owe on mine, conduct, and inspections. */
@Component(service = UiModule.class)
public final class GroupUi implements UiModule {

    private static final String RECEIVE = "group:receive";
    private static final String ISSUE = "group:issue";
    private static final String REPORT = "group:report";
    private static final String REGISTER = "group:register";
    private static final String CUSTODY = "group:custody";
    private static final String INSPECTIONS = "group:inspections";
    private static final String INSPECT = "group:inspect";
    private static final String INSPECTION = "/group/inspections/{id}";
    private static final String READ = "group:read";

    private final GroupPages groups;
    private final GroupFormPages groupForms;
    private final RecognitionPages recognitions;
    private final DirectivePages directives;
    private final ReceiptPages receipts;
    private final DirectiveFormPages directiveForms;
    private final DocumentPages documents;
    private final ConsultationPages consultations;
    private final SchedulePages schedules;
    private final ReminderPages reminders;
    private final CustodyPages custody;
    private final ConductPages conduct;
    private final ConductFormPages conductForms;
    private final InspectionPages inspections;
    private final InspectionFormPages inspectionForms;
    private final MemberPages members;
    private final DistrictPages district;
    private final CheckPages checks;

    @Activate
    public GroupUi(
            @Reference Groups groups,
            @Reference Recognition recognition,
            @Reference Directives directives,
            @Reference DirectiveViews views,
            @Reference Conduct conduct,
            @Reference ScheduledIssues scheduled,
            @Reference Reminders reminders,
            @Reference Custody custody,
            @Reference MeetingDocuments documents,
            @Reference Consultations consultations,
            @Reference Inspections inspections,
            @Reference InspectionPapers papers,
            @Reference InspectionWords inspectionWords,
            @Reference DistrictNews news,
            @Reference Access access,
            @Reference Directory directory,
            @Reference ReceiptSheets sheets,
            @Reference Printer printer,
            @Reference GroupWords words,
            @Reference Attachments attachments,
            @Reference AuditTrail audit,
            @Reference Messages messages,
            @Reference PlatformLink platform,
            @Reference MemberPages members,
            @Reference CheckPages checks,
            @Reference java.time.Clock clock) {
        this.members = members;
        this.checks = checks;
        this.groups = new GroupPages(groups, recognition, directives, members, words, audit, messages, platform, clock);
        this.groupForms = new GroupFormPages(groups, recognition, directory, messages, clock);
        this.recognitions = new RecognitionPages(recognition, groups, directory, words, messages, clock);
        this.directives = new DirectivePages(
                directives, views, new DirectiveExtras(scheduled, reminders), groups, attachments, audit, messages);
        this.receipts = new ReceiptPages(directives, sheets, printer, messages);
        this.directiveForms =
                new DirectiveFormPages(directives, groups, members.kinds(), attachments, directory, messages, clock);
        this.documents = new DocumentPages(documents, directives, groups, messages);
        this.consultations = new ConsultationPages(consultations, groups, audit, messages);
        this.schedules = new SchedulePages(scheduled, groups, messages);
        this.reminders = new ReminderPages(reminders, directives, messages);
        this.custody = new CustodyPages(custody, directives, messages);
        this.conduct = new ConductPages(conduct, groups, attachments, messages);
        this.conductForms = new ConductFormPages(conduct, attachments, messages);
        this.inspections = new InspectionPages(inspections, papers, inspectionWords, printer, messages);
        this.inspectionForms = new InspectionFormPages(inspections, groups, messages, clock);
        this.district = new DistrictPages(news, access, messages);
    }

    @Override
    public String id() {
        return "group";
    }

    @Override
    public List<NavEntry> nav() {
        return Stream.concat(ownNav().stream(), members.nav().stream()).toList();
    }

    private static List<NavEntry> ownNav() {
        return List.of(
                new NavEntry(NavEntry.Section.GROUPS, 10, "/group/directives", "group.nav.directives", "megaphone", ""),
                new NavEntry(
                        NavEntry.Section.GROUPS,
                        12,
                        "/group/documents",
                        "group.nav.documents",
                        "file-earmark-text",
                        ""),
                new NavEntry(
                        NavEntry.Section.GROUPS,
                        14,
                        "/group/consultations",
                        "group.nav.consultations",
                        "question-circle",
                        ""),
                new NavEntry(NavEntry.Section.GROUPS, 20, "/group/groups", "group.nav.groups", "people", ""),
                new NavEntry(NavEntry.Section.GROUPS, 30, "/group/conduct", "group.nav.conduct", "flag", REPORT),
                new NavEntry(
                        NavEntry.Section.GROUPS,
                        40,
                        "/group/inspections",
                        "group.nav.inspections",
                        "clipboard-check",
                        INSPECTIONS),
                new NavEntry(
                        NavEntry.Section.GROUPS, 50, "/group/district", "group.nav.district", "patch-check", READ));
    }

    @Override
    public List<UiPage> visitorPages() {
        return List.of(UiPage.of("/group/check", "", checks::check));
    }

    @Override
    public List<UiPage> pages() {
        return Stream.concat(ownPages().stream(), members.pages().stream()).toList();
    }

    private List<UiPage> ownPages() {
        return List.of(
                UiPage.of("/group/groups", "", groups::list),
                UiPage.of("/group/groups.csv", "", groups::export),
                UiPage.form("/group/groups/new", REGISTER, groupForms::compose, groupForms::register),
                UiPage.form("/group/groups/propose", REGISTER, groupForms::composeProposal, groupForms::propose),
                UiPage.form("/group/groups/{id}/decide", REGISTER, recognitions::decideForm, recognitions::decide),
                UiPage.form(
                        "/group/groups/{id}/decision-withdraw",
                        REGISTER,
                        recognitions::withdrawForm,
                        recognitions::withdraw),
                UiPage.of("/group/groups/{id}/editions", "", recognitions::editions),
                UiPage.of("/group/groups/{id}/editions.csv", "", recognitions::exportEditions),
                UiPage.of("/group/official", "", recognitions::ofDay),
                UiPage.of("/group/official.csv", "", recognitions::exportOfDay),
                UiPage.of("/group/decisions", "", recognitions::decisions),
                UiPage.of("/group/decisions.csv", "", recognitions::exportDecisions),
                UiPage.of("/group/groups/{id}", "", groups::detail),
                UiPage.of("/group/groups/{id}/label", "", checks::label),
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
                UiPage.of("/group/documents", "", documents::list),
                UiPage.of("/group/documents.csv", "", documents::export),
                UiPage.of("/group/directives/{id}/deliveries", "", documents::deliveries),
                UiPage.of("/group/directives/{id}/deliveries.csv", "", documents::exportDeliveries),
                UiPage.of("/group/consultations", "", consultations::list),
                UiPage.of("/group/consultations.csv", "", consultations::export),
                UiPage.form("/group/consultations/new", ISSUE, consultations::compose, consultations::open),
                UiPage.of("/group/consultations/{id}", "", consultations::detail),
                UiPage.action(
                        "/group/consultations/{id}/answer", RECEIVE, consultations::detail, consultations::answer),
                UiPage.action("/group/consultations/{id}/close", ISSUE, consultations::detail, consultations::close),
                UiPage.of("/group/consultations/{id}/answers.csv", "", consultations::exportAnswers),
                UiPage.of("/group/scheduled", ISSUE, schedules::list),
                UiPage.of("/group/scheduled.csv", ISSUE, schedules::export),
                UiPage.action("/group/directives/{id}/schedule", ISSUE, directives::detail, schedules::schedule),
                UiPage.action("/group/directives/{id}/unschedule", ISSUE, directives::detail, schedules::takeBack),
                UiPage.action("/group/directives/acknowledge", RECEIVE, directives::list, directives::acknowledgeAll),
                UiPage.action("/group/directives/{id}/remind", RECEIVE, receipts::list, reminders::remind),
                UiPage.of("/group/directives/{id}/reminders", "", reminders::list),
                UiPage.of("/group/directives/{id}/reminders.csv", "", reminders::export),
                UiPage.of("/group/holds", CUSTODY, custody::list),
                UiPage.of("/group/holds.csv", CUSTODY, custody::export),
                UiPage.of("/group/directives/{id}/custody", RECEIVE, custody::detail),
                UiPage.action("/group/directives/{id}/hold", RECEIVE, custody::detail, custody::hold),
                UiPage.action("/group/directives/{id}/lift", RECEIVE, custody::detail, custody::lift),
                UiPage.form("/group/directives/{id}/export", RECEIVE, custody::exportForm, custody::take),
                UiPage.of("/group/district", READ, district::changes),
                UiPage.of("/group/district.csv", READ, district::export),
                UiPage.form("/group/district/link", REGISTER, district::form, district::connect),
                UiPage.of("/group/conduct", REPORT, conduct::list),
                UiPage.of("/group/conduct.csv", REPORT, conduct::export),
                UiPage.form("/group/conduct/new", REPORT, conductForms::compose, conductForms::report),
                UiPage.of("/group/conduct/{id}", REPORT, conduct::detail),
                UiPage.form("/group/conduct/{id}/{step}", REPORT, conductForms::stepForm, conductForms::step),
                UiPage.of("/group/conduct/{id}/files/{file}", REPORT, conduct::file),
                UiPage.of("/group/inspections", "", inspections::list),
                UiPage.of("/group/inspections.csv", "", inspections::export),
                UiPage.of("/group/inspections/plan", INSPECTIONS, inspections::plan),
                UiPage.of("/group/inspections/plan.csv", INSPECTIONS, inspections::exportPlan),
                UiPage.form("/group/inspections/new", INSPECT, inspectionForms::compose, inspectionForms::begin),
                UiPage.of(INSPECTION, "", inspections::detail),
                UiPage.of(INSPECTION + "/report.pdf", "", inspections::paper),
                UiPage.of(INSPECTION + "/lines.csv", "", inspections::exportLines),
                UiPage.form(
                        INSPECTION + "/conclusion", INSPECT, inspectionForms::conclusion, inspectionForms::conclude),
                UiPage.form(INSPECTION + "/findings", INSPECT, inspectionForms::findingForm, inspectionForms::find),
                UiPage.action(
                        INSPECTION + "/findings/{finding}/drop", INSPECT, inspections::detail, inspectionForms::drop),
                UiPage.form(
                        INSPECTION + "/findings/{finding}/remedy",
                        RECEIVE,
                        inspectionForms::remedyForm,
                        inspectionForms::remedy),
                UiPage.action(INSPECTION + "/sign", INSPECT, inspections::detail, inspectionForms::sign),
                UiPage.action(INSPECTION + "/discard", INSPECT, inspections::detail, inspectionForms::discard));
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(
                new HomeCard("unread", 20, RECEIVE, directives::unreadCard),
                new HomeCard("consultations", 30, RECEIVE, consultations::card),
                new HomeCard("waiting", 60, ISSUE, directives::waitingCard));
    }
}
