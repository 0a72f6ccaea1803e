package vn.quyche.core.compliance.internal.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import vn.quyche.core.compliance.internal.job.HandOverJob;
import vn.quyche.core.compliance.internal.job.RemindJob;
import vn.quyche.core.compliance.internal.model.PackReader;
import vn.quyche.core.compliance.internal.model.RegulationSource;
import vn.quyche.core.compliance.internal.model.SourceReader;
import vn.quyche.core.compliance.internal.store.JpaCalendarStore;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.JpaFeedbackStore;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;
import vn.quyche.core.compliance.internal.store.JpaRuleStore;
import vn.quyche.core.compliance.internal.store.JpaTrainingRecordStore;
import vn.quyche.core.compliance.internal.store.JpaTrainingStore;
import vn.quyche.testkit.FakeAttachments;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.FakeScreening;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestEvents;
import vn.quyche.testkit.TestUnit;

/** The bundle's services over one database, as one node has them. */
public final class Desk {

    public final TestClock clock;
    public final TestUnit unit;
    public final TestAccess access;
    public final TestActs acts;
    public final FakeNotices notices;
    public final TestEvents events = new TestEvents();
    public final FakeDirectory directory;
    public final JpaDutyStore store;
    public final JpaCalendarStore calendarStore;
    public final JpaRegulationStore regulationStore;
    public final PackRegulations regulations;
    public final DefaultDuties duties;
    public final OfficeCalendar calendar;
    public final DefaultHolidays holidays;
    public final DefaultParameterValues values;
    public final RegulationSources sources;
    public final JpaEditionStore editionStore;
    public final AdoptedRegulations adopted;
    public final Acknowledgements acknowledgements;
    public final JpaFeedbackStore feedbackStore;
    public final Feedbacks feedbacks;
    public final FakeAttachments attachments;
    public final JpaTrainingStore trainingStore;
    public final TrainingDuties trainingDuties;
    public final Trainings trainings;
    public final TrainingPlans trainingPlans;
    public final TrainingRecords trainingRecords;
    public final RemindJob remind;
    public final JpaRuleStore ruleStore;
    public final DutySources dutySources;
    public final RecurringDuties recurring;
    public final RecurringRules rules;
    public final HandOverJob handOver;

    /** A node with a database of its own. */
    public static Desk of(TestDatabase db, TestClock clock) {
        return new Desk(
                TestUnit.of(db, "compliance"),
                clock,
                TestAccess.nothing(),
                new FakeNotices(clock),
                new FakeDirectory(),
                new SequentialIds());
    }

    /** What starts when this node is started again: nothing is kept but the database and the world outside. */
    public Desk restarted() {
        return new Desk(unit, clock, access, notices, directory, ids);
    }

    private final SequentialIds ids;

    private Desk(
            TestUnit unit,
            TestClock clock,
            TestAccess access,
            FakeNotices notices,
            FakeDirectory directory,
            SequentialIds ids) {
        this.unit = unit;
        this.clock = clock;
        this.access = access;
        this.notices = notices;
        this.directory = directory;
        this.ids = ids;
        this.acts = new TestActs(access, unit.tx());
        this.store = new JpaDutyStore(unit.jpa());
        this.calendarStore = new JpaCalendarStore(unit.jpa());
        this.regulationStore = new JpaRegulationStore(unit.jpa());
        this.regulations =
                new PackRegulations(List.of(PackReader.read("compliance", ownPack())), regulationStore, clock);
        this.duties = new DefaultDuties(store, regulations, acts, access, unit.tx(), ids, clock);
        this.calendar = new OfficeCalendar(calendarStore, clock, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
        this.holidays = new DefaultHolidays(calendarStore, calendar, acts, unit.tx());
        this.values = new DefaultParameterValues(regulationStore, regulations, acts, access, unit.tx(), clock);
        this.sources = new RegulationSources(ownSources());
        this.editionStore = new JpaEditionStore(unit.jpa());
        this.adopted = new AdoptedRegulations(
                editionStore, sources, regulations, values, directory, acts, access, unit.tx(), ids, clock);
        this.acknowledgements = new Acknowledgements(
                editionStore, regulations, duties, calendar, directory, acts, access, unit.tx(), clock);
        this.feedbackStore = new JpaFeedbackStore(unit.jpa());
        this.feedbacks = new Feedbacks(
                feedbackStore,
                editionStore,
                regulations,
                duties,
                calendar,
                notices,
                directory,
                acts,
                access,
                ids,
                clock);
        this.remind = new RemindJob(store, regulations, notices, events, directory, unit.tx(), clock);
        this.attachments = new FakeAttachments(new FakeScreening(), clock);
        this.trainingStore = new JpaTrainingStore(unit.jpa());
        this.trainingDuties = new TrainingDuties(trainingStore, regulations, directory, calendar, duties, clock);
        JpaTrainingRecordStore attendance = new JpaTrainingRecordStore(unit.jpa());
        this.trainings = new Trainings(
                trainingStore,
                attendance,
                editionStore,
                trainingDuties,
                directory,
                attachments,
                notices,
                acts,
                access,
                ids,
                clock);
        this.trainingPlans = new TrainingPlans(trainingStore, trainingDuties, acts, access, clock);
        this.trainingRecords = new TrainingRecords(attendance, editionStore, directory, access, clock);
        this.ruleStore = new JpaRuleStore(unit.jpa());
        this.dutySources = new DutySources(regulations);
        this.recurring =
                new RecurringDuties(store, ruleStore, duties, regulations, calendar, directory, unit.tx(), clock);
        this.handOver = new HandOverJob(store, feedbackStore, regulations, directory, unit.tx(), clock);
        this.rules = new RecurringRules(
                dutySources, recurring, ruleStore, regulationStore, values, calendar, acts, access, clock);
    }

    private static RegulationSources.Brought ownSources() {
        Path folder = Path.of("src/main/resources/regulation");
        try (Stream<Path> files = Files.list(folder.resolve("sources"))) {
            List<RegulationSource> sources = new ArrayList<>();
            for (Path file : files.toList()) {
                sources.add(SourceReader.source(Files.readAllBytes(file)));
            }
            return new RegulationSources.Brought(
                    sources,
                    SourceReader.bases(Files.readAllBytes(folder.resolve("legal-bases.json"))),
                    List.of(SourceReader.criteria(Files.readAllBytes(folder.resolve("criteria/QD-4725.json")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ownPack() {
        try {
            return Files.readAllBytes(Path.of("src/main/resources/regulation/pack.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
