package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.consultation.Answer;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.ConsultationState;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.api.consultation.Results;
import vn.quyche.group.internal.store.JpaConsultationStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/** Consultation windows. What members answer stays out of the audit log: only leaders read it. */
@Component(service = {Consultations.class, DefaultConsultations.class})
public final class DefaultConsultations implements Consultations {

    /** The kind of thing that a consultation is, for audit and notices. */
    static final String CONSULTATION = "group.consultation";

    private static final String CLAUSE = "MT.12.2";
    private static final int MIN_CHOICES = 2;
    private static final int MAX_CHOICES = 10;

    private final Acts acts;
    private final JpaConsultationStore consultations;
    private final JpaGroupStore groups;
    private final GroupSight sight;
    private final Screening screening;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultConsultations(
            @Reference Acts acts,
            @Reference JpaConsultationStore consultations,
            @Reference JpaGroupStore groups,
            @Reference GroupSight sight,
            @Reference Screening screening,
            @Reference Notices notices,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.consultations = consultations;
        this.groups = groups;
        this.sight = sight;
        this.screening = screening;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Consultation> list(Caller caller, Query query, PageRequest page) {
        return consultations.list(query, sight.visible(caller, query.groupId()), page, clock.instant());
    }

    @Override
    public Consultation get(Caller caller, String consultationId) {
        return seen(caller, consultations.find(consultationId, clock.instant()), consultationId);
    }

    @Override
    public Rights rights(Caller caller, String consultationId) {
        Consultation found = get(caller, consultationId);
        Optional<MessagingGroup> group = groups.find(found.groupId());
        return new Rights(
                found.state() == ConsultationState.OPEN
                        && group.filter(one -> belongs(caller, one)).isPresent(),
                group.filter(one -> sight.leads(caller, one)).isPresent());
    }

    @Override
    public List<MessagingGroup> groups(Caller caller) {
        return sight.list(caller, Groups.Query.active()).stream()
                .filter(group -> sight.leads(caller, group))
                .toList();
    }

    @Override
    @Regulated("MT.12.2")
    public String open(Caller caller, NewConsultation entered, String idempotencyKey) {
        Act act = Act.create(CONSULTATION, "group.open-consultation", GroupPermissions.ISSUE, Scope.own(caller));
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            MessagingGroup group = sight.require(caller, entered.groupId() == null ? "" : entered.groupId());
            requireLeader(caller, group, "group.only-leader-consults");
            if (!group.open(sight.today())) {
                throw new Conflict("group.dissolved", group.name());
            }
            Consultation asked = checked(caller, group, entered);
            consultations.insert(asked);
            log.subject(asked.id());
            log.changed(null, asked);
            if (asked.state() == ConsultationState.OPEN) {
                tell(group, asked);
            }
            return asked.id();
        });
    }

    @Override
    @Regulated("MT.12.2")
    public void answer(Caller caller, String consultationId, int choice, String text) {
        Act act = Act.on(
                CONSULTATION, consultationId, "group.answer-consultation", GroupPermissions.RECEIVE, Scope.own(caller));
        acts.perform(caller, act, log -> {
            Instant now = clock.instant();
            Consultation found = seen(caller, consultations.lock(consultationId, now), consultationId);
            requireOpen(found);
            MessagingGroup group = groups.find(found.groupId()).orElseThrow();
            if (!belongs(caller, group)) {
                throw new Refused("BC.4.5", "group.consultation-outsider", group.name());
            }
            String person = caller.personId().orElseThrow();
            boolean again = consultations.answerOf(consultationId, person).isPresent();
            consultations.answer(consultationId, checked(caller, found, choice, text, person, now));
            log.changed(null, Map.of("again", again));
            return null;
        });
    }

    @Override
    public Optional<Answer> mine(Caller caller, String consultationId) {
        return caller.personId().flatMap(person -> consultations.answerOf(consultationId, person));
    }

    @Override
    @Regulated("MT.12.2")
    public Consultation close(Caller caller, String consultationId, String reason) {
        Act act = Act.on(
                CONSULTATION, consultationId, "group.close-consultation", GroupPermissions.ISSUE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            Consultation found = seen(caller, consultations.lock(consultationId, clock.instant()), consultationId);
            MessagingGroup group = groups.find(found.groupId()).orElseThrow();
            requireLeader(caller, group, "group.only-leader-ends");
            if (found.state() == ConsultationState.CLOSED || found.state() == ConsultationState.CANCELLED) {
                throw new Conflict("group.consultation-closed");
            }
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            screening.requireText(caller, "reason", why);
            boolean begun = found.state() == ConsultationState.OPEN;
            consultations.close(
                    consultationId,
                    begun ? ConsultationState.CLOSED : ConsultationState.CANCELLED,
                    clock.instant(),
                    why,
                    members(group).size());
            Consultation closed =
                    consultations.find(consultationId, clock.instant()).orElseThrow();
            log.changed(Map.of("state", found.state()), Map.of("state", closed.state()));
            log.note(why);
            return closed;
        });
    }

    @Override
    @Regulated("MT.12.2")
    public Results results(Caller caller, String consultationId) {
        Consultation found = led(caller, consultationId);
        Map<Integer, Integer> counts = consultations.counts(consultationId);
        List<Results.Count> choices = new ArrayList<>();
        for (int place = 1; place <= found.choices().size(); place++) {
            choices.add(new Results.Count(found.choices().get(place - 1), counts.getOrDefault(place, 0)));
        }
        int members = found.closedAt().isPresent()
                ? consultations.members(consultationId)
                : members(groups.find(found.groupId()).orElseThrow()).size();
        return new Results(
                members, counts.values().stream().mapToInt(Integer::intValue).sum(), choices);
    }

    @Override
    @Regulated("MT.12.2")
    public Page<Answer> answers(Caller caller, String consultationId, PageRequest page) {
        led(caller, consultationId);
        return consultations.answers(consultationId, page);
    }

    /** Ends a consultation whose time is over, and tells its leaders; nothing happens when it is closed. */
    @Regulated("MT.12.2")
    public void expire(Caller system, String consultationId) {
        Act act = Act.on(
                CONSULTATION, consultationId, "group.close-consultation", GroupPermissions.ISSUE, Scope.school());
        acts.perform(system, act, log -> {
            Consultation found =
                    consultations.lock(consultationId, clock.instant()).orElseThrow();
            if (found.closedAt().isPresent() || found.state() != ConsultationState.CLOSED) {
                // a leader was faster
                return null;
            }
            MessagingGroup group = groups.find(found.groupId()).orElseThrow();
            consultations.close(
                    consultationId,
                    ConsultationState.CLOSED,
                    found.endsAt(),
                    "",
                    members(group).size());
            log.changed(Map.of("state", ConsultationState.OPEN), Map.of("state", ConsultationState.CLOSED));
            int answered = consultations.counts(consultationId).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            Set<String> leaders = new HashSet<>(sight.roles().leaders(group.appointments()));
            leaders.add(found.openedById());
            notices.send(leaders.stream()
                    .map(person ->
                            notice(found, person, group.name() + " · đã hết hạn, " + answered + " người trả lời"))
                    .toList());
            return null;
        });
    }

    /** Tells the members that a consultation has begun, once. */
    public void begin(String consultationId) {
        consultations
                .find(consultationId, clock.instant())
                .ifPresent(found -> groups.find(found.groupId()).ifPresent(group -> tell(group, found)));
    }

    private void tell(MessagingGroup group, Consultation begun) {
        if (consultations.told(begun.id())) {
            notices.send(members(group).stream()
                    .map(Person::id)
                    .filter(person -> !person.equals(begun.openedById()))
                    .map(person -> notice(begun, person, group.name() + " · hạn " + VietnamTime.moment(begun.endsAt())))
                    .toList());
        }
    }

    private static NewNotice notice(Consultation about, String personId, String body) {
        return new NewNotice(
                CONSULTATION + ":" + about.id(),
                personId,
                CONSULTATION,
                VietnameseText.line("Lấy ý kiến: " + about.question()),
                body,
                "/group/consultations/" + about.id());
    }

    private Consultation checked(Caller caller, MessagingGroup group, NewConsultation entered) {
        Instant now = clock.instant();
        Checks checks = new Checks();
        String question = VietnameseText.line(checks.text("question", entered.question(), 1, 300));
        String text = checks.text("text", entered.text(), 0, 4000);
        checks.that(entered.kind() != null, "kind", "core.required");
        List<String> choices = entered.choices().stream()
                .map(choice -> VietnameseText.line(checks.text("choices", choice, 1, 200)))
                .toList();
        boolean choosing = entered.kind() == AnswerKind.CHOICE;
        checks.that(
                !choosing || choices.size() >= MIN_CHOICES && choices.size() <= MAX_CHOICES,
                "choices",
                "group.consultation-choices",
                MIN_CHOICES,
                MAX_CHOICES);
        checks.that(
                choices.stream().map(VietnameseText::fold).distinct().count() == choices.size(),
                "choices",
                "group.consultation-same-choice");
        checks.that(
                choosing || choices.isEmpty() || entered.kind() == null, "choices", "group.consultation-no-choices");
        Instant begins = entered.beginsAt().filter(at -> at.isAfter(now)).orElse(now);
        checks.that(entered.endsAt().isPresent(), "endsAt", "core.required");
        checks.that(entered.endsAt().orElse(Instant.MAX).isAfter(begins), "endsAt", "group.consultation-end");
        checks.orThrow();
        screening.requireText(caller, "question", question);
        screening.requireText(caller, "text", text);
        choices.forEach(choice -> screening.requireText(caller, "choices", choice));
        return new Consultation(
                ids.next(),
                group.id(),
                question,
                text,
                entered.kind(),
                choices,
                begins,
                entered.endsAt().orElseThrow(),
                caller.personId().orElseThrow(),
                caller.name(),
                now,
                begins.isAfter(now) ? ConsultationState.PLANNED : ConsultationState.OPEN,
                Optional.empty(),
                "",
                1);
    }

    private Answer checked(Caller caller, Consultation found, int choice, String text, String personId, Instant now) {
        Checks checks = new Checks();
        if (found.kind() == AnswerKind.CHOICE) {
            checks.that(choice >= 1 && choice <= found.choices().size(), "choice", "group.consultation-choose");
            checks.orThrow();
            return new Answer(personId, caller.name(), choice, found.choices().get(choice - 1), now);
        }
        String answer = checks.text("text", text, 1, 2000);
        checks.orThrow();
        screening.requireText(caller, "text", answer);
        return new Answer(personId, caller.name(), 0, answer, now);
    }

    private static void requireOpen(Consultation found) {
        switch (found.state()) {
            case PLANNED -> throw new Conflict("group.consultation-not-begun", VietnamTime.moment(found.beginsAt()));
            case CLOSED, CANCELLED -> throw new Conflict("group.consultation-closed");
            case OPEN -> {
                // may be answered
            }
        }
    }

    private Consultation seen(Caller caller, Optional<Consultation> found, String id) {
        return found.filter(one -> groups.find(one.groupId())
                        .filter(group -> sight.sees(caller, group))
                        .isPresent())
                .orElseThrow(() -> new NotFound("group.consultation-not-found", id));
    }

    private Consultation led(Caller caller, String id) {
        Consultation found = get(caller, id);
        if (groups.find(found.groupId())
                .filter(group -> sight.leads(caller, group))
                .isEmpty()) {
            throw new Forbidden("group.consultation-not-leader");
        }
        return found;
    }

    private void requireLeader(Caller caller, MessagingGroup group, String code) {
        if (!sight.leads(caller, group)) {
            throw new Refused(CLAUSE, code, group.name());
        }
    }

    private boolean belongs(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(person -> sight.membership().ids(group.rule()).contains(person))
                .isPresent();
    }

    private List<Person> members(MessagingGroup group) {
        return sight.membership().people(group.rule());
    }
}
