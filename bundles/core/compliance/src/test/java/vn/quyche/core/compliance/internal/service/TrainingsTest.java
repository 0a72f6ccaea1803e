package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Audience;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingQuery;
import vn.quyche.core.compliance.internal.model.TrainingRecord;
import vn.quyche.core.compliance.internal.model.TrainingRecordQuery;
import vn.quyche.core.compliance.internal.model.Untrained;
import vn.quyche.core.compliance.internal.service.Trainings.NewMakeUp;
import vn.quyche.core.compliance.internal.service.Trainings.NewTraining;
import vn.quyche.core.compliance.internal.service.Trainings.TrainingView;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class TrainingsTest {

    private static final Caller PRINCIPAL = TestCaller.person("principal");
    private static final Caller CLERK = TestCaller.person("clerk");
    private static final Caller TEACHER = TestCaller.person("teacher");
    private static final Caller OTHER = TestCaller.person("other");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final String YEAR = "2026-2027";
    private static final PageRequest FIRST = PageRequest.first();

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private Desk desk;
    private String regulation;

    @OnEachDatabase
    @Regulated("TA.12d")
    void aTrainingIsPlannedHeldPersonByPersonAndMadeUpByWhoMissedIt(TestDatabase db) {
        open(db);
        String id = desk.trainings.plan(CLERK, "", training("Dùng hộp thư", "2026-10-10T08:00:00+07:00"));
        assertThat(open("teacher")).singleElement().satisfies(duty -> {
            assertThat(duty.clause()).isEqualTo("TA.12d");
            assertThat(duty.dueAt()).isEqualTo(desk.calendar.afterWorkingDays(at("2026-10-10T08:00:00+07:00"), 2));
        });
        assertThat(desk.notices.sent())
                .hasSize(4)
                .allMatch(notice -> notice.title().equals("Tập huấn: Dùng hộp thư"));
        assertThatThrownBy(() -> hold(TEACHER, id, 1, "teacher")).isInstanceOf(Conflict.class);
        clock.set(at("2026-10-10T10:00:00+07:00"));
        assertThatThrownBy(() -> hold(OTHER, id, 1, "other")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> hold(TEACHER, id, 1, "nobody")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> hold(TEACHER, id, 9, "other")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> makeUp(id)).isInstanceOf(Conflict.class);

        hold(TEACHER, id, 1, "teacher", "clerk");

        Training held = desk.trainings.get(CLERK, id).training();
        assertThat(held.state()).isEqualTo(Training.State.HELD);
        assertThat(List.of(held.invited(), held.present())).containsExactly(4, 2);
        assertThat(open("teacher")).isEmpty();
        assertThatThrownBy(() -> hold(TEACHER, id, 2, "teacher")).isInstanceOf(Conflict.class);
        assertThat(missing(id)).containsExactlyInAnyOrder("principal", "other");
        assertThatThrownBy(() -> desk.trainings.people(OTHER, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.trainings.makeUp(TEACHER, id, "", makeUpAt("2026-10-12T08:00:00+07:00")))
                .isInstanceOf(Forbidden.class);

        String second = makeUp(id);
        assertThat(desk.trainings.get(CLERK, second).training().audience().personIds())
                .containsExactlyInAnyOrder("principal", "other");
        assertThatThrownBy(() -> makeUp(id)).isInstanceOf(Conflict.class);
        clock.set(at("2026-10-12T10:00:00+07:00"));
        hold(CLERK, second, 1, "principal");
        assertThat(missing(id)).containsExactly("other");
        desk.directory.left("other", LocalDate.of(2026, 10, 11));
        assertThatThrownBy(() -> makeUp(second))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("compliance.training-nobody-missed");
        assertThat(desk.trainings.family(CLERK, second))
                .extracting(Training::id)
                .containsExactly(id, second);
        assertThat(desk.trainings.sheet(CLERK, id).toString())
                .contains("Danh sách điểm danh", "2 trên 4 người có mặt", "Vắng, đã tập huấn bù", "Nguyễn Thị Giáo");
    }

    @OnEachDatabase
    @Regulated({"TA.12d", "TT.15.3"})
    void recordsAreKeptByPersonAndRegulationAndWhoWasNeverTrainedIsNamed(TestDatabase db) {
        open(db);
        String first = desk.trainings.plan(CLERK, "", training("Dùng hộp thư", "2026-10-05T07:00:00+07:00"));
        hold(CLERK, first, 1, "teacher", "clerk");
        String second = desk.trainings.plan(CLERK, "", training("Dùng chữ ký", "2026-10-05T07:30:00+07:00"));
        hold(CLERK, second, 1, "teacher");

        assertThat(records(TrainingRecordQuery.ALL)).hasSize(8);
        assertThat(records(new TrainingRecordQuery(
                        Optional.of("teacher"), Optional.of(regulation), Optional.of(YEAR), Optional.of(true))))
                .extracting(TrainingRecord::title)
                .containsExactly("Dùng chữ ký", "Dùng hộp thư");
        TrainingRecordQuery absent =
                new TrainingRecordQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false));
        List<TrainingRecord> byName = Pages.read("name", page -> desk.trainingRecords.list(CLERK, absent, page));
        assertThat(byName).extracting(TrainingRecord::personId).hasSize(5).startsWith("other");
        List<TrainingRecord> turned = new ArrayList<>(byName);
        Collections.reverse(turned);
        assertThat(Pages.read("-name", page -> desk.trainingRecords.list(CLERK, absent, page)))
                .isEqualTo(turned);
        assertThat(Pages.read("time", page -> desk.trainingRecords.list(CLERK, absent, page)))
                .isSortedAccordingTo((one, other) -> one.startsAt().compareTo(other.startsAt()))
                .hasSize(5);
        assertThat(Pages.read("-name", page -> desk.trainingRecords.untrained(CLERK, Optional.empty(), page)))
                .isSortedAccordingTo((one, other) ->
                        VietnameseText.nameSortKey(other.name()).compareTo(VietnameseText.nameSortKey(one.name())));
        Pages.refusesNonsense("name", page -> desk.trainingRecords.list(CLERK, absent, page));
        Pages.refusesNonsense("name", page -> desk.trainingRecords.untrained(CLERK, Optional.empty(), page));
        assertThat(desk.trainingRecords
                        .mine(TEACHER, TrainingRecordQuery.ALL, FIRST)
                        .items())
                .hasSize(2);
        assertThatThrownBy(() -> desk.trainingRecords.list(TEACHER, TrainingRecordQuery.ALL, FIRST))
                .isInstanceOf(Forbidden.class);
        assertThat(untrained(Optional.of(regulation)))
                .extracting(Untrained::personId)
                .containsExactly("other", "principal");
        desk.directory.person("new", "Võ Thị Ánh", Post.TEACHER);
        assertThat(untrained(Optional.empty())).hasSize(3);
        assertThat(untrained(Optional.of("nothing"))).isEmpty();
    }

    @OnEachDatabase
    @Regulated("TT.15.3")
    void thePlanOfASchoolYearIsOwedUntilItIsApproved(TestDatabase db) {
        open(db);
        clock.set(at("2027-09-25T08:00:00+07:00"));
        desk.recurring.lay(desk.trainingDuties.rules().get(0));
        assertThat(open("clerk"))
                .filteredOn(duty -> duty.kind().equals("compliance.training-plan"))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.clause()).isEqualTo("TT.15.3");
                    assertThat(duty.dueAt()).isEqualTo(at("2027-09-30T16:00:00+07:00"));
                });
        String year = "2027-2028";
        assertThatThrownBy(() -> desk.trainingPlans.approve(PRINCIPAL, year, 0))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("compliance.training-plan-empty");
        desk.trainings.plan(CLERK, "", training("Đầu năm", "2027-10-02T08:00:00+07:00"));
        assertThat(desk.trainingPlans.write(CLERK, year, 0, "Ai cũng biết dùng").version())
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.trainingPlans.write(CLERK, year, 0, "Khác"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.trainingPlans.approve(CLERK, year, 1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.trainingPlans.get(CLERK, "2027-2029")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.trainingPlans.get(CLERK, "2027-09")).isInstanceOf(Invalid.class);

        assertThat(desk.trainingPlans.approve(PRINCIPAL, year, 1).approved()).isTrue();

        assertThat(open("clerk")).noneMatch(duty -> duty.kind().equals("compliance.training-plan"));
        assertThatThrownBy(() -> desk.trainingPlans.write(CLERK, year, 2, "Khác"))
                .isInstanceOf(Conflict.class);
        assertThat(desk.trainingPlans.years(CLERK)).contains(year, "2028-2029");
        clock.set(at("2028-09-25T08:00:00+07:00"));
        desk.trainings.plan(CLERK, "", training("Đầu năm", "2028-10-02T08:00:00+07:00"));
        desk.trainingPlans.approve(PRINCIPAL, "2028-2029", 0);
        desk.recurring.lay(desk.trainingDuties.rules().get(0));
        assertThat(open("clerk")).noneMatch(duty -> duty.kind().equals("compliance.training-plan"));
    }

    @OnEachDatabase
    @Regulated({"TA.12d", "TT.15.3"})
    void whatWasHeldAndApprovedProvesItsClauses(TestDatabase db) {
        open(db);
        TrainingEvidence evidence = new TrainingEvidence(desk.trainingStore);
        assertThat(evidence.firstDay()).isEmpty();
        String held = desk.trainings.plan(CLERK, "", training("Dùng hộp thư", "2026-10-02T07:00:00+07:00"));
        desk.trainings.plan(CLERK, "", training("Chưa tổ chức", "2026-10-03T07:00:00+07:00"));
        NewTraining onClause = new NewTraining(
                "",
                "TC.8.1",
                "Bàn giao camera",
                "",
                "Người lắp đặt",
                "Phòng họp",
                "clerk",
                Audience.everybody(),
                at("2026-10-02T08:00:00+07:00"),
                List.of());
        hold(CLERK, desk.trainings.plan(CLERK, "", onClause), 1, "teacher");
        hold(CLERK, held, 1, "teacher");
        desk.trainingPlans.approve(PRINCIPAL, YEAR, 0);

        List<EvidenceCount> counts =
                evidence.counts(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), clock.instant());

        assertThat(counts)
                .extracting(EvidenceCount::clause, EvidenceCount::day, EvidenceCount::kept)
                .containsExactlyInAnyOrder(
                        tuple("TA.12d", LocalDate.of(2026, 10, 2), 1L),
                        tuple("TC.8.1", LocalDate.of(2026, 10, 2), 1L),
                        tuple("TT.15.3", TODAY, 1L));
        assertThat(evidence.firstDay()).contains(LocalDate.of(2026, 10, 2));
        assertThat(evidence.changedDays(at("2026-10-05T07:00:00+07:00"), clock.instant()))
                .contains(LocalDate.of(2026, 10, 2), TODAY);
        assertThat(evidence.lines(new EvidenceQuery(
                        "TA.12d",
                        at("2026-10-01T00:00:00+07:00"),
                        at("2026-11-01T00:00:00+07:00"),
                        Optional.empty(),
                        Optional.empty(),
                        10)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo(Evidence.Kind.KEPT);
                    assertThat(line.text()).contains("Dùng hộp thư", "1/4");
                    assertThat(line.link()).isEqualTo("/compliance/training/" + held);
                });
    }

    @OnEachDatabase
    void aPlannedTrainingIsChangedAndCancelledAndItsDutyFollows(TestDatabase db) {
        open(db);
        Attachment file = desk.attachments.receive(CLERK, "bai-giang.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        NewTraining first = training("Dùng hộp thư", "2026-10-10T08:00:00+07:00");
        String id = desk.trainings.plan(CLERK, "", withFile(first, file.id()));
        assertThat(desk.trainings.files(TEACHER, id))
                .extracting(Attachment::fileName)
                .containsExactly("bai-giang.pdf");

        TrainingView moved = desk.trainings.change(CLERK, id, 1, training("Dùng hộp thư", "2026-10-12T08:00:00+07:00"));
        desk.trainings.change(CLERK, id, moved.version(), first);
        assertThat(open("teacher"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.dueAt())
                        .isEqualTo(desk.calendar.afterWorkingDays(at("2026-10-10T08:00:00+07:00"), 2)));
        assertThatThrownBy(() -> desk.trainings.change(CLERK, id, 1, first)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.trainings.change(TEACHER, id, 3, first)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.trainings.cancel(CLERK, id, 3, " ")).isInstanceOf(Invalid.class);

        desk.trainings.cancel(CLERK, id, 3, "Trùng lịch thi");

        assertThat(desk.notices.sent())
                .extracting(NewNotice::title)
                .contains("Thay đổi lịch tập huấn: Dùng hộp thư", "Hủy buổi tập huấn: Dùng hộp thư");
        assertThat(open("teacher")).isEmpty();
        assertThat(desk.trainings.get(TEACHER, id).training().remark()).isEqualTo("Trùng lịch thi");
        assertThatThrownBy(() -> desk.trainings.cancel(CLERK, id, 4, "Lần nữa")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.trainings.get(CLERK, "nothing")).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void whatIsMissingOrWrongIsSaidAtItsField(TestDatabase db) {
        open(db);
        desk.directory.unit("party", UnitType.PARTY_CELL, "Chi bộ");
        NewTraining nothing = new NewTraining(null, null, null, null, null, null, null, null, null, null);
        assertThat(fields(() -> desk.trainings.plan(CLERK, "", nothing)))
                .containsExactlyInAnyOrder(
                        "title", "trainer", "place", "regulationId", "startsAt", "responsibleId", "audience");
        NewTraining wrong = new NewTraining(
                "nothing",
                "XX.1",
                "Tên",
                "",
                "Ai đó",
                "Đâu đó",
                "nobody",
                new Audience(false, Set.of(), Set.of("party", "nothing"), Set.of("nobody")),
                at("2036-10-10T08:00:00+07:00"),
                List.of());
        assertThat(fields(() -> desk.trainings.plan(CLERK, "", wrong)))
                .containsExactlyInAnyOrder(
                        "clause", "regulationId", "startsAt", "responsibleId", "unitIds", "personIds");
    }

    @OnEachDatabase
    void trainingsAreListedFilteredSortedAndPaged(TestDatabase db) {
        open(db);
        String b = desk.trainings.plan(CLERK, "", training("Bàn giao", "2026-10-10T08:00:00+07:00"));
        String a = desk.trainings.plan(CLERK, "", training("An toàn", "2026-10-12T08:00:00+07:00"));
        String c = desk.trainings.plan(CLERK, "", training("Chữ ký số", "2027-08-10T08:00:00+07:00"));

        assertThat(ids(TrainingQuery.ALL, "date")).containsExactly(b, a, c);
        assertThat(ids(TrainingQuery.ALL, "-date")).containsExactly(c, a, b);
        assertThat(ids(TrainingQuery.ALL, "title")).containsExactly(a, b, c);
        assertThat(ids(TrainingQuery.ALL, "-title")).containsExactly(c, b, a);
        assertThat(ids(new TrainingQuery(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("ban giao"))))
                .containsExactly(b);
        assertThat(ids(new TrainingQuery(
                        Optional.of("2027-2028"),
                        Optional.of(regulation),
                        Optional.of(Training.State.PLANNED),
                        Optional.empty())))
                .containsExactly(c);
        Pages.refusesNonsense("title", page -> desk.trainings.list(CLERK, TrainingQuery.ALL, page));
        assertThatThrownBy(() -> desk.trainings.list(CLERK, TrainingQuery.ALL, new PageRequest(2, Optional.of("x"))))
                .isInstanceOf(Invalid.class);
    }

    private void open(TestDatabase db) {
        desk = Desk.of(db, clock);
        desk.access
                .grant(
                        PRINCIPAL,
                        "regulation:read",
                        "regulation:draft",
                        "regulation:edit",
                        "regulation:training",
                        "regulation:training-approve",
                        "regulation:training-records",
                        "duty:read")
                .grant(CLERK, "regulation:read", "regulation:training", "regulation:training-records")
                .grant(TEACHER, "regulation:read")
                .grant(OTHER, "regulation:read");
        desk.directory
                .person("principal", "Trần Thị Hiệu", Post.PRINCIPAL)
                .person("clerk", "Lê Văn Thư", Post.RECORDS_CLERK)
                .person("teacher", "Nguyễn Thị Giáo", Post.TEACHER)
                .person("other", "Phạm Văn Ấm", Post.TEACHER);
        regulation = adopted("TA");
    }

    private String adopted(String pack) {
        String draft = desk.adopted.start(PRINCIPAL, "", pack, "");
        Edition edited = desk.adopted.edition(PRINCIPAL, draft);
        Decision old = edited.content().decision();
        Decision decision = new Decision(
                "1/QĐ-THTA",
                Optional.of(TODAY),
                "Thử Nghiệm",
                old.superior(),
                "Trường Thử",
                SigningCapacity.HEAD,
                "",
                "Người Ký Thử",
                old.recipients(),
                old.ends());
        Edition ready = desk.adopted.save(
                PRINCIPAL, draft, edited.version(), edited.content().withDecision(decision, Optional.of(TODAY)));
        return desk.adopted.decide(PRINCIPAL, draft, ready.version()).regulationId();
    }

    private NewTraining training(String title, String startsAt) {
        return new NewTraining(
                regulation,
                "",
                title,
                "Cách dùng",
                "Chuyên viên Thử",
                "Phòng họp",
                "teacher",
                Audience.everybody(),
                at(startsAt),
                List.of());
    }

    private static NewTraining withFile(NewTraining one, String file) {
        return new NewTraining(
                one.regulationId(),
                one.clause(),
                one.title(),
                one.content(),
                one.trainer(),
                one.place(),
                one.responsibleId(),
                one.audience(),
                one.startsAt(),
                List.of(file));
    }

    private void hold(Caller caller, String id, long version, String... present) {
        desk.trainings.hold(caller, id, version, Set.of(present), "");
    }

    private String makeUp(String id) {
        return desk.trainings.makeUp(CLERK, id, "", makeUpAt("2026-10-12T08:00:00+07:00"));
    }

    private static NewMakeUp makeUpAt(String startsAt) {
        return new NewMakeUp(at(startsAt), "Chuyên viên Thử", "Phòng họp", "clerk");
    }

    private List<String> missing(String id) {
        return desk.trainings.people(CLERK, id).stream()
                .filter(Attendee::missing)
                .map(Attendee::personId)
                .toList();
    }

    private List<Duty> open(String person) {
        return desk
                .duties
                .list(
                        PRINCIPAL,
                        new Duties.Query(
                                Optional.of(person),
                                Optional.of("compliance."),
                                Optional.of(Duty.State.OPEN),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        FIRST)
                .items()
                .stream()
                .filter(duty -> duty.kind().contains("training"))
                .toList();
    }

    /** Read two by two, as pages come. */
    private List<TrainingRecord> records(TrainingRecordQuery query) {
        List<TrainingRecord> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<TrainingRecord> page = desk.trainingRecords.list(CLERK, query, new PageRequest(2, after));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private List<Untrained> untrained(Optional<String> of) {
        List<Untrained> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Untrained> page = desk.trainingRecords.untrained(CLERK, of, new PageRequest(1, after));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private List<String> ids(TrainingQuery query) {
        return ids(query, "-date");
    }

    private List<String> ids(TrainingQuery query, String sort) {
        return Pages.read(sort, page -> desk.trainings.list(CLERK, query, page)).stream()
                .map(view -> view.training().id())
                .toList();
    }

    private static List<String> fields(ThrowingCallable call) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> refused.fields().forEach(field -> fields.add(field.field())));
        return fields;
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
