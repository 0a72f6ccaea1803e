package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Audience;
import vn.quyche.core.compliance.internal.model.ClauseCatalogue;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.Training.State;
import vn.quyche.core.compliance.internal.model.TrainingQuery;
import vn.quyche.core.compliance.internal.model.TrainingSheet;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.JpaTrainingRecordStore;
import vn.quyche.core.compliance.internal.store.JpaTrainingStore;
import vn.quyche.core.compliance.internal.store.RegulationRow;

/**
 * Trainings on the regulations: planned for a school year, held, recorded person by person, and made up for by those who
 * missed them (TA.12d, TT.15.3). Those for whom one is are told. Everybody who reads regulations sees what is planned; who came is seen by the office and by
 * who is responsible.
 */
@Component(service = Trainings.class)
public final class Trainings {

    /** The kind of thing that acts, duties and attachments name. */
    public static final String SUBJECT = "compliance.training";

    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_REMARK = 2000;
    private static final int MAX_YEARS = 3;

    private final JpaTrainingStore store;
    private final JpaTrainingRecordStore records;
    private final JpaEditionStore editions;
    private final TrainingDuties duties;
    private final Directory directory;
    private final Attachments attachments;
    private final Notices notices;
    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Trainings(
            @Reference JpaTrainingStore store,
            @Reference JpaTrainingRecordStore records,
            @Reference JpaEditionStore editions,
            @Reference TrainingDuties duties,
            @Reference Directory directory,
            @Reference Attachments attachments,
            @Reference Notices notices,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.records = records;
        this.editions = editions;
        this.duties = duties;
        this.directory = directory;
        this.attachments = attachments;
        this.notices = notices;
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A training to plan; the fields are those of {@link Training}.
     *
     * @param regulationId a regulation of the school; may be empty when there is a clause
     * @param clause a clause; may be empty when there is a regulation
     * @param attachmentIds materials that were received
     */
    public record NewTraining(
            String regulationId,
            String clause,
            String title,
            String content,
            String trainer,
            String place,
            String responsibleId,
            Audience audience,
            Instant startsAt,
            List<String> attachmentIds) {}

    /** A training that makes up for another: when, where, and who sees to it. */
    public record NewMakeUp(Instant startsAt, String trainer, String place, String responsibleId) {}

    /**
     * A training as somebody sees it.
     *
     * @param training the training
     * @param responsible the name of who is responsible
     * @param manage whether the caller may change, cancel, and make it up
     * @param record whether the caller may record who came
     * @param people whether the caller may see for whom it is and who came
     * @param version the version of the training, which is its {@code ETag}
     */
    public record TrainingView(
            Training training, String responsible, boolean manage, boolean record, boolean people, long version) {}

    /** Trainings as they are planned and held. */
    public Page<TrainingView> list(Caller caller, TrainingQuery query, PageRequest page) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        Page<Training> found = store.list(query, page);
        Map<String, String> names = directory.names(
                found.items().stream().map(Training::responsibleId).collect(Collectors.toSet()));
        return found.map(one -> view(caller, one, names));
    }

    /** One training. */
    public TrainingView get(Caller caller, String id) {
        return view(caller, found(caller, id));
    }

    /** The materials of a training. */
    public List<Attachment> files(Caller caller, String id) {
        return attachments.of(SUBJECT, found(caller, id).id());
    }

    /** One of the materials of a training. */
    public Attachment file(Caller caller, String id, String fileId) {
        return files(caller, id).stream()
                .filter(one -> one.id().equals(fileId))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.training-file-not-found"));
    }

    /** The training that was missed and all that make up for it, first ones first. */
    public List<Training> family(Caller caller, String id) {
        return store.family(found(caller, id).rootId());
    }

    /** For whom a training is, and once it is held who came, by name. */
    public List<Attendee> people(Caller caller, String id) {
        Training training = found(caller, id);
        if (!seesPeople(caller, training)) {
            throw new Forbidden("compliance.training-people");
        }
        return people(training);
    }

    /** The sheet on which people sign, and on which it stands afterwards who came. */
    public PrintedDocument sheet(Caller caller, String id) {
        Training training = found(caller, id);
        return TrainingSheet.document(training, responsible(training), people(caller, id), directory);
    }

