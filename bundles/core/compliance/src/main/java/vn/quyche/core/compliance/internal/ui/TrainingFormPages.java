package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Audience;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.TrainingPlans;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.compliance.internal.service.Trainings.NewMakeUp;
import vn.quyche.core.compliance.internal.service.Trainings.NewTraining;

/** The forms with which trainings are planned, held, made up and cancelled, and with which their plan is written. */
final class TrainingFormPages {

    private static final String ALL = "/compliance/training";
    /** The largest material that is taken, bytes. */
    private static final long MAX_FILE = 50L << 20;

    private final Trainings trainings;
    private final TrainingPlans plans;
    private final AdoptedRegulations adopted;
    private final RegulationReader reader;
    private final Attachments attachments;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    TrainingFormPages(
            Trainings trainings,
            TrainingPlans plans,
            AdoptedRegulations adopted,
            RegulationReader reader,
            Attachments attachments,
            Directory directory,
            Messages messages,
            Clock clock) {
        this.trainings = trainings;
        this.plans = plans;
        this.adopted = adopted;
        this.reader = reader;
        this.attachments = attachments;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    View compose(UiRequest request) {
        Map<String, Object> model = choices(request.caller());
        model.put("regulationId", request.query("regulation").orElse(""));
        model.put("audience", Audience.people(Set.of()));
        model.put("responsible", request.caller().personId().map(List::of).orElse(List.of()));
        return View.page("compliance/training-form", model);
    }

    View plan(UiRequest request) {
        String id = trainings.plan(request.caller(), request.form("key"), entered(request));
        return View.redirect(ALL + "/" + id, "compliance.training.planned");
    }

    View edit(UiRequest request) {
        Training one = training(request);
        Map<String, Object> model = choices(request.caller());
        model.put("one", one);
        model.put("regulationId", one.regulationId());
        model.put("audience", one.audience());
        model.put("responsible", List.of(one.responsibleId()));
        return View.page("compliance/training-form", model);
    }

    View change(UiRequest request) {
        String id = request.path("id");
        trainings.change(request.caller(), id, Form.version(request), entered(request));
        return View.redirect(ALL + "/" + id, "core.saved");
    }

    View holdForm(UiRequest request) {
        Map<String, String> people = new LinkedHashMap<>();
        for (Attendee one : trainings.people(request.caller(), request.path("id"))) {
            people.put(one.personId(), one.name());
        }
        return View.page("compliance/training-hold", Map.of("one", training(request), "people", people));
    }

    View hold(UiRequest request) {
        String id = request.path("id");
        trainings.hold(
                request.caller(),
                id,
                Form.version(request),
                new HashSet<>(Form.texts(request, "present")),
                request.form("remark"));
        return View.redirect(ALL + "/" + id, "compliance.training.recorded");
    }

    View makeUpForm(UiRequest request) {
        Training one = training(request);
        Collection<String> missing = trainings.people(request.caller(), one.id()).stream()
                .filter(Attendee::missing)
                .map(Attendee::name)
                .toList();
        return View.page(
                "compliance/training-make-up",
                Map.of("one", one, "missing", missing, "responsible", List.of(one.responsibleId())));
    }

    View makeUp(UiRequest request) {
        NewMakeUp wanted = new NewMakeUp(
                Form.time(request, "startsAt").orElse(null),
                request.form("trainer"),
                request.form("place"),
                request.form("responsibleId"));
        String id = trainings.makeUp(request.caller(), request.path("id"), request.form("key"), wanted);
        return View.redirect(ALL + "/" + id, "compliance.training.planned");
    }

    View cancelForm(UiRequest request) {
        return View.page("compliance/training-cancel", Map.of("one", training(request)));
    }

    View cancel(UiRequest request) {
        String id = request.path("id");
        trainings.cancel(request.caller(), id, Form.version(request), request.form("reason"));
        return View.redirect(ALL + "/" + id, "compliance.training.cancelled");
    }

    View planForm(UiRequest request) {
        String year = request.query("year").filter(text -> !text.isBlank()).orElseGet(plans::running);
        return View.page("compliance/training-plan", Map.of("plan", plans.get(request.caller(), year)));
    }

    View writePlan(UiRequest request) {
        TrainingPlan plan =
                plans.write(request.caller(), request.form("year"), Form.version(request), request.form("aims"));
        return View.redirect(ALL + "?year=" + plan.schoolYear(), "core.saved");
    }

    View approve(UiRequest request) {
        TrainingPlan plan = plans.approve(request.caller(), request.form("year"), Form.version(request));
        return View.redirect(ALL + "?year=" + plan.schoolYear(), "compliance.training.approved", plan.schoolYear());
    }

    private NewTraining entered(UiRequest request) {
        List<String> files = new ArrayList<>();
        for (UiRequest.Upload upload : request.files("files")) {
            files.add(attachments
                    .receive(request.caller(), upload.fileName(), upload::open, MAX_FILE)
                    .id());
        }
        Set<Post> posts = Form.texts(request, "posts").stream()
                .flatMap(name -> Form.constant(Post.class, name).stream())
                .collect(Collectors.toSet());
        return new NewTraining(
                request.form("regulationId"),
                request.form("clause"),
                request.form("title"),
                request.form("content"),
                request.form("trainer"),
                request.form("place"),
                request.form("responsibleId"),
                new Audience(
                        request.form("allStaff").equals("true"),
                        posts,
                        new HashSet<>(Form.texts(request, "unitIds")),
                        new HashSet<>(Form.texts(request, "personIds"))),
                Form.time(request, "startsAt").orElse(null),
                files);
    }

    private Training training(UiRequest request) {
        return trainings.get(request.caller(), request.path("id")).training();
    }

    private Map<String, Object> choices(Caller caller) {
        Locale locale = caller.locale();
        Map<String, String> regulations = new LinkedHashMap<>();
        adopted.list(caller).forEach(one -> regulations.put(one.id(), one.title()));
        Map<String, String> clauses = new LinkedHashMap<>();
        reader.clauses(caller)
                .forEach(one -> clauses.put(
                        one.clause().id(),
                        one.clause().id() + " – " + one.clause().summary()));
        Map<String, String> units = new LinkedHashMap<>();
        directory.units(VietnamTime.today(clock)).stream()
                .filter(unit -> !unit.type().sensitive())
                .forEach((Unit unit) -> units.put(unit.id(), unit.name()));
        Map<String, Object> model = new HashMap<>();
        model.put("regulations", regulations);
        model.put("clauses", clauses);
        model.put("units", units);
        model.put("posts", Form.choices(messages, locale, Post.class, "post."));
        return model;
    }
}
