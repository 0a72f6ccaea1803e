package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.Feedback.State;
import vn.quyche.core.compliance.internal.model.FeedbackAnswer;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.JpaFeedbackStore;

/**
 * Opinions of the staff on the school's regulations: given on an article or the whole of an edition in force, collected by
 * the office, answered several at once, and tied to the later edition that takes them up (BC.6.10, BC.7.4, TC.10, MT.14).
 */
@Component(service = Feedbacks.class)
public final class Feedbacks {

    /** The kind of thing that acts and duties name. */
    public static final String SUBJECT = "compliance.feedback";
    /** The most opinions that one answer may answer. */
    public static final int MAX_AT_ONCE = 100;

    private static final String ANSWER = "compliance.feedback-answer";
    private static final String DUTY = "compliance.answer-feedback";
    private static final String DAYS = "compliance.feedback-days";
    private static final int MAX_TEXT = 4000;
    private static final int MAX_PLACE = 400;
    private static final int MAX_TITLE = 300;
    private static final int MAX_NOTICE = 500;

    private final JpaFeedbackStore store;
    private final JpaEditionStore editions;
    private final PackRegulations regulations;
    private final Duties duties;
    private final SchoolCalendar calendar;
    private final Notices notices;
    private final Directory directory;
    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Feedbacks(
            @Reference JpaFeedbackStore store,
            @Reference JpaEditionStore editions,
            @Reference PackRegulations regulations,
            @Reference Duties duties,
            @Reference SchoolCalendar calendar,
            @Reference Notices notices,
            @Reference Directory directory,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.regulations = regulations;
        this.duties = duties;
        this.calendar = calendar;
        this.notices = notices;
        this.directory = directory;
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An opinion to give.
     *
     * @param editionId the edition, which must be in force
     * @param articleKey the article; empty for the regulation as a whole
     * @param text what is thought
     * @param proposal what to put instead; may be empty
     */
    public record NewFeedback(String editionId, String articleKey, String text, String proposal) {}

    /**
     * An answer to give.
     *
     * @param ids the opinions, all on one regulation
     * @param outcome the decision
     * @param summary what the opinions say; needed when there are several
     * @param reason why it is decided so
     * @param editionId the later edition that takes them up; may be empty
     */
    public record NewAnswer(List<String> ids, State outcome, String summary, String reason, String editionId) {}

    /**
     * An opinion with what became of it.
     *
     * @param feedback the opinion
     * @param author the name of who gave it
     * @param answer the answer
     * @param takenUpBy how the decision of the edition that takes it up is cited; empty for none
     */
    public record FeedbackView(Feedback feedback, String author, Optional<FeedbackAnswer> answer, String takenUpBy) {}

    /**
     * Gives an opinion. The office finds it among its duties.
     *
     * @param key idempotency key, blank for none
     * @return the id of the opinion
     */
    @Regulated("BC.6.10")
    public String give(Caller caller, String key, NewFeedback wanted) {
        Act act =
                Act.create(SUBJECT, "compliance.give-feedback", CompliancePermissions.REGULATION_READ, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            LocalDate today = VietnamTime.today(clock);
            Person author = caller.personId()
                    .filter(person -> directory.employed(person, today))
                    .flatMap(person -> directory.find(person, today))
                    .orElseThrow(() -> new Conflict("compliance.feedback-staff-only"));
            Checks checks = new Checks();
            String text = checks.text("text", wanted.text(), 1, MAX_TEXT);
            String proposal = checks.text("proposal", wanted.proposal(), 0, MAX_TEXT);
            checks.orThrow();
            Edition edition = inForce(wanted.editionId(), today);
            Feedback feedback = feedback(edition, plain(wanted.articleKey()), author.id(), text, proposal, today);
            store.insert(feedback, author.fullName());
            office(author.id(), today).ifPresent(person -> duties.assign(List.of(duty(feedback, person))));
            log.subject(feedback.id());
            log.changed(null, Map.of("regulationId", feedback.regulationId(), "place", feedback.place()));
            return feedback.id();
        });
    }

