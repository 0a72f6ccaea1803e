package vn.quyche.core.directory.internal;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.duty.SchoolHandover;
import vn.quyche.core.directory.internal.duty.SchoolWelcome;
import vn.quyche.core.directory.internal.link.DutiesLink;
import vn.quyche.core.directory.internal.service.Arrivals;
import vn.quyche.core.directory.internal.service.Checklist;
import vn.quyche.core.directory.internal.service.CurrentDirectory;
import vn.quyche.core.directory.internal.service.DefaultDirectory;
import vn.quyche.core.directory.internal.service.DefaultJoinings;
import vn.quyche.core.directory.internal.service.DefaultLeavings;
import vn.quyche.core.directory.internal.service.DefaultPeople;
import vn.quyche.core.directory.internal.service.DefaultStaffImports;
import vn.quyche.core.directory.internal.service.DefaultStructure;
import vn.quyche.core.directory.internal.service.Departures;
import vn.quyche.core.directory.internal.service.DirectoryChanges;
import vn.quyche.core.directory.internal.service.HandoverDuties;
import vn.quyche.core.directory.internal.service.HandoverSources;
import vn.quyche.core.directory.internal.service.Handovers;
import vn.quyche.core.directory.internal.service.ImportSettings;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;
import vn.quyche.core.directory.internal.store.JpaHandoverStore;
import vn.quyche.core.directory.internal.store.JpaImportStore;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** The services of the directory over a real database, with a clerk, a principal's rights and a teacher without any. */
public final class TestSchool {

    public static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    public final Caller clerk = TestCaller.person("clerk");
    public final Caller principal = TestCaller.person("principal");
    public final Caller teacher = TestCaller.person("teacher");
    public final TestClock clock = TestClock.on("2026-10-05");
    public final TestAccess access = TestAccess.nothing();
    public final FakeDuties duties = new FakeDuties(clock);
    public final TestActs acts;
    public final CurrentDirectory current;
    public final JpaDirectoryStore store;
    public final JpaHandoverStore leavingStore;
    public final DefaultDirectory directory;
    public final DefaultPeople people;
    public final DefaultStructure structure;
    public final DefaultStaffImports imports;
    public final DefaultLeavings leavings;
    public final DefaultJoinings joinings;
    /** What else is given to who joins; add to it before opening. */
    public final List<JoiningSource.Item> given = new ArrayList<>();
    /** Persons and keys that were settled. */
    public final List<String> settled = new ArrayList<>();

    public final TestUnit unit;

    private TestSchool(TestDatabase db, List<LeavingSource> sources, int maxRows) {
        Ids ids = new SequentialIds();
        unit = TestUnit.of(db, "directory");
        acts = new TestActs(access, unit.tx());
        store = new JpaDirectoryStore(unit.jpa());
        leavingStore = new JpaHandoverStore(unit.jpa());
        current = new CurrentDirectory(store, unit.tx());
        directory = new DefaultDirectory(current, clock);
        DirectoryChanges changes = new DirectoryChanges(store, current, ids, unit.tx());
        people = new DefaultPeople(acts, access, ids, clock, store, current, changes);
        structure = new DefaultStructure(acts, access, ids, clock, store, current, changes);
        List<LeavingSource> all = new ArrayList<>(sources);
        all.add(new SchoolHandover(directory, clock));
        Checklist checklist = new Checklist(leavingStore, new HandoverSources(all, joiningSources()), ids);
        HandoverDuties handoverDuties = new HandoverDuties(new DutiesLink(duties));
        Handovers handovers = new Handovers(acts, access, ids, clock, leavingStore, checklist, handoverDuties, current);
        joinings = new DefaultJoinings(handovers, leavingStore);
        imports = new DefaultStaffImports(
                settings(maxRows),
                acts,
                access,
                ids,
                clock,
                new JpaImportStore(unit.jpa()),
                store,
                current,
                changes,
                new Arrivals(joinings, leavingStore, current, clock));
        db.onClose(imports::close);
        leavings = new DefaultLeavings(handovers, leavingStore, new Departures(store), current, changes, clock);
        access.grant(
                clerk,
                "directory:read",
                "directory:read-personal",
                "directory:edit",
                "directory:import",
                "directory:leaving");
        access.grant(
                principal,
                "directory:read",
                "directory:read-personal",
                "directory:read-sensitive",
                "directory:edit",
                "directory:import",
                "directory:leaving",
                "directory:leaving-waive");
        access.grant(teacher, "directory:read");
    }

    /** An empty school. */
    public static TestSchool on(TestDatabase db, LeavingSource... sources) {
        return new TestSchool(db, List.of(sources), 100_000);
    }

    /** An empty school that takes short lists only. */
    public static TestSchool withMaxRows(TestDatabase db, int maxRows) {
        return new TestSchool(db, List.of(), maxRows);
    }

    /** What is entered about a person with this name. */
    public static People.Data named(String family, String middle, String given) {
        return new People.Data(family, middle, given, Optional.empty(), Optional.empty(), "", "", "");
    }

    /** Enters a person who has worked here since 2020. */
    public String person(String family, String middle, String given) {
        return person(named(family, middle, given));
    }

    /** Enters a person who has worked here since 2020. */
    public String person(People.Data data) {
        return people.create(clerk, "", data, LocalDate.of(2020, 8, 1));
    }

    /** Gives a person a post since 2020. */
    public String post(String personId, Post post, String unitId) {
        return people.assign(
                principal,
                "",
                personId,
                new People.NewAssignment(
                        post, Optional.ofNullable(unitId), Optional.empty(), false, "", LocalDate.of(2020, 8, 1)));
    }

    /** Makes a unit that has stood since 2019. */
    public String unit(Structure.UnitData data) {
        return structure.createUnit(clerk, "", data, LocalDate.of(2019, 1, 1));
    }

    /** Opens a leaving by transfer. */
    public String leaving(String personId, LocalDate lastDay, String receiverId) {
        return leavings.open(
                clerk, "", new Leavings.NewLeaving(personId, DepartureReason.TRANSFER, lastDay, "12/QĐ", receiverId));
    }

    /** The caller of a person. */
    public static Caller as(String personId) {
        return TestCaller.person(personId);
    }

    /** The import when nothing runs any more. */
    public StaffImports.Import ended(StaffImports.Import started) {
        return imports.await(clerk, started.id(), Duration.ofMinutes(5));
    }

    private List<JoiningSource> joiningSources() {
        JoiningSource others = new JoiningSource() {
            @Override
            public String domain() {
                return "group";
            }

            @Override
            public List<Item> items(String personId) {
                return List.copyOf(given);
            }

            @Override
            public void settled(String personId, String itemKey) {
                settled.add(personId + " " + itemKey);
            }
        };
        return List.of(others, new SchoolWelcome());
    }

    private static ImportSettings settings(int maxRows) {
        return new ImportSettings() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return ImportSettings.class;
            }

            @Override
            public int import_max_rows() {
                return maxRows;
            }

            @Override
            public int import_max_megabytes() {
                return 30;
            }
        };
    }
}
