package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.ConsultationState;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.api.consultation.Results;

/** Consultations: the list, one with its answer or its results, and the form that opens one. */
final class ConsultationPages {

    private static final String LIST = "/group/consultations";
    private static final int SHOWN_HISTORY = 200;
    private static final int MAX_CHOICE = 10;
    private static final int LOOKED_AT = 20;
    private static final int SHOWN_ASKED = 5;

    private final Consultations consultations;
    private final GroupNames names;
    private final AuditTrail audit;
    private final Messages messages;

    ConsultationPages(Consultations consultations, Groups groups, AuditTrail audit, Messages messages) {
        this.consultations = consultations;
        this.names = new GroupNames(groups);
        this.audit = audit;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Page<Consultation> page = consultations.list(caller, query(request), request.pageRequest());
        List<Map<String, String>> states =
                Form.filters(messages, caller.locale(), ConsultationState.class, "group.consultation-state.");
        return View.page(
                "consultations",
                Map.of(
                        "page",
                        page,
                        "states",
                        states,
                        "mayAsk",
                        !consultations.groups(caller).isEmpty(),
                        "groupNames",
                        names.of(
                                caller,
                                page.items().stream().map(Consultation::groupId).toList())));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Locale locale = caller.locale();
        List<Consultation> found = Page.every(
                        request.pageRequest(), page -> consultations.list(caller, query(request), page))
                .toList();
        Map<String, String> groups =
                names.of(caller, found.stream().map(Consultation::groupId).toList());
        return new View.Table(
                "lay-y-kien",
                Stream.of("question", "group", "asked-by", "begins", "ends", "state")
                        .map(column -> "group.column." + column)
                        .toList(),
                found.stream()
                        .map(one -> List.of(
                                one.question(),
                                groups.getOrDefault(one.groupId(), ""),
                                one.openedByName(),
                                VietnamTime.moment(one.beginsAt()),
                                VietnamTime.moment(one.endsAt()),
                                messages.text(locale, "group.consultation-state." + one.state()))));
    }

    View compose(UiRequest request) {
        Map<String, String> options = new LinkedHashMap<>();
        for (MessagingGroup group : consultations.groups(request.caller())) {
            options.put(group.id(), group.name());
        }
        return View.page(
                "consultation-form",
                Map.of(
                        "groups",
                        options,
                        "groupId",
                        request.query("group").orElse(""),
                        "kinds",
                        Form.choices(messages, request.caller().locale(), AnswerKind.class, "group.answer-kind.")));
    }

    View open(UiRequest request) {
        AnswerKind kind = Form.constant(AnswerKind.class, request.form("kind")).orElse(null);
        List<String> choices =
                request.form("choices").lines().filter(line -> !line.isBlank()).toList();
        NewConsultation asked = new NewConsultation(
                request.form("groupId"),
                request.form("question"),
                request.form("text"),
                kind,
                choices,
                Form.time(request, "beginsAt"),
                Form.time(request, "endsAt"));
        String id = consultations.open(request.caller(), asked, request.form("key"));
        return View.redirect(LIST + "/" + id, "group.consultation-opened");
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Consultation found = consultations.get(caller, request.path("id"));
        Consultations.Rights rights = consultations.rights(caller, found.id());
        Map<String, Object> model = new HashMap<>();
        model.put("one", found);
        model.put("rights", rights);
        model.put("groupName", names.of(caller, found.groupId()));
        consultations.mine(caller, found.id()).ifPresent(answer -> {
            model.put("mine", answer);
            model.put("chosen", String.valueOf(answer.choice()));
        });
        Map<String, String> choices = new LinkedHashMap<>();
        for (int place = 1; place <= found.choices().size(); place++) {
            choices.put(String.valueOf(place), found.choices().get(place - 1));
        }
        model.put("choices", choices);
        if (rights.lead()) {
            Results results = consultations.results(caller, found.id());
            model.put("results", results);
            model.put("page", consultations.answers(caller, found.id(), request.pageRequest()));
        }
        model.put(
                "lines",
                audit.history("group.consultation", found.id(), PageRequest.first(SHOWN_HISTORY)).items().stream()
                        .filter(line -> !line.action().equals("group.answer-consultation"))
                        .toList());
        return View.page("consultation", model);
    }

    View answer(UiRequest request) {
        consultations.answer(
                request.caller(),
                request.path("id"),
                Form.number(request, "choice", 1, MAX_CHOICE).orElse(0),
                request.form("text"));
        return View.redirect(LIST + "/" + request.path("id"), "group.consultation-answered");
    }

    View close(UiRequest request) {
        consultations.close(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect(LIST + "/" + request.path("id"), "group.consultation-ended");
    }

    View exportAnswers(UiRequest request) {
        Caller caller = request.caller();
        Consultation found = consultations.get(caller, request.path("id"));
        return new View.Table(
                "y-kien-" + VietnamTime.at(found.openedAt()).toLocalDate(),
                List.of("group.column.person", "group.column.reply", "group.column.replied"),
                Page.every(request.pageRequest(), page -> consultations.answers(caller, found.id(), page))
                        .map(answer -> List.of(answer.name(), answer.text(), VietnamTime.moment(answer.at()))));
    }

    /** What the caller is asked and has not answered. */
    View card(UiRequest request) {
        Caller caller = request.caller();
        Consultations.Query open =
                new Consultations.Query(Optional.empty(), Optional.empty(), Optional.of(ConsultationState.OPEN));
        List<Consultation> asked =
                consultations.list(caller, open, PageRequest.first(LOOKED_AT).sorted("ends")).items().stream()
                        .filter(one -> consultations.mine(caller, one.id()).isEmpty()
                                && consultations.rights(caller, one.id()).answer())
                        .limit(SHOWN_ASKED)
                        .toList();
        return View.page("card-consultations", Map.of("asked", asked));
    }

    private static Consultations.Query query(UiRequest request) {
        return new Consultations.Query(
                request.query("group"),
                request.query("q"),
                request.query("state").flatMap(name -> Form.constant(ConsultationState.class, name)));
    }
}
