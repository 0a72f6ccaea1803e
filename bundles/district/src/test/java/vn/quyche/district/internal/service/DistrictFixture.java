package vn.quyche.district.internal.service;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.NewDistrictSchool;
import vn.quyche.district.api.NewPublication;
import vn.quyche.district.api.NewReview;
import vn.quyche.district.api.PublishedVersion;
import vn.quyche.district.api.PushedList;
import vn.quyche.district.api.ReviewOutcome;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.api.Taken;
import vn.quyche.district.internal.store.JpaCollectedStore;
import vn.quyche.district.internal.store.JpaCollectionStore;
import vn.quyche.district.internal.store.JpaListStore;
import vn.quyche.district.internal.store.JpaOverviewStore;
import vn.quyche.district.internal.store.JpaSchoolStore;
import vn.quyche.testkit.FakeSecrets;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A district office with real stores: its head, an officer who reads, and the machines of two schools. */
public final class DistrictFixture {

    public final TestClock clock = TestClock.at("2026-11-02T08:00:00+07:00");
    public final TestAccess access = TestAccess.nothing();
    public final TestUnit unit;
    public final TestActs acts;
    public final JpaSchoolStore schoolStore;
    public final JpaCollectedStore collectedStore;
    public final JpaListStore listStore;
    public final JpaCollectionStore collectionStore;
    public final SchoolTokens tokens;
    public final TakeOver takeOver;
    public final JpaOverviewStore overviewStore;
    public final SummaryTakeOver summaries;
    public final DefaultOverviews overviews;
    public final DefaultSchools schools;
    public final DefaultGroupReviews reviews;
    public final DefaultPublishedLists lists;
    public final DefaultListCollections collections;

    public final Caller head = TestCaller.person("p-head");
    public final Caller reader = TestCaller.person("p-reader");
    public final Caller machineA = TestCaller.machine("acc-a");
    public final Caller machineB = TestCaller.machine("acc-b");

    public DistrictFixture(TestDatabase db) {
        unit = TestUnit.of(db, "district");
        acts = new TestActs(access, unit.tx());
        schoolStore = new JpaSchoolStore(unit.jpa());
        collectedStore = new JpaCollectedStore(unit.jpa());
        listStore = new JpaListStore(unit.jpa());
        collectionStore = new JpaCollectionStore(unit.jpa());
        tokens = new SchoolTokens(new FakeSecrets(), schoolStore);
        SequentialIds ids = new SequentialIds();
        takeOver = new TakeOver(schoolStore, collectedStore, ids, clock);
        overviewStore = new JpaOverviewStore(unit.jpa());
        summaries = new SummaryTakeOver(schoolStore, overviewStore, clock);
        overviews = new DefaultOverviews(acts, access, overviewStore, schoolStore, summaries, clock);
        schools = new DefaultSchools(acts, access, schoolStore, tokens, accounts(), ids, clock);
        reviews = new DefaultGroupReviews(acts, access, collectedStore, ids, clock);
        lists = new DefaultPublishedLists(acts, access, listStore, collectedStore, ids, clock);
        collections = new DefaultListCollections(acts, access, collectionStore, schoolStore, takeOver, ids, clock);
        access.grant(
                head,
                "district:read",
                "district:schools",
                "district:collect",
                "district:review",
                "district:publish",
                "district:list");
        access.grant(reader, "district:read", "district:list");
        access.grant(machineA, "district:push", "district:list");
        access.grant(machineB, "district:push");
    }

    /** Knows the accounts of the machines. */
    private static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("findByUserName")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    String name = (String) args[1];
                    return name.startsWith("acc-")
                            ? Optional.of(new Accounts.Account(
                                    name,
                                    name,
                                    name,
                                    Optional.empty(),
                                    Accounts.State.ACTIVE,
                                    false,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Instant.EPOCH,
                                    Set.of(),
                                    1))
                            : Optional.empty();
                });
    }

    public NewDistrictSchool newSchool(String code, String name, CollectDoor door, String address) {
        return new NewDistrictSchool(
                code,
                name,
                address,
                door,
                Optional.of("qt_0123456789abcdef"),
                Optional.of("acc-" + code.toLowerCase(java.util.Locale.ROOT)),
                LocalDate.of(2026, 8, 1),
                Optional.empty());
    }

    /** A school that sends its list by itself, with the account {@code acc-<code>}. */
    public String pushing(String code, String name) {
        return schools.register(head, newSchool(code, name, CollectDoor.PUSH, ""), "");
    }

    public static SchoolGroup group(String id, String name) {
        return group(id, name, "ZALO", "Trần Thị Ngọc Lan");
    }

    public static SchoolGroup group(String id, String name, String platform, String leader) {
        return new SchoolGroup(
                id,
                "N" + id,
                name,
                "SCHOOL",
                platform,
                "Toàn thể cán bộ, giáo viên, nhân viên",
                leader,
                "Phạm Thu Hà",
                "24/QĐ-THHA",
                Optional.of(LocalDate.of(2026, 9, 1)),
                "Chỉ đạo chung");
    }

    public Taken push(Caller machine, String code, SchoolGroup... groups) {
        return collections.push(machine, new PushedList(code, clock.instant(), List.of(groups)));
    }

    public CollectedGroup find(String name) {
        return reviews.list(
                        head,
                        new GroupReviews.Query(
                                Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), false),
                        PageRequest.first())
                .items()
                .get(0);
    }

    public NewReview review(ReviewOutcome outcome, String reason) {
        return new NewReview(
                outcome, "12/QĐ-GDĐT", Optional.of(LocalDate.of(2026, 11, 1)), "Lê Quang Vinh", reason, "");
    }

    public CollectedGroup recognise(String name) {
        CollectedGroup group = find(name);
        return reviews.decide(head, group.id(), group.version(), review(ReviewOutcome.RECOGNISE, ""));
    }

    public PublishedVersion publish(String number, String day) {
        LocalDate on = LocalDate.parse(day);
        return lists.publish(head, new NewPublication(number, on, "Lê Quang Vinh", on, ""));
    }
}
