package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.compliance.internal.service.Acknowledgements;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.compliance.internal.service.EvidenceFiles;
import vn.quyche.core.compliance.internal.service.Feedbacks;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.Standings;
import vn.quyche.core.compliance.internal.service.TrainingPlans;
import vn.quyche.core.compliance.internal.service.TrainingRecords;
import vn.quyche.core.compliance.internal.service.Trainings;

/** What the bundle shows of regulations. */
@Component(service = UiModule.class)
public final class ComplianceUi implements UiModule {

    private static final String READ = CompliancePermissions.REGULATION_READ;
    private static final String DRAFT = CompliancePermissions.REGULATION_DRAFT;
    private static final String STANDING = CompliancePermissions.REGULATION_STANDING;
    private static final String EVIDENCE = CompliancePermissions.REGULATION_EVIDENCE;
    private static final String FEEDBACK = CompliancePermissions.REGULATION_FEEDBACK;
    private static final String TRAINING = CompliancePermissions.REGULATION_TRAINING;
    private static final String RECORDS = CompliancePermissions.REGULATION_TRAINING_RECORDS;
    private static final String ONE_TRAINING = "/compliance/training/{id}";
    private static final String EDITION = "/compliance/editions/{id}";

    private final RegulationPages pages;
    private final AdoptionPages adoption;
    private final AdoptedPages adopted;
    private final StandingPages standing;
    private final EvidencePages evidence;
    private final FeedbackPages feedback;
    private final TrainingPages training;
    private final TrainingFormPages trainingForms;
    private final TrainingRecordPages trainingRecords;

