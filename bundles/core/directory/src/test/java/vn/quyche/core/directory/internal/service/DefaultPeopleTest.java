package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.core.directory.internal.TestSchool.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.core.directory.internal.model.EmployedTime;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.Span;
import vn.quyche.core.directory.internal.model.StoredPerson;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestDatabase;

class DefaultPeopleTest {

    private static final People.Query EVERYBODY =
            new People.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final People.Data LAN = new People.Data(
            "Lê",
            "Thị",
            "Lan",
            Optional.of(LocalDate.of(1985, 3, 20)),
            Optional.of(Gender.FEMALE),
            "+84 912 345 678",
            "Lan@THCS.edu.vn",
            "79-001");

    @OnEachDatabase
    void entersAPersonAndFindsThemAtOnce(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        String id = school.people.create(school.clerk, "", LAN, LocalDate.of(2020, 8, 1));

        Person person = school.directory.find(id, TODAY).orElseThrow();
        assertThat(person.fullName()).isEqualTo("Lê Thị Lan");
        assertThat(person.phone()).isEqualTo("0912345678");
        assertThat(person.email()).isEqualTo("lan@thcs.edu.vn");
        assertThat(school.directory.employed(id, LocalDate.of(2020, 7, 31))).isFalse();
        assertThat(school.directory.employed(id, LocalDate.of(2020, 8, 1))).isTrue();
        assertThat(school.directory.staff(TODAY)).extracting(Person::id).containsExactly(id);
        TestActs.Done act = school.acts.lastDone();
        assertThat(act.action()).isEqualTo("directory.create-person");
        assertThat(act.subjectId()).isEqualTo(id);
        assertThat(act.events())
                .extracting(Event::type)
                .containsExactly("directory.person-joined.v1", "directory.changed.v1");
    }

    @OnEachDatabase
    void anotherNodeSeesTheChangeByTheStamp(TestDatabase db) throws InterruptedException {
        TestSchool school = TestSchool.on(db);
        CurrentDirectory otherNode = new CurrentDirectory(school.store, school.unit.tx());
        assertThat(otherNode.get().files()).isEmpty();

        school.person("Lê", "Thị", "Lan");
        Thread.sleep(60);

        assertThat(otherNode.get().files()).hasSize(1);
    }