    /** Everybody's opinions. */
    public Page<FeedbackView> list(Caller caller, FeedbackQuery query, PageRequest page) {
        access.require(caller, CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
        return views(store.list(query, Optional.empty(), page));
    }

    /** The caller's own opinions; an account that belongs to nobody has none. */
    public Page<FeedbackView> mine(Caller caller, FeedbackQuery query, PageRequest page) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        return views(store.list(query, Optional.of(caller.personId().orElse("")), page));
    }

    /** One opinion, for its author and the office. */
    public FeedbackView get(Caller caller, String id) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        Feedback found = store.find(plain(id))
                .filter(one -> caller.personId().filter(one.authorId()::equals).isPresent() || office(caller))
                .orElseThrow(Feedbacks::notFound);
        return views(List.of(found)).get(0);
    }

    /** Several opinions as they were chosen. */
    public List<FeedbackView> chosen(Caller caller, Collection<String> wanted) {
        access.require(caller, CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
        return views(found(wanted));
    }

    /** The other opinions that share the answer of one. */
    public List<FeedbackView> together(Caller caller, FeedbackView view) {
        access.require(caller, CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
        return views(view.answer()
                .map(answer -> store.answeredBy(answer.id()).stream()
                        .filter(one -> !one.id().equals(view.feedback().id()))
                        .toList())
                .orElse(List.of()));
    }

    /** The decided editions, latest first, that may take up opinions which were given on others before them. */
    public List<Edition> later(Caller caller, List<FeedbackView> views) {
        access.require(caller, CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
        return views.stream()
                .map(FeedbackView::feedback)
                .findFirst()
                .map(first -> later(views.stream().map(FeedbackView::feedback).toList(), first.regulationId()))
                .orElse(List.of());
    }

    /**
     * Answers opinions that are all on one regulation: all, or none when anything is wrong with one of them. Their authors
     * are told.
     *
     * @param key idempotency key, blank for none
     * @return the id of the answer
     */
    @Regulated({"BC.7.4", "TC.10", "MT.14"})
    public String answer(Caller caller, String key, NewAnswer wanted) {
        Act act = Act.create(
                ANSWER, "compliance.answer-feedback", CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            List<Feedback> opinions = found(wanted.ids() == null ? List.of() : wanted.ids());
            checkTogether(caller, opinions);
            FeedbackAnswer answer = checked(caller, wanted, opinions);
            store.insert(answer);
            for (Feedback one : opinions) {
                if (!store.settle(one.id(), answer.outcome(), answer.id())) {
                    throw new Conflict("compliance.feedback-answered", one.about());
                }
                duties.done(dutyKey(one.id()), "Trả lời: " + FeedbackWords.of(answer.outcome()));
            }
            notices.send(opinions.stream().map(one -> answered(one, answer)).toList());
            log.subject(answer.id());
            log.changed(
                    null,
                    Map.of(
                            "feedback",
                            opinions.stream().map(Feedback::id).toList(),
                            "outcome",
                            answer.outcome().name(),
                            "editionId",
                            answer.editionId().orElse("")));
            log.note(shortened(answer.reason(), MAX_NOTICE));
            return answer.id();
        });
    }

    /** Names the later edition that takes up what an answer accepted. Their authors are told. */
    @Regulated({"BC.7.4", "TC.10", "MT.14"})
    public void takeUp(Caller caller, String answerId, String editionId) {
        Act act = Act.on(
                ANSWER,
                plain(answerId),
                "compliance.take-up-feedback",
                CompliancePermissions.REGULATION_FEEDBACK,
                Scope.school());
        acts.perform(caller, act, log -> {
            FeedbackAnswer answer = store.answer(plain(answerId)).orElseThrow(Feedbacks::notFound);
            if (answer.outcome() == State.REFUSED) {
                throw new Conflict("compliance.feedback-not-accepted");
            }
            List<Feedback> opinions = store.answeredBy(answer.id());
            Edition edition = later(opinions, answer.regulationId()).stream()
                    .filter(one -> one.id().equals(editionId))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("editionId", "compliance.feedback-bad-edition"));
            if (!store.takenUp(answer.id(), edition.id())) {
                throw new Conflict("compliance.feedback-taken-up");
            }
            notices.send(opinions.stream().map(one -> takenUp(one, edition)).toList());
            log.changed(null, Map.of("editionId", edition.id()));
            return null;
        });
    }

    private Edition inForce(String editionId, LocalDate today) {
        Edition edition = editions.edition(plain(editionId))
                .filter(Edition::decided)
                .orElseThrow(() -> new NotFound("compliance.edition-not-found"));
        if (edition.state(today) != Edition.State.IN_FORCE) {
            throw new Conflict(
                    "compliance.feedback-not-in-force", edition.content().title());
        }
        return edition;
    }

    private Feedback feedback(
            Edition edition, String articleKey, String author, String text, String proposal, LocalDate today) {
        List<RegulationArticle> articles = edition.content().articles();
        int position = 0;
        String place = "";
        if (!articleKey.isEmpty()) {
            RegulationArticle article = articles.stream()
                    .filter(one -> one.key().equals(articleKey))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("compliance.article-not-found"));
            position = articles.indexOf(article) + 1;
            boolean twins = articles.stream()
                            .filter(one -> one.number().equals(article.number()))
                            .count()
                    > 1;
            place = shortened(article.citation("", twins) + ". " + article.title(), MAX_PLACE);
        }
        Instant now = clock.instant();
        return new Feedback(
                ids.next(),
                edition.regulationId(),
                edition.content().title(),
                editions.regulation(edition.regulationId()).orElseThrow().origin(),
                edition.id(),
                articleKey,
                place,
                position,
                author,
                text,
                proposal,
                State.OPEN,
                now,
                calendar.afterWorkingDays(now, regulations.intValue(DAYS, today)),
                Optional.empty());
    }

    /** Who answers: the clerk, else the principal; never the author. */
    private Optional<String> office(String author, LocalDate today) {
        return Stream.of(Post.RECORDS_CLERK, Post.PRINCIPAL, Post.VICE_PRINCIPAL)
                .flatMap(post -> directory.holders(post, today).stream())
                .map(Person::id)
                .filter(person -> !person.equals(author))
                .findFirst();
    }

    private boolean office(Caller caller) {
        return access.allows(caller, CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
    }

    private static NewDuty duty(Feedback feedback, String person) {
        return new NewDuty(
                dutyKey(feedback.id()),
                DUTY,
                switch (feedback.origin()) {
                    case "TC" -> "TC.10";
                    case "MT" -> "MT.14";
                    default -> "BC.7.4";
                },
                shortened("Trả lời góp ý: " + feedback.about(), MAX_TITLE),
                person,
                SUBJECT,
                feedback.id(),
                link(feedback),
                feedback.dueAt(),
                List.of(Duration.ofDays(1)),
                List.of(Escalation.toHolders(Post.PRINCIPAL)));
    }

    /** The opinions with some ids, each once, oldest first. */
    private List<Feedback> found(Collection<String> wanted) {
        TreeSet<String> each = wanted.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (each.isEmpty()) {
            throw new Invalid("id", "compliance.feedback-none-chosen");
        }
        if (each.size() > MAX_AT_ONCE) {
            throw new Invalid("id", "compliance.feedback-too-many", MAX_AT_ONCE);
        }
        return each.stream()
                .map(id -> store.find(id).orElseThrow(Feedbacks::notFound))
                .toList();
    }

    private static void checkTogether(Caller caller, List<Feedback> opinions) {
        if (opinions.stream().map(Feedback::regulationId).distinct().count() > 1) {
            throw new Invalid("id", "compliance.feedback-mixed");
        }
        for (Feedback one : opinions) {
            if (caller.personId().filter(one.authorId()::equals).isPresent()) {
                throw new Conflict("compliance.feedback-own");
            }
            if (one.state() != State.OPEN) {
                throw new Conflict("compliance.feedback-answered", one.about());
            }
        }
    }

    private FeedbackAnswer checked(Caller caller, NewAnswer wanted, List<Feedback> opinions) {
        Feedback first = opinions.get(0);
        Checks checks = new Checks();
        checks.that(wanted.outcome() != null && wanted.outcome() != State.OPEN, "outcome", "core.required");
        String summary = checks.text("summary", wanted.summary(), opinions.size() > 1 ? 1 : 0, MAX_TEXT);
        String reason = checks.text("reason", wanted.reason(), 1, MAX_TEXT);
        Optional<String> edition = Optional.of(plain(wanted.editionId())).filter(id -> !id.isEmpty());
        edition.ifPresent(id -> {
            checks.that(wanted.outcome() != State.REFUSED, "editionId", "compliance.feedback-refused-edition");
            checks.that(
                    later(opinions, first.regulationId()).stream()
                            .anyMatch(one -> one.id().equals(id)),
                    "editionId",
                    "compliance.feedback-bad-edition");
        });
        checks.orThrow();
        return new FeedbackAnswer(
                ids.next(),
                first.regulationId(),
                first.regulation(),
                first.origin(),
                wanted.outcome(),
                summary,
                reason,
                edition,
                caller.name(),
                clock.instant());
    }

    private List<Edition> later(List<Feedback> opinions, String regulationId) {
        List<String> given = opinions.stream().map(Feedback::editionId).toList();
        List<Edition> all = editions.editions(regulationId);
        int last = all.stream()
                .filter(one -> given.contains(one.id()))
                .mapToInt(Edition::sequence)
                .max()
                .orElse(0);
        return all.stream()
                .filter(one -> one.decided() && one.sequence() > last)
                .toList();
    }

    private Page<FeedbackView> views(Page<Feedback> page) {
        return new Page<>(views(page.items()), page.next());
    }

    private List<FeedbackView> views(List<Feedback> opinions) {
        Map<String, String> names = directory.names(
                opinions.stream().map(Feedback::authorId).collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<String, FeedbackAnswer> answers = store.answers(opinions.stream()
                .flatMap(one -> one.answerId().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        Map<String, String> cited = cited(answers.values());
        List<FeedbackView> views = new ArrayList<>();
        for (Feedback one : opinions) {
            Optional<FeedbackAnswer> answer = one.answerId().map(answers::get);
            views.add(new FeedbackView(
                    one,
                    names.getOrDefault(one.authorId(), ""),
                    answer,
                    answer.flatMap(FeedbackAnswer::editionId)
                            .map(id -> cited.getOrDefault(id, ""))
                            .orElse("")));
        }
        return views;
    }

    /** How the decisions of the editions that take opinions up are cited; a school has a dozen regulations. */
    private Map<String, String> cited(Collection<FeedbackAnswer> answers) {
        Map<String, String> cited = new HashMap<>();
        answers.stream()
                .filter(answer -> answer.editionId().isPresent())
                .map(FeedbackAnswer::regulationId)
                .distinct()
                .flatMap(regulation -> editions.editions(regulation).stream())
                .forEach(edition ->
                        cited.put(edition.id(), edition.content().decision().cited()));
        return cited;
    }

    private static NewNotice answered(Feedback feedback, FeedbackAnswer answer) {
        return notice(
                feedback,
                "Góp ý đã được trả lời: " + FeedbackWords.of(answer.outcome()),
                feedback.about() + "\n" + answer.reason());
    }

    private static NewNotice takenUp(Feedback feedback, Edition edition) {
        return notice(
                feedback,
                "Góp ý đã được đưa vào quy chế",
                feedback.about() + "\nQuyết định số "
                        + edition.content().decision().cited());
    }

    private static NewNotice notice(Feedback feedback, String title, String body) {
        return new NewNotice(
                SUBJECT + ":" + feedback.id(),
                feedback.authorId(),
                SUBJECT,
                title,
                shortened(body, MAX_NOTICE),
                link(feedback));
    }

    private static String dutyKey(String id) {
        return DUTY + ":" + id;
    }

    private static String link(Feedback feedback) {
        return "/compliance/feedback/" + feedback.id();
    }

    private static NotFound notFound() {
        return new NotFound("compliance.feedback-not-found");
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }

    /** Cuts a text, but never in the middle of a character. */
    private static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