    @Activate
    public ComplianceUi(
            @Reference RegulationReader reader,
            @Reference ParameterValues values,
            @Reference AdoptedRegulations regulations,
            @Reference Acknowledgements acknowledgements,
            @Reference Directory directory,
            @Reference Access access,
            @Reference Printer printer,
            @Reference Standings standings,
            @Reference EvidenceFiles files,
            @Reference Feedbacks feedbacks,
            @Reference Trainings trainings,
            @Reference TrainingPlans trainingPlans,
            @Reference TrainingRecords records,
            @Reference Attachments attachments,
            @Reference Messages messages,
            @Reference Clock clock) {
        this.pages = new RegulationPages(reader, values, clock);
        this.adoption = new AdoptionPages(regulations, reader, clock);
        this.adopted = new AdoptedPages(regulations, acknowledgements, reader, directory, access, printer, clock);
        this.standing = new StandingPages(standings, values, messages, clock);
        this.evidence = new EvidencePages(files, standings, messages);
        this.feedback = new FeedbackPages(feedbacks, regulations, access, messages);
        this.training =
                new TrainingPages(trainings, trainingPlans, regulations, attachments, access, printer, messages);
        this.trainingForms = new TrainingFormPages(
                trainings, trainingPlans, regulations, reader, attachments, directory, messages, clock);
        this.trainingRecords = new TrainingRecordPages(records, trainingPlans, regulations, messages);
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
                        3,
                        "/compliance/standing",
                        "compliance.nav.standing",
                        "clipboard-data",
                        STANDING),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        4,
                        "/compliance/evidence",
                        "compliance.nav.evidence",
                        "file-earmark-zip",
                        EVIDENCE),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        5,
                        "/compliance/regulations",
                        "compliance.nav.regulations",
                        "book",
                        READ),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        6,
                        "/compliance/feedback",
                        "compliance.nav.feedback",
                        "reply",
                        FEEDBACK),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        7,
                        "/compliance/feedback/mine",
                        "compliance.nav.feedback-mine",
                        "send",
                        READ),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        8,
                        "/compliance/training",
                        "compliance.nav.training",
                        "mortarboard",
                        READ),
                new NavEntry(
                        NavEntry.Section.REGULATIONS,
                        30,
                        "/compliance/criteria",
                        "compliance.nav.criteria",
                        "award",
                        STANDING),
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
                UiPage.of("/compliance/standing", STANDING, standing::overview),
                UiPage.of("/compliance/standing.csv", STANDING, standing::exportOverview),
                UiPage.of("/compliance/standing/regulations/{id}", STANDING, standing::regulation),
                UiPage.of("/compliance/standing/regulations/{id}/lines.csv", STANDING, standing::exportRegulation),
                UiPage.of("/compliance/standing/clauses/{clause}", STANDING, standing::clause),
                UiPage.of("/compliance/standing/clauses/{clause}/evidence.csv", STANDING, standing::exportEvidence),
                UiPage.action(
                        "/compliance/standing/regulations/{id}/file", EVIDENCE, standing::regulation, evidence::start),
                UiPage.of("/compliance/criteria", STANDING, standing::criteria),
                UiPage.of("/compliance/criteria.csv", STANDING, standing::exportCriteria),
                UiPage.of("/compliance/evidence", EVIDENCE, evidence::list),
                UiPage.of("/compliance/evidence.csv", EVIDENCE, evidence::export),
                UiPage.of("/compliance/evidence/{id}", EVIDENCE, evidence::detail),
                UiPage.of("/compliance/evidence/{id}/content", EVIDENCE, evidence::content),
                UiPage.action("/compliance/evidence/{id}/cancel", EVIDENCE, evidence::detail, evidence::cancel),
                UiPage.of("/compliance/regulations", READ, adopted::list),
                UiPage.form("/compliance/regulations/new", DRAFT, adoption::compose, adoption::create),
                UiPage.of("/compliance/regulations/{id}", READ, adopted::regulation),
                UiPage.of("/compliance/regulations/{id}/compare", READ, adopted::compare),
                UiPage.action("/compliance/regulations/{id}/revise", DRAFT, adopted::regulation, adoption::revise),
                UiPage.of("/compliance/packs", READ, adoption::packs),
                UiPage.of("/compliance/packs/{code}", READ, adoption::pack),
                UiPage.form(EDITION + "/outline", DRAFT, adoption::outline, adoption::saveOutline),
                UiPage.form(EDITION + "/articles/{key}", DRAFT, adoption::article, adoption::saveArticle),
                UiPage.form(EDITION + "/parameters", DRAFT, adoption::parameters, adoption::saveParameters),
                UiPage.form(EDITION + "/bases", DRAFT, adoption::bases, adoption::saveBases),
                UiPage.form(EDITION + "/decision", DRAFT, adoption::decision, adoption::saveDecision),
                UiPage.action(
                        EDITION + "/decide",
                        CompliancePermissions.REGULATION_EDIT,
                        adoption::decision,
                        adoption::decide),
                UiPage.action(EDITION + "/discard", DRAFT, adoption::decision, adoption::discard),
                UiPage.of(EDITION + "/read/{key}", READ, adopted::article),
                UiPage.form(EDITION + "/acknowledge", READ, adopted::acknowledge, adopted::confirm),
                UiPage.of(EDITION + "/receipts", CompliancePermissions.DUTY_READ, adopted::receipts),
                UiPage.of(EDITION + "/receipts.csv", CompliancePermissions.DUTY_READ, adopted::receiptsTable),
                UiPage.of(EDITION + "/receipts.pdf", CompliancePermissions.DUTY_READ, adopted::receiptsPaper),
                UiPage.of(EDITION + "/paper.pdf", READ, adopted::pdf),
                UiPage.of(EDITION + "/paper.docx", READ, adopted::docx),
                UiPage.form(EDITION + "/feedback", READ, feedback::compose, feedback::give),
                UiPage.of("/compliance/feedback", FEEDBACK, feedback::list),
                UiPage.of("/compliance/feedback.csv", FEEDBACK, feedback::export),
                UiPage.of("/compliance/feedback/mine", READ, feedback::mine),
                UiPage.of("/compliance/feedback/mine.csv", READ, feedback::exportMine),
                UiPage.action("/compliance/feedback/choose", FEEDBACK, feedback::list, feedback::choose),
                UiPage.form("/compliance/feedback/answer", FEEDBACK, feedback::answerForm, feedback::answer),
                UiPage.of("/compliance/feedback/{id}", READ, feedback::detail),
                UiPage.action("/compliance/feedback/{id}/take-up", FEEDBACK, feedback::detail, feedback::takeUp),
                UiPage.of("/compliance/training", READ, training::list),
                UiPage.of("/compliance/training.csv", READ, training::export),
                UiPage.of("/compliance/training/mine", READ, trainingRecords::mine),
                UiPage.of("/compliance/training/mine.csv", READ, trainingRecords::exportMine),
                UiPage.of("/compliance/training/records", RECORDS, trainingRecords::list),
                UiPage.of("/compliance/training/records.csv", RECORDS, trainingRecords::export),
                UiPage.of("/compliance/training/untrained", RECORDS, trainingRecords::untrained),
                UiPage.of("/compliance/training/untrained.csv", RECORDS, trainingRecords::exportUntrained),
                UiPage.form("/compliance/training/new", TRAINING, trainingForms::compose, trainingForms::plan),
                UiPage.form("/compliance/training/plan", TRAINING, trainingForms::planForm, trainingForms::writePlan),
                UiPage.action(
                        "/compliance/training/approve",
                        CompliancePermissions.REGULATION_TRAINING_APPROVE,
                        training::list,
                        trainingForms::approve),
                UiPage.of(ONE_TRAINING, READ, training::detail),
                UiPage.of(ONE_TRAINING + "/people.csv", READ, training::exportPeople),
                UiPage.of(ONE_TRAINING + "/sheet.pdf", READ, training::sheet),
                UiPage.of(ONE_TRAINING + "/files/{file}", READ, training::file),
                UiPage.form(ONE_TRAINING + "/edit", TRAINING, trainingForms::edit, trainingForms::change),
                UiPage.form(ONE_TRAINING + "/hold", READ, trainingForms::holdForm, trainingForms::hold),
                UiPage.form(ONE_TRAINING + "/make-up", TRAINING, trainingForms::makeUpForm, trainingForms::makeUp),
                UiPage.form(ONE_TRAINING + "/cancel", TRAINING, trainingForms::cancelForm, trainingForms::cancel),
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