    @OnEachDatabase
    void whatIsRolledBackIsSeenByNobody(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        assertThatThrownBy(() -> school.unit.tx().run(() -> {
                    String id = school.person("Lê", "Thị", "Lan");
                    assertThat(school.directory.find(id, TODAY))
                            .as("inside the transaction")
                            .isPresent();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(school.directory.staff(TODAY)).isEmpty();
        school.person("Trần", "Văn", "Bình");
        assertThat(school.directory.staff(TODAY)).extracting(Person::fullName).containsExactly("Trần Văn Bình");
    }

    @OnEachDatabase
    void refusesASecondPersonWithTheSameCodeOrNameAndBirthday(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        school.person(LAN);

        People.Data sameCode =
                new People.Data("Trần", "", "Bình", Optional.empty(), Optional.empty(), "", "", "79-001");
        People.Data samePerson = new People.Data("Lê", "Thị", "LAN", LAN.birthDate(), Optional.empty(), "", "", "");

        assertCode(() -> school.person(sameCode), Conflict.class, "directory.staff-code-taken");
        assertCode(() -> school.person(samePerson), Conflict.class, "directory.person-exists");
        assertThat(school.directory.staff(TODAY)).hasSize(1);
    }

    @OnEachDatabase
    void ofTwoThatEnterTheSameCodeAtOnceOneIsRefused(TestDatabase db) throws Exception {
        TestSchool school = TestSchool.on(db);
        List<Callable<String>> both = new ArrayList<>();
        for (String given : List.of("Lan", "Mai")) {
            both.add(() -> {
                try {
                    return school.person(
                            new People.Data("Lê", "", given, Optional.empty(), Optional.empty(), "", "", "A1"));
                } catch (Conflict e) {
                    return e.code();
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : threads.invokeAll(both)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).filteredOn("directory.staff-code-taken"::equals).hasSize(1);
        assertThat(school.directory.staff(TODAY)).hasSize(1);
    }

    @OnEachDatabase
    void anUpdateOfAnOldVersionIsRefused(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String id = school.person(LAN);
        People.Detail read = school.people.get(school.clerk, id);
        People.Data renamed = new People.Data(
                "Lê", "Thị Hương", "Lan", LAN.birthDate(), LAN.gender(), LAN.phone(), LAN.email(), LAN.staffCode());

        People.Detail changed = school.people.update(school.clerk, id, read.version(), renamed);

        assertThat(changed.data().middleName()).isEqualTo("Thị Hương");
        assertThat(changed.version()).isEqualTo(read.version() + 1);
        assertCode(
                () -> school.people.update(school.clerk, id, read.version(), LAN),
                Conflict.class,
                "core.changed-meanwhile");
        assertThat(school.people.get(school.clerk, id).data().middleName()).isEqualTo("Thị Hương");
        assertThat(school.acts.lastDone().before()).isNotNull();
    }

    @OnEachDatabase
    void postsBeginAndEnd(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String group = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Toán – Tin"));
        String id = school.person(LAN);
        school.post(id, Post.TEACHER, group);
        String head = school.post(id, Post.SUBJECT_HEAD, group);

        assertThat(school.directory.find(id, TODAY).orElseThrow().posts())
                .containsExactlyInAnyOrder(Post.TEACHER, Post.SUBJECT_HEAD);
        assertThat(school.directory.membersOf(group, TODAY)).containsExactly(id);
        assertThat(school.directory.holdersIn(group, Post.SUBJECT_HEAD, TODAY)).containsExactly(id);
        assertCode(() -> school.post(id, Post.TEACHER, group), Conflict.class, "directory.post-held");

        school.people.endAssignment(school.clerk, head, TODAY.minusDays(1));

        assertThat(school.directory.find(id, TODAY).orElseThrow().posts()).containsExactly(Post.TEACHER);
        assertThat(school.directory.find(id, TODAY.minusDays(1)).orElseThrow().posts())
                .contains(Post.SUBJECT_HEAD);
        assertCode(
                () -> school.people.endAssignment(school.clerk, head, TODAY),
                Conflict.class,
                "directory.ended-already");
    }

    @OnEachDatabase
    void thereIsOnePrincipalAndOneHomeroomTeacher(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String schoolClass = school.unit(
                new UnitData(UnitType.SCHOOL_CLASS, "9A1", Optional.empty(), Optional.empty(), "2026-2027", 9));
        String group = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Văn"));
        String lan = school.person("Lê", "Thị", "Lan");
        String binh = school.person("Trần", "Văn", "Bình");
        school.post(lan, Post.PRINCIPAL, null);
        school.post(lan, Post.HOMEROOM_TEACHER, schoolClass);

        assertCode(() -> school.post(binh, Post.PRINCIPAL, null), Conflict.class, "directory.post-taken");
        assertCode(() -> school.post(binh, Post.HOMEROOM_TEACHER, schoolClass), Conflict.class, "directory.post-taken");
        assertCode(() -> school.post(binh, Post.HOMEROOM_TEACHER, group), Invalid.class, "core.invalid");
    }

    @OnEachDatabase
    void sensitiveMembershipsAreForThePrincipal(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String cell = school.unit(UnitData.of(UnitType.PARTY_CELL, "Chi bộ"));
        String lan = school.person("Lê", "Thị", "Lan");

        assertThatThrownBy(() -> school.people.join(school.clerk, "", lan, cell, TODAY))
                .isInstanceOf(Forbidden.class);
        school.people.join(school.principal, "", lan, cell, TODAY);
        school.post(lan, Post.PARTY_SECRETARY, cell);

        assertThat(school.people.get(school.principal, lan).memberships()).hasSize(1);
        assertThat(school.people.get(school.clerk, lan).memberships()).isEmpty();
        assertThat(school.people.get(school.clerk, lan).assignments()).isEmpty();
        school.access.grant(TestSchool.as(lan), "directory:read");
        assertThat(school.people.get(TestSchool.as(lan), lan).memberships())
                .as("everybody sees their own, with the permission to read")
                .hasSize(1);
        assertThat(rows(school, Optional.of(cell))).isEmpty();
        assertThat(school.directory.find(lan, TODAY).orElseThrow().unitIds()).isEmpty();
        assertThat(school.directory.membersOf(cell, TODAY)).containsExactly(lan);
        assertThat(school.structure.unit(school.clerk, cell).members()).isEmpty();
    }

    @OnEachDatabase
    void aTeacherSeesNamesButNoBirthdaysAndPhones(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String id = school.person(LAN);

        People.Detail seen = school.people.get(school.teacher, id);

        assertThat(seen.data().fullName()).isEqualTo("Lê Thị Lan");
        assertThat(seen.data().birthDate()).isEmpty();
        assertThat(seen.data().phone()).isEmpty();
        assertThat(seen.data().staffCode()).isEmpty();
        assertThat(seen.personalShown()).isFalse();
        assertThat(search(school, school.teacher, "0912345"))
                .as("nor finds people by phone")
                .isEmpty();
        assertThat(search(school, school.clerk, "0912345")).hasSize(1);
        assertThatThrownBy(() -> school.people.table(school.teacher, People.Query.working(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        school.people.list(TestSchool.as("stranger"), People.Query.working(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void listsByGivenNameAndSearchesWithoutDiacritics(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        for (String given : List.of("Đức", "An", "Ánh", "Dũng", "Ân")) {
            school.person("Nguyễn", "Văn", given);
        }

        assertThat(search(school, school.clerk, ""))
                .containsExactly(
                        "Nguyễn Văn An", "Nguyễn Văn Ánh", "Nguyễn Văn Ân", "Nguyễn Văn Dũng", "Nguyễn Văn Đức");
        assertThat(search(school, school.clerk, "duc")).containsExactly("Nguyễn Văn Đức");
        assertThat(search(school, school.clerk, "NGUYEN VAN DUNG")).containsExactly("Nguyễn Văn Dũng");
    }

    @OnEachDatabase
    void pagesByKey(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        for (int i = 0; i < 7; i++) {
            school.person("Nguyễn", "Văn", "An" + "h".repeat(i));
        }
        List<String> seen = new ArrayList<>();
        Page<People.Row> page = school.people.list(school.clerk, People.Query.working(), PageRequest.first(3));
        page.items().forEach(row -> seen.add(row.fullName()));
        while (page.next().isPresent()) {
            page = school.people.list(school.clerk, People.Query.working(), new PageRequest(3, page.next()));
            page.items().forEach(row -> seen.add(row.fullName()));
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @OnEachDatabase
    void sortsByWhatAColumnShowsPageByPageInBothDirections(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String maths = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Toán"));
        String letters = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Văn"));
        school.post(school.person("Lê", "Thị", "Bình"), Post.TEACHER, letters);
        school.post(school.person("Lê", "Thị", "An"), Post.TEACHER, letters);
        school.post(school.person("Lê", "Thị", "Cúc"), Post.TEACHER, maths);
        school.person("Lê", "Thị", "Dung");

        assertThat(sorted(school, "unit")).containsExactly("Lê Thị Cúc", "Lê Thị An", "Lê Thị Bình", "Lê Thị Dung");
        assertThat(sorted(school, "-unit"))
                .as("who has none comes last in either direction")
                .containsExactly("Lê Thị An", "Lê Thị Bình", "Lê Thị Cúc", "Lê Thị Dung");
        assertThat(sorted(school, "-name")).containsExactly("Lê Thị Dung", "Lê Thị Cúc", "Lê Thị Bình", "Lê Thị An");
        assertThat(sorted(school, "post")).endsWith("Lê Thị Dung");
        assertCode(() -> sorted(school, "colour"), Invalid.class, "core.bad-sort");
        Pages.refusesNonsense("unit", page -> school.people.list(school.clerk, EVERYBODY, page));
        assertThat(school.people.table(
                        school.clerk, EVERYBODY, PageRequest.first().sorted("-name")))
                .as("a file follows the order of the list")
                .extracting(row -> row.get(1))
                .containsExactly("Họ và tên", "Lê Thị Dung", "Lê Thị Cúc", "Lê Thị Bình", "Lê Thị An");
    }

    private static List<String> sorted(TestSchool school, String sort) {
        return Pages.read(sort, page -> school.people.list(school.clerk, EVERYBODY, page)).stream()
                .map(People.Row::fullName)
                .toList();
    }

    @OnEachDatabase
    void nobodyChangesAnythingWithoutPermission(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String id = school.person(LAN);

        assertThatThrownBy(() -> school.people.create(school.teacher, "", LAN, TODAY))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> school.people.update(school.teacher, id, 0, LAN))
                .isInstanceOf(Forbidden.class);
        assertThat(school.acts.refused()).hasSize(2);
        assertCode(() -> school.people.get(school.clerk, "nobody"), NotFound.class, "directory.no-person");
    }

    @OnEachDatabase
    void givesTheSamePersonForTheSameKey(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        String first = school.people.create(school.clerk, "key-1", LAN, TODAY);
        String second = school.people.create(school.clerk, "key-1", LAN, TODAY);

        assertThat(second).isEqualTo(first);
    }

    @OnEachDatabase
    void readsTwoThousandPeopleOnceForAllQuestions(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        school.unit
                .tx()
                .run(() -> school.store.insertAll(
                        IntStream.range(0, 2000)
                                .mapToObj(i -> new StoredPerson("p" + i, TestSchool.named("Nguyễn", "Văn", "An"), 0))
                                .toList(),
                        IntStream.range(0, 2000)
                                .mapToObj(i -> new EmployedTime("e" + i, "p" + i, Span.since(LocalDate.of(2020, 1, 1))))
                                .toList(),
                        List.of(),
                        List.of()));
        school.store.advance("2000");
        school.current.touched();
        assertThat(school.directory.staff(TODAY)).hasSize(2000);

        Snapshot read = school.current.get();
        for (int i = 0; i < 10_000; i++) {
            assertThat(school.directory.employed("p" + i % 2000, TODAY)).isTrue();
        }
        assertThat(school.current.get()).isSameAs(read);
    }

    private static List<People.Row> rows(TestSchool school, Optional<String> unitId) {
        return school.people
                .list(
                        school.clerk,
                        new People.Query(
                                Optional.empty(), unitId, Optional.empty(), Optional.empty(), Optional.empty()),
                        PageRequest.first())
                .items();
    }

    private static List<String> search(TestSchool school, Caller caller, String text) {
        return school
                .people
                .list(
                        caller,
                        new People.Query(
                                Optional.of(text),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(People.State.WORKING)),
                        PageRequest.first())
                .items()
                .stream()
                .map(People.Row::fullName)
                .toList();
    }

    static void assertCode(ThrowingCallable call, Class<? extends QuycheException> type, String code) {
        assertThatThrownBy(call)
                .isInstanceOf(type)
                .extracting(e -> ((QuycheException) e).code())
                .isEqualTo(code);
    }
}