    /**
     * Plans a training; the responsible person gets the duty to hold and record it.
     *
     * @param key idempotency key, blank for none
     * @return its id
     */
    @Regulated({"TA.12d", "TT.15.3"})
    public String plan(Caller caller, String key, NewTraining wanted) {
        Act act = Act.create(
                SUBJECT, "compliance.plan-training", CompliancePermissions.REGULATION_TRAINING, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            String id = ids.next();
            Training training = checked(id, id, wanted, 1);
            store.insert(training);
            attach(caller, training, wanted.attachmentIds());
            duties.lay(training);
            tell(training, "Tập huấn: ");
            log.subject(id);
            log.changed(null, summary(training));
            return id;
        });
    }

    /** Changes a training that is planned. */
    public TrainingView change(Caller caller, String id, long version, NewTraining wanted) {
        return manage(caller, id, version, "compliance.change-training", (before, log) -> {
            Training after = checked(before.id(), before.rootId(), wanted, version);
            save(after);
            attach(caller, after, wanted.attachmentIds());
            duties.withdraw(before, after.id());
            duties.lay(found(caller, after.id()));
            if (!after.startsAt().equals(before.startsAt())
                    || !after.place().equals(before.place())
                    || !after.audience().equals(before.audience())) {
                tell(after, "Thay đổi lịch tập huấn: ");
            }
            log.changed(summary(before), summary(after));
            return after;
        });
    }

    /** Cancels a training that is planned, with a reason. */
    public TrainingView cancel(Caller caller, String id, long version, String reason) {
        return manage(caller, id, version, "compliance.cancel-training", (before, log) -> {
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, MAX_REMARK);
            checks.orThrow();
            Training after = settled(before, State.CANCELLED, 0, 0, caller.name(), why);
            save(after);
            duties.withdraw(before, why);
            tell(before, "Hủy buổi tập huấn: ");
            log.changed(summary(before), summary(after));
            return after;
        });
    }

    /**
     * Records that a training was held, and who came; whoever is responsible may, too.
     *
     * @param presentIds who came, all of them among those for whom it is
     */
    @Regulated({"TA.12d", "TT.15.3"})
    public TrainingView hold(Caller caller, String id, long version, Collection<String> presentIds, String remark) {
        Act act =
                Act.on(SUBJECT, id, "compliance.hold-training", CompliancePermissions.REGULATION_READ, Scope.school());
        return acts.perform(caller, act, log -> {
            Training before = found(caller, id);
            if (!records(caller, before)) {
                throw new Forbidden("compliance.training-not-responsible");
            }
            requirePlanned(before, version);
            if (clock.instant().isBefore(before.startsAt())) {
                throw new Conflict("compliance.training-not-begun", VietnamTime.moment(before.startsAt()));
            }
            Checks checks = new Checks();
            String said = checks.text("remark", remark, 0, MAX_REMARK);
            checks.orThrow();
            List<Person> invited = invited(before);
            Set<String> present = new HashSet<>(presentIds);
            Set<String> strangers = new HashSet<>(present);
            invited.forEach(person -> strangers.remove(person.id()));
            if (!strangers.isEmpty()) {
                throw new Invalid("present", "compliance.training-not-invited", names(strangers));
            }
            if (invited.isEmpty()) {
                throw new Conflict("compliance.training-nobody");
            }
            Training after = settled(before, State.HELD, invited.size(), present.size(), caller.name(), said);
            save(after);
            store.attended(
                    after,
                    invited.stream()
                            .map(person ->
                                    new Attendee(person.id(), person.fullName(), present.contains(person.id()), false))
                            .toList());
            duties.held(before);
            log.changed(summary(before), summary(after));
            return view(caller, found(caller, id));
        });
    }

    /**
     * Plans another training for those who missed one and still work here.
     *
     * @param key idempotency key, blank for none
     * @return its id
     */
    @Regulated("TA.12d")
    public String makeUp(Caller caller, String id, String key, NewMakeUp wanted) {
        Act act = Act.create(
                SUBJECT, "compliance.make-up-training", CompliancePermissions.REGULATION_TRAINING, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Training missed = store.find(found(caller, id).rootId()).orElseThrow();
            if (missed.state() != State.HELD) {
                throw new Conflict("compliance.training-not-held");
            }
            if (store.family(missed.id()).stream().anyMatch(one -> one.state() == State.PLANNED)) {
                throw new Conflict("compliance.training-make-up-planned");
            }
            LocalDate today = VietnamTime.today(clock);
            Set<String> people = people(missed).stream()
                    .filter(Attendee::missing)
                    .map(Attendee::personId)
                    .filter(person -> directory.employed(person, today))
                    .collect(Collectors.toSet());
            if (people.isEmpty()) {
                throw new Conflict("compliance.training-nobody-missed");
            }
            Training training = checked(
                    ids.next(),
                    missed.id(),
                    new NewTraining(
                            missed.regulationId(),
                            missed.clause(),
                            missed.title(),
                            missed.content(),
                            wanted.trainer(),
                            wanted.place(),
                            wanted.responsibleId(),
                            Audience.people(people),
                            wanted.startsAt(),
                            List.of()),
                    1);
            store.insert(training);
            duties.lay(training);
            tell(training, "Tập huấn bù: ");
            log.subject(training.id());
            log.changed(null, summary(training));
            return training.id();
        });
    }

    private Training checked(String id, String rootId, NewTraining wanted, long version) {
        Checks checks = new Checks();
        String title = checks.text("title", wanted.title(), 1, MAX_TITLE);
        String content = checks.text("content", wanted.content(), 0, MAX_TEXT);
        String trainer = checks.text("trainer", wanted.trainer(), 1, MAX_TITLE);
        String place = checks.text("place", wanted.place(), 1, MAX_TITLE);
        String clause = plain(wanted.clause());
        String regulationId = plain(wanted.regulationId());
        checks.that(
                clause.isEmpty() || ClauseCatalogue.own().find(clause).isPresent(),
                "clause",
                "compliance.training-bad-clause");
        checks.that(!clause.isEmpty() || !regulationId.isEmpty(), "regulationId", "compliance.training-about-nothing");
        Optional<RegulationRow> regulation =
                regulationId.isEmpty() ? Optional.empty() : editions.regulation(regulationId);
        checks.that(
                regulationId.isEmpty() || regulation.isPresent(), "regulationId", "compliance.regulation-not-found");
        LocalDate today = VietnamTime.today(clock);
        Instant startsAt = wanted.startsAt();
        LocalDate day = startsAt == null ? today : VietnamTime.at(startsAt).toLocalDate();
        checks.that(startsAt != null, "startsAt", "core.required");
        checks.that(
                !day.isBefore(today.minusYears(1)) && !day.isAfter(today.plusYears(MAX_YEARS)),
                "startsAt",
                "compliance.training-bad-day");
        String responsible = plain(wanted.responsibleId());
        if (responsible.isEmpty()) {
            checks.add("responsibleId", "core.required");
        } else {
            checks.that(directory.employed(responsible, today), "responsibleId", "compliance.training-not-staff");
        }
        Audience audience = wanted.audience() == null ? Audience.people(Set.of()) : wanted.audience();
        checks.that(!audience.blank(), "audience", "compliance.training-for-nobody");
        checks.that(
                audience.unitIds().stream()
                        .allMatch(unit -> directory
                                .unit(unit)
                                .map(Unit::type)
                                .filter(type -> !type.sensitive())
                                .isPresent()),
                "unitIds",
                "compliance.training-bad-unit");
        checks.that(
                directory.names(audience.personIds()).size()
                        == audience.personIds().size(),
                "personIds",
                "compliance.training-not-staff");
        checks.orThrow();
        return new Training(
                id,
                rootId,
                SchoolPeriod.year(day),
                regulationId,
                regulation.map(RegulationRow::title).orElse(""),
                regulation.map(RegulationRow::origin).orElse(""),
                clause,
                title,
                content,
                trainer,
                place,
                responsible,
                audience,
                startsAt,
                State.PLANNED,
                0,
                0,
                Optional.empty(),
                "",
                "",
                version);
    }

    private Training settled(Training before, State state, int invited, int present, String by, String remark) {
        return new Training(
                before.id(),
                before.rootId(),
                before.schoolYear(),
                before.regulationId(),
                before.regulation(),
                before.origin(),
                before.clause(),
                before.title(),
                before.content(),
                before.trainer(),
                before.place(),
                before.responsibleId(),
                before.audience(),
                before.startsAt(),
                state,
                invited,
                present,
                Optional.of(clock.instant()),
                by,
                remark,
                before.version());
    }

    /** What is done with a training that is planned. */
    private interface Managing {
        Training run(Training before, ActLog log);
    }

    private TrainingView manage(Caller caller, String id, long version, String action, Managing work) {
        Act act = Act.on(SUBJECT, id, action, CompliancePermissions.REGULATION_TRAINING, Scope.school());
        return acts.perform(caller, act, log -> {
            Training before = found(caller, id);
            requirePlanned(before, version);
            work.run(before, log);
            return view(caller, found(caller, id));
        });
    }

    private static void requirePlanned(Training training, long version) {
        if (training.state() != State.PLANNED) {
            throw new Conflict("compliance.training-settled", training.title());
        }
        if (training.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
    }

    private void save(Training training) {
        if (!store.save(training)) {
            throw new Conflict("core.changed-meanwhile");
        }
    }

    private void attach(Caller caller, Training training, List<String> attachmentIds) {
        if (attachmentIds != null && !attachmentIds.isEmpty()) {
            attachments.attach(caller, attachmentIds, SUBJECT, training.id());
        }
    }

    /** Tells those for whom a training is; one that is over is only recorded. */
    private void tell(Training training, String word) {
        if (training.startsAt().isAfter(clock.instant())) {
            notices.send(invited(training).stream()
                    .map(person -> new NewNotice(
                            SUBJECT + ":" + training.id(),
                            person.id(),
                            SUBJECT,
                            VietnameseText.line(word + training.title()),
                            VietnamTime.moment(training.startsAt()) + ", " + training.place(),
                            "/compliance/training/" + training.id()))
                    .toList());
        }
    }

    private List<Person> invited(Training training) {
        return training.audience().on(VietnamTime.at(training.startsAt()).toLocalDate(), directory);
    }

    private List<Attendee> people(Training training) {
        if (training.state() != State.HELD) {
            return invited(training).stream()
                    .map(person -> new Attendee(person.id(), person.fullName(), false, false))
                    .toList();
        }
        Set<String> came = records.present(training.rootId());
        List<Attendee> people = new ArrayList<>();
        for (Attendee one : records.attendees(training.id())) {
            people.add(new Attendee(
                    one.personId(), one.name(), one.present(), !one.present() && came.contains(one.personId())));
        }
        return people;
    }

    private Training found(Caller caller, String id) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        return store.find(plain(id)).orElseThrow(() -> new NotFound("compliance.training-not-found"));
    }

    private TrainingView view(Caller caller, Training training) {
        return view(caller, training, directory.names(List.of(training.responsibleId())));
    }

    private TrainingView view(Caller caller, Training training, Map<String, String> names) {
        boolean planned = training.state() == State.PLANNED;
        return new TrainingView(
                training,
                names.getOrDefault(training.responsibleId(), ""),
                manages(caller),
                planned && records(caller, training),
                seesPeople(caller, training),
                training.version());
    }

    private String responsible(Training training) {
        return directory.names(List.of(training.responsibleId())).getOrDefault(training.responsibleId(), "");
    }

    private boolean manages(Caller caller) {
        return access.allows(caller, CompliancePermissions.REGULATION_TRAINING, Scope.school());
    }

    private boolean records(Caller caller, Training training) {
        return manages(caller)
                || caller.personId().filter(training.responsibleId()::equals).isPresent();
    }

    private boolean seesPeople(Caller caller, Training training) {
        return records(caller, training)
                || access.allows(caller, CompliancePermissions.REGULATION_TRAINING_RECORDS, Scope.school());
    }

    private String names(Set<String> personIds) {
        Map<String, String> known = directory.names(personIds);
        return personIds.stream()
                .map(id -> known.getOrDefault(id, id))
                .sorted()
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> summary(Training training) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("title", training.title());
        summary.put("about", training.about());
        summary.put("startsAt", training.startsAt());
        summary.put("responsibleId", training.responsibleId());
        summary.put("state", training.state());
        summary.put("invited", training.invited());
        summary.put("present", training.present());
        return summary;
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }
}
