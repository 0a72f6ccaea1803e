package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.IncomingStep;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultIncomingDocumentsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

    @OnEachDatabase
    void goesFromTheRegisterToItsOutcome(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        assertThatThrownBy(() -> office.incoming.register(office.teacher, "", letter("1/UBND", "Tập huấn")))
                .isInstanceOf(Forbidden.class);
        String id = office.incoming.register(office.clerk, "k", letter("1/UBND", "Tập huấn"));
        assertThat(office.incoming.register(office.clerk, "k", letter("1/UBND", "Tập huấn")))
                .isEqualTo(id);
        assertThat(office.incoming.get(office.clerk, id).number()).isEqualTo(1);
        assertThat(office.notices.sentTo(OfficeFixture.PRINCIPAL))
                .extracting(NewNotice::title)
                .containsExactly("Văn bản đến: Tập huấn");
        assertThatThrownBy(() -> office.incoming.get(office.other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.incoming.route(office.clerk, List.of(id), to(Assignee.unit("u-maths"))))
                .isInstanceOf(Conflict.class);

        office.incoming.direct(
                office.principal,
                List.of(id),
                new Routing("Tổ Toán cử người", Optional.empty(), null, Optional.empty()));
        assertThat(office.incoming.steps(office.clerk, id)).containsExactly(IncomingStep.ROUTE);
        office.incoming.route(office.clerk, List.of(id), to(Assignee.unit("u-maths")));

        // The head answers for the unit; its members see it and do no more.
        assertThat(office.duties.all()).singleElement().satisfies(duty -> {
            assertThat(duty.personId()).isEqualTo(OfficeFixture.TEACHER);
            assertThat(duty.dueAt()).isEqualTo(Instant.parse("2026-10-15T17:00:00Z"));
        });
        assertThat(office.incoming.steps(office.other, id)).isEmpty();
        assertThatThrownBy(() -> office.incoming.start(office.other, id)).isInstanceOf(Forbidden.class);
        assertThat(office.incoming.start(office.teacher, id).state()).isEqualTo(IncomingState.IN_PROGRESS);
        assertThatThrownBy(() -> office.incoming.complete(office.teacher, id, " "))
                .isInstanceOf(Invalid.class);
        IncomingDocument done = office.incoming.complete(office.teacher, id, "Đã cử hai người");
        assertThat(done.outcome()).isEqualTo("Đã cử hai người");
        assertThat(office.duties.all()).extracting(Duty::state).containsExactly(Duty.State.DONE);
        assertThatThrownBy(() -> office.incoming.route(office.clerk, List.of(id), to(Assignee.unit("u-maths"))))
                .isInstanceOf(Conflict.class);
        assertThat(office.incoming.slip(office.clerk, id).toString())
                .contains("Tổ Toán – Tin chủ trì", "Đã cử hai người", "Tổ Toán cử người");
    }

    @OnEachDatabase
    void theClerkRegistersFortyLettersAtOnceOrNone(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        List<NewIncoming> post = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> letter(i + "/SGDĐT", "Công việc " + i))
                .toList();
        List<NewIncoming> wrong = List.of(post.get(0), letter("2/X", " "), letter("3/X", "Ba"));
        assertThatThrownBy(() -> office.incoming.registerAll(office.clerk, "", wrong))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .containsExactly("subject_2"));

        office.incoming.registerAll(office.clerk, "monday", post);
        office.incoming.registerAll(office.clerk, "monday", post);

        var register =
                office.incoming.register(office.clerk, DefaultBooks.GENERAL_INCOMING, 2026, PageRequest.first(100));
        assertThat(register.items())
                .extracting(IncomingDocument::number)
                .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(office.notices.sentTo(OfficeFixture.PRINCIPAL))
                .extracting(NewNotice::title)
                .containsExactly("40 văn bản đến chờ ý kiến");
        List<String> ids = register.items().stream().map(IncomingDocument::id).toList();
        assertThat(office.logged("document.register-incoming")).containsExactlyElementsOf(andTheWhole(ids));
        office.incoming.direct(
                office.principal,
                ids,
                new Routing(
                        "Giải quyết",
                        Optional.of(Assignee.person("p-other")),
                        List.of(Assignee.unit("u-maths"), Assignee.person("p-other")),
                        Optional.of(DUE)));
        assertThat(office.duties.all()).hasSize(40);
        assertThat(office.logged("document.direct-incoming")).containsExactlyElementsOf(andTheWhole(ids));
        assertThat(office.incoming.get(office.other, ids.get(7)).collaborators())
                .containsExactly(Assignee.unit("u-maths"));
        assertThatThrownBy(() -> office.incoming.register(
                        office.teacher, DefaultBooks.GENERAL_INCOMING, 2026, new PageRequest(5, Optional.of("x'--"))))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void aSecondRegistrationOfOneLetterIsRefusedUnlessItIsMeant(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.incoming.register(office.clerk, "", letter("12/UBND", "Một"));
        assertThatThrownBy(() -> office.incoming.register(office.clerk, "", letter("12/UBND", "Một")))
                .isInstanceOfSatisfying(
                        Conflict.class, known -> assertThat(known.args()).containsExactly("12/UBND", "UBND xã Thử", 1));
        NewIncoming copy = new NewIncoming(
                "",
                Optional.empty(),
                "ubnd xã thử",
                "12/UBND",
                Optional.of(LocalDate.of(2026, 10, 1)),
                DocumentKind.OFFICIAL_LETTER,
                "Một",
                Urgency.URGENT,
                true,
                "",
                true,
                List.of());
        String id = office.incoming.register(office.clerk, "", copy);
        assertThat(office.incoming.get(office.clerk, id).number()).isEqualTo(2);
    }

    @OnEachDatabase
    void routingAnewWithdrawsTheOldDutyAndFindsWhatIsLate(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String id = office.incoming.register(office.clerk, "", letter("5/UBND", "Điều tra"));
        office.incoming.direct(
                office.principal,
                List.of(id),
                new Routing("Làm", Optional.of(Assignee.person("p-other")), null, Optional.of(DUE)));
        office.incoming.route(office.clerk, List.of(id), to(Assignee.person(OfficeFixture.TEACHER)));

        assertThat(office.duties.all())
                .extracting(Duty::personId, Duty::state)
                .containsExactlyInAnyOrder(
                        tuple("p-other", Duty.State.WITHDRAWN), tuple(OfficeFixture.TEACHER, Duty.State.OPEN));
        assertThatThrownBy(() -> office.incoming.get(office.other, id)).isInstanceOf(NotFound.class);
        IncomingDocuments.Query late =
                new IncomingDocuments.Query(Optional.of("dieu tra"), Optional.empty(), true, true);
        assertThat(office.incoming
                        .list(office.teacher, late, PageRequest.first())
                        .items())
                .isEmpty();
        office.clock.set(Instant.parse("2026-10-16T01:00:00Z"));
        assertThat(office.incoming
                        .list(office.teacher, late, PageRequest.first())
                        .items())
                .hasSize(1);
        assertThat(office.incoming
                        .list(office.other, IncomingDocuments.Query.all(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated({"BC.3.2", "BC.4.1"})
    void refusesWhatIsSecretOrMakesNoSense(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.screening.refuse("tuyệt mật", "BC.3.2", "screening.secrecy-marking");
        assertThatThrownBy(() -> office.incoming.register(office.clerk, "", letter("1/M", "Phương án tuyệt mật")))
                .isInstanceOf(Refused.class);
        String id = office.incoming.register(office.clerk, "", letter("6/UBND", "Sáu"));
        // The refused one has left no gap.
        assertThat(office.incoming.get(office.clerk, id).number()).isEqualTo(1);
        String seventh = office.incoming.register(office.clerk, "", letter("7/UBND", "Bảy"));
        office.acts.clear();
        // One that is not there: the whole is undone, and nothing of it is in the log.
        assertThatThrownBy(() -> office.incoming.direct(office.principal, List.of(id, seventh, "z"), opinion()))
                .isInstanceOf(NotFound.class);
        assertThat(office.acts.done()).isEmpty();
        assertThat(office.incoming.get(office.clerk, id).opinion()).isEmpty();
        Routing nonsense = new Routing(
                "Làm",
                Optional.of(Assignee.person("p-nobody")),
                List.of(new Assignee(true, null)),
                Optional.of(LocalDate.of(2026, 1, 1)));
        assertThatThrownBy(() -> office.incoming.direct(office.principal, List.of(id), nonsense))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("lead", "collaborators", "dueOn"));
        assertThatThrownBy(() -> office.incoming.direct(office.principal, List.of(), nonsense))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.incoming.registerAll(office.clerk, "", List.of()))
                .isInstanceOf(Invalid.class);
    }

    /** A line of the log for each, and one for all of them together. */
    private static List<String> andTheWhole(List<String> ids) {
        return Stream.concat(ids.stream(), Stream.of("")).toList();
    }

    private static Routing to(Assignee lead) {
        return new Routing("", Optional.of(lead), List.of(), Optional.of(DUE));
    }

    private static Routing opinion() {
        return new Routing("Làm", Optional.empty(), List.of(), Optional.empty());
    }

    private static NewIncoming letter(String code, String subject) {
        return new NewIncoming(
                "",
                Optional.empty(),
                "UBND xã Thử",
                code,
                Optional.of(LocalDate.of(2026, 10, 1)),
                DocumentKind.OFFICIAL_LETTER,
                subject,
                Urgency.NORMAL,
                false,
                "",
                false,
                List.of());
    }
}
