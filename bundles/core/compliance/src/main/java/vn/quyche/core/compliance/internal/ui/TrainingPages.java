package vn.quyche.core.compliance.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.model.TrainingQuery;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.compliance.internal.service.TrainingPlans;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.compliance.internal.service.Trainings.TrainingView;

/** Trainings: the list of a school year with its plan, one training with who came, its sheet and its materials. */
final class TrainingPages {

    private final Trainings trainings;
    private final TrainingPlans plans;
    private final AdoptedRegulations adopted;
    private final Attachments attachments;
    private final Access access;
    private final Printer printer;
    private final Messages messages;

    TrainingPages(
            Trainings trainings,
            TrainingPlans plans,
            AdoptedRegulations adopted,
            Attachments attachments,
            Access access,
            Printer printer,
            Messages messages) {
        this.trainings = trainings;
        this.plans = plans;
        this.adopted = adopted;
        this.attachments = attachments;
        this.access = access;
        this.printer = printer;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        TrainingQuery query = query(request);
        String year = query.schoolYear().orElseThrow();
        TrainingPlan plan = plans.get(caller, year);
        Map<String, Object> model = new HashMap<>();
        model.put("page", trainings.list(caller, query, page(request)));
        model.put("plan", plan);
        model.put("year", year);
        model.put("years", years(caller));
        model.put("states", states(caller.locale()));
        model.put("regulations", regulations(caller));
        model.put(
                "mayApprove",
                !plan.approved()
                        && access.allows(caller, CompliancePermissions.REGULATION_TRAINING_APPROVE, Scope.school()));
        query.regulationId().ifPresent(id -> model.put("regulationChosen", id));
        return View.page("compliance/trainings", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        TrainingQuery query = query(request);
        return new View.Table(
                // asked of the plan, which refuses what is no year
                "tap-huan-"
                        + plans.get(caller, query.schoolYear().orElseThrow()).schoolYear(),
                List.of(
                        "compliance.training.date",
                        "compliance.training.title",
                        "compliance.training.about",
                        "compliance.training.trainer",
                        "compliance.training.place",
                        "compliance.training.responsible",
                        "core.state",
                        "compliance.training.invited",
                        "compliance.training.present",
                        "compliance.training.remark"),
                Page.every(page(request), page -> trainings.list(caller, query, page))
                        .map(view -> row(caller.locale(), view)));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        TrainingView view = trainings.get(caller, request.path("id"));
        Training training = view.training();
        Map<String, Object> model = new HashMap<>();
        model.put("v", view);
        model.put("one", training);
        model.put("files", trainings.files(caller, training.id()));
        model.put(
                "family",
                trainings.family(caller, training.id()).stream()
                        .filter(other -> !other.id().equals(training.id()))
                        .toList());
        if (view.people()) {
            List<Attendee> people = trainings.people(caller, training.id());
            model.put("people", people);
            model.put("missing", people.stream().filter(Attendee::missing).count());
        }
        return View.page("compliance/training", model);
    }

    View exportPeople(UiRequest request) {
        Locale locale = request.caller().locale();
        TrainingView view = trainings.get(request.caller(), request.path("id"));
        return new View.Table(
                "diem-danh-" + view.training().id(),
                List.of("core.person", "compliance.training.present", "compliance.training.made-up"),
                trainings.people(request.caller(), request.path("id")).stream()
                        .map(one -> List.of(
                                one.name(),
                                messages.text(locale, one.present() ? "core.yes" : "core.no"),
                                one.madeUp() ? messages.text(locale, "core.yes") : "")));
    }

    View sheet(UiRequest request) {
        PrintedDocument sheet = trainings.sheet(request.caller(), request.path("id"));
        return new View.Download(
                "diem-danh-tap-huan.pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(sheet, Printer.Format.PDF, out));
    }

    View file(UiRequest request) {
        Attachment file = trainings.file(request.caller(), request.path("id"), request.path("file"));
        return new View.Download(file.fileName(), file.mediaType(), safeToShow(file), out -> {
            try (var in = attachments.open(file)) {
                in.transferTo(out);
            }
        });
    }

    private static boolean safeToShow(Attachment file) {
        return file.mediaType().equals("application/pdf")
                || file.picture() && !file.mediaType().contains("svg");
    }

    private List<String> row(Locale locale, TrainingView view) {
        Training one = view.training();
        boolean held = one.state() == Training.State.HELD;
        return List.of(
                VietnamTime.moment(one.startsAt()),
                one.title(),
                one.about(),
                one.trainer(),
                one.place(),
                view.responsible(),
                messages.text(locale, "compliance.training.state." + one.state()),
                held ? String.valueOf(one.invited()) : "",
                held ? String.valueOf(one.present()) : "",
                one.remark());
    }

    private List<Map<String, String>> years(Caller caller) {
        return plans.years(caller).stream()
                .map(year -> Map.of("value", year, "label", year))
                .toList();
    }

    private List<Map<String, String>> states(Locale locale) {
        return Form.filters(messages, locale, Training.State.class, "compliance.training.state.");
    }

    private Map<String, String> regulations(Caller caller) {
        Map<String, String> options = new LinkedHashMap<>();
        adopted.list(caller).forEach(one -> options.put(one.id(), one.title()));
        return options;
    }

    /** A plan is read from its beginning. */
    private static PageRequest page(UiRequest request) {
        PageRequest page = request.pageRequest();
        return page.sort().isPresent() ? page : page.sorted("date");
    }

    /** The trainings of a school year; the running one unless another is chosen. */
    private TrainingQuery query(UiRequest request) {
        return new TrainingQuery(
                request.query("year").filter(year -> !year.isBlank()).or(() -> Optional.of(plans.running())),
                request.query("regulation").filter(id -> !id.isBlank()),
                request.query("state").flatMap(name -> Form.constant(Training.State.class, name)),
                request.query("q"));
    }
}
