package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.district.internal.service.DistrictFixture.group;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;
import vn.quyche.district.api.PushedSummary;
import vn.quyche.district.api.SchoolCollection;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.api.SchoolStanding;
import vn.quyche.district.api.Schools;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

/** Each list of the district goes by each of its columns, up and down, a row a page, and by no other. */
class SortedListsTest {

    /** A list. */
    private interface Sorted<R> extends Function<PageRequest, Page<R>> {}

    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private static DistrictFixture office(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.pushing("B", "Trường Tiểu học Đông Bình");
        office.schools.register(
                office.head, office.newSchool("C", "Trường Âu Cơ", CollectDoor.REST, "http://127.0.0.1:9"), "");
        office.push(office.machineA, "A", group("1", "Tổ Toán"), group("2", "Đoàn trường", "VIBER", "Lê Thị Mười"));
        office.clock.advance(Duration.ofMinutes(1));
        office.push(office.machineB, "B", group("1", "Ánh sáng"), group("2", "Hội đồng", "VIBER", ""));
        office.recognise("Tổ Toán");
        office.recognise("Ánh sáng");
        office.publish("1/TB", "2026-11-02");
        office.clock.set(LocalDate.parse("2026-11-20"));
        office.recognise("Đoàn trường");
        office.push(office.machineA, "A", group("2", "Đoàn trường", "VIBER", "Lê Thị Mười"));
        office.publish("2/TB", "2026-11-20");
        office.overviews.push(office.machineB, figures(office.clock.instant()));
        return office;
    }

    private static PushedSummary figures(Instant madeAt) {
        return new PushedSummary(
                "B",
                madeAt,
                "2026-11",
                "2026-11",
                List.of(),
                List.of(new DutyMonth("2026-11", List.of(new DutyCount("group", "TEACHER", 9, 4, 1, 3, 1, 0)))));
    }

    private static <R> List<R> all(Sorted<R> list, String word) {
        return Pages.read(word, list);
    }

    private static <R> void eachColumn(Sorted<R> list, Function<R, ?> identity, int rows, String... columns) {
        for (String column : columns) {
            List<R> up = all(list, column);
            assertThat(up).as(column).hasSize(rows);
            assertThat(up.stream().map(identity)).as(column).doesNotHaveDuplicates();
            List<R> down = new ArrayList<>(all(list, "-" + column));
            Collections.reverse(down);
            assertThat(down.stream().map(identity).toList())
                    .as(column)
                    .isEqualTo(up.stream().map(identity).toList());
        }
        Pages.refusesNonsense(columns[0], list);
        String known = String.join(", ", columns);
        assertThatThrownBy(() -> list.apply(PageRequest.first().sorted("nothing")))
                .isInstanceOfSatisfying(
                        Invalid.class, bad -> assertThat(bad.args()).containsExactly(known));
        for (String cursor : List.of("x", "_AAAA", "")) {
            assertThatThrownBy(() -> list.apply(new PageRequest(1, Optional.of(cursor))))
                    .isInstanceOfSatisfying(
                            Invalid.class, bad -> assertThat(bad.code()).isEqualTo("core.bad-cursor"));
        }
    }

    @OnEachDatabase
    void schoolsAndTheirOverview(TestDatabase db) {
        DistrictFixture office = office(db);
        Sorted<SchoolStanding> schools =
                page -> office.schools.list(office.reader, new Schools.Query(Optional.empty(), Schools.Part.ALL), page);
        eachColumn(schools, row -> row.school().id(), 3, "name", "code", "taken");
        assertThat(all(schools, "")).extracting(row -> row.school().code()).containsExactly("C", "B", "A");
        assertThat(all(schools, "taken")).extracting(row -> row.school().code()).startsWith("C");

        Sorted<SchoolOverview> overview = page -> office.overviews.list(
                office.reader, new Overviews.Query(MONTH, Optional.empty(), Overviews.Part.ALL), page);
        eachColumn(
                overview,
                SchoolOverview::schoolId,
                3,
                "name",
                "inspected",
                "differences",
                "overdue",
                "found",
                "due",
                "missed",
                "excused",
                "taken");
        for (String word : List.of("-due", "-missed", "-excused", "-taken")) {
            assertThat(all(overview, word))
                    .as(word)
                    .extracting(SchoolOverview::schoolCode)
                    .startsWith("B");
        }
    }

    @OnEachDatabase
    void groupsAndTheListOfADay(TestDatabase db) {
        DistrictFixture office = office(db);
        Sorted<CollectedGroup> groups = page -> office.reviews.list(office.reader, GroupReviews.Query.all(), page);
        eachColumn(groups, CollectedGroup::id, 3, "name", "school", "platform", "changed");
        assertThat(all(groups, ""))
                .extracting(row -> row.group().name())
                .containsExactly("Ánh sáng", "Đoàn trường", "Hội đồng");
        assertThat(all(groups, "school")).extracting(CollectedGroup::schoolCode).containsExactly("B", "B", "A");
        assertThat(all(groups, "-platform"))
                .extracting(row -> row.group().platform())
                .endsWith("VIBER");

        LocalDate day = LocalDate.of(2026, 11, 20);
        Sorted<ListedEntry> list = page -> office.lists.list(
                office.reader, new PublishedLists.Query(day, Optional.empty(), Optional.empty()), page);
        eachColumn(list, ListedEntry::id, 2, "name", "school", "platform", "from");
        assertThat(all(list, "school")).extracting(ListedEntry::schoolCode).containsExactly("B", "A");
        assertThat(all(list, "-from")).extracting(row -> row.group().name()).containsExactly("Đoàn trường", "Ánh sáng");
    }

    @OnEachDatabase
    void listsChangesAndCollections(TestDatabase db) {
        DistrictFixture office = office(db);
        Sorted<PublishedVersion> versions = page -> office.lists.versions(office.reader, page);
        eachColumn(versions, PublishedVersion::version, 2, "version", "groups", "added", "changed", "removed");
        assertThat(all(versions, "")).extracting(PublishedVersion::version).containsExactly(2, 1);

        Sorted<ListChange> changes = page -> office.lists.changes(office.reader, Optional.empty(), page);
        eachColumn(changes, row -> row.version() + "/" + row.place(), 4, "version", "school");
        assertThat(all(changes, "")).extracting(ListChange::version).containsExactly(1, 1, 2, 2);
        assertThat(all(changes, "school"))
                .extracting(ListChange::schoolCode)
                .startsWith("B")
                .endsWith("A");

        String first = office.collections.start(office.head, Optional.empty());
        office.collections.cancel(office.head, first);
        office.clock.advance(Duration.ofMinutes(1));
        String second = office.collections.start(office.head, Optional.empty());
        Sorted<CollectionRun> runs = page -> office.collections.runs(office.reader, page);
        eachColumn(runs, CollectionRun::id, 2, "started", "done", "failed", "total");
        assertThat(all(runs, "")).extracting(CollectionRun::id).containsExactly(second, first);
    }

    @OnEachDatabase
    void theSchoolsOfACollection(TestDatabase db) {
        DistrictFixture office = office(db);
        office.schools.register(
                office.head, office.newSchool("D", "Trường Ba Vì", CollectDoor.REST, "http://127.0.0.1:9"), "");
        String run = office.collections.start(office.head, Optional.empty());
        Sorted<SchoolCollection> schools =
                page -> office.collections.outcomes(office.reader, run, Optional.empty(), page);
        eachColumn(schools, SchoolCollection::schoolId, 2, "code", "added", "changed", "gone", "ended");
        assertThat(all(schools, "")).extracting(SchoolCollection::schoolCode).containsExactly("C", "D");
    }
}
