package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFile.State;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.CaseFiles.Item;
import vn.quyche.core.api.document.CaseFiles.NewFile;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.document.internal.store.JpaCaseFileStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultCaseFilesTest {

    @OnEachDatabase
    void aFileGoesFromItsFirstDocumentToTheArchive(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        CaseFiles files = files(office);
        String plan = office.numbered(DocumentKind.PLAN, "Kế hoạch thi").id();
        String letter = arrived(office);
        office.incoming.direct(
                office.principal,
                List.of(letter),
                new Routing(
                        "Làm",
                        Optional.of(Assignee.person(OfficeFixture.TEACHER)),
                        List.of(),
                        Optional.of(LocalDate.of(2026, 10, 15))));
        String id = files.open(office.teacher, "k", new NewFile("03.CM", "Hội thi cấp trường", 10));
        assertThat(files.open(office.teacher, "k", new NewFile("03.CM", "Hội thi cấp trường", 10)))
                .isEqualTo(id);
        assertThatThrownBy(() -> files.close(office.teacher, id)).isInstanceOf(Conflict.class);
        files.put(office.teacher, id, List.of(letter, plan));
        files.put(office.teacher, id, List.of(plan, plan));

        assertThat(files.items(office.teacher, id)).extracting(Item::documentId).containsExactly(letter, plan);
        assertThat(files.items(office.teacher, id)).extracting(Item::place).containsExactly(1, 2);
        assertThat(files.get(office.teacher, id).documents()).isEqualTo(2);
        assertThat(files.contents(office.teacher, id).toString()).contains("01/KH-THTN", "Tập huấn", "10 năm");
        files.take(office.teacher, id, letter);
        assertThatThrownBy(() -> files.take(office.teacher, id, letter)).isInstanceOf(NotFound.class);

        assertThatThrownBy(() -> files.transfer(office.clerk, List.of(id), "Kho lưu trữ"))
                .isInstanceOf(Conflict.class);
        assertThat(files.close(office.teacher, id).closedOn()).contains(LocalDate.of(2026, 10, 5));
        assertThatThrownBy(() -> files.put(office.teacher, id, List.of(letter))).isInstanceOf(Conflict.class);
        // Within one year after the end of the work (NĐ 30/2020, Điều 30).
        assertThat(office.duties.all())
                .filteredOn(duty -> duty.kind().equals("document.transfer-file"))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.personId()).isEqualTo(OfficeFixture.TEACHER);
                    assertThat(duty.dueAt()).isEqualTo(Instant.parse("2027-10-05T17:00:00Z"));
                });
        assertThatThrownBy(() -> files.transfer(office.teacher, List.of(id), "Kho"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> files.transfer(office.clerk, List.of(id), " ")).isInstanceOf(Invalid.class);
        files.transfer(office.clerk, List.of(id), "Kho lưu trữ");
        CaseFile after = files.get(office.clerk, id);
        assertThat(after.state()).isEqualTo(State.TRANSFERRED);
        assertThat(after.receiver()).isEqualTo("Kho lưu trữ");
        assertThat(office.duties.all())
                .filteredOn(duty -> duty.kind().equals("document.transfer-file"))
                .extracting(Duty::state)
                .containsExactly(Duty.State.DONE);
        assertThat(office.logged("document.transfer-file")).containsExactly(id, "");
        assertThat(files.transferList(office.clerk, 2026).toString()).contains("03.CM", "Đã giao 05/10/2026");
    }

    @OnEachDatabase
    void isKeptByItsKeeperAndTheClerk(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        CaseFiles files = files(office);
        String id = files.open(office.teacher, "", new NewFile("01.CM", "Dự giờ", 0));
        assertThat(files.get(office.clerk, id).retention()).isEqualTo("Vĩnh viễn");
        assertThatThrownBy(() -> files.get(office.other, id)).isInstanceOf(NotFound.class);
        assertThat(files.list(office.other, CaseFiles.Query.all(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(files.list(
                                office.principal,
                                new CaseFiles.Query(Optional.of("du gio"), Optional.of(State.OPEN), Optional.of(2026)),
                                PageRequest.first())
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> files.close(office.principal, id)).isInstanceOf(Forbidden.class);

        // What the keeper may not see is in the file, and not shown to the keeper.
        String letter = arrived(office);
        assertThatThrownBy(() -> files.put(office.teacher, id, List.of(letter))).isInstanceOf(NotFound.class);
        files.put(office.clerk, id, List.of(letter));
        assertThat(files.items(office.teacher, id)).isEmpty();
        assertThat(files.items(office.clerk, id)).hasSize(1);
        // A draft is nothing to keep yet.
        assertThatThrownBy(() -> files.put(office.clerk, id, List.of(office.draft(DocumentKind.REPORT, "Báo cáo"))))
                .isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void refusesWhatMakesNoSense(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        CaseFiles files = files(office);
        String id = files.open(office.teacher, "", new NewFile("01.CM", "Dự giờ", 5));
        assertThatThrownBy(() -> files.open(office.other, "", new NewFile("01.CM", "Khác", 5)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> files.open(office.teacher, "", new NewFile(" ", "", 101)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.fields()).hasSize(3));
        assertThatThrownBy(() -> files.put(office.teacher, id, List.of(" "))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> files.change(office.teacher, id, 7, new NewFile("02.CM", "Dự giờ", 5)))
                .isInstanceOf(Conflict.class);
        assertThat(files.change(office.teacher, id, 1, new NewFile("02.CM", "Dự giờ", 5))
                        .code())
                .isEqualTo("02.CM");
        assertThatThrownBy(() -> files.transfer(office.clerk, List.of(), "Kho")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        files.list(office.teacher, CaseFiles.Query.all(), new PageRequest(5, Optional.of("x'--"))))
                .isInstanceOf(Invalid.class);
    }

    private static CaseFiles files(OfficeFixture office) {
        return new DefaultCaseFiles(
                office.acts,
                office.access,
                new JpaCaseFileStore(office.unit.jpa()),
                office.outgoing,
                office.incoming,
                office.screening,
                office.duties,
                office.directory,
                office.ids,
                office.clock);
    }

    private static String arrived(OfficeFixture office) {
        return office.incoming.register(
                office.clerk,
                "",
                new NewIncoming(
                        "",
                        Optional.empty(),
                        "UBND xã Thử",
                        "1/UBND",
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        DocumentKind.OFFICIAL_LETTER,
                        "Tập huấn",
                        Urgency.NORMAL,
                        false,
                        "",
                        false,
                        List.of()));
    }
}
