package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSigning.Signable;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.OutgoingStep;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultOutgoingDocumentsTest {

    @OnEachDatabase
    void goesFromTheDraftToTheRecallEachStepByWhomItTakes(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String id = office.draft(DocumentKind.DECISION, "Về việc thành lập tổ kiểm tra");
        assertThat(office.outgoing.steps(office.teacher, id))
                .containsExactly(OutgoingStep.REVISE, OutgoingStep.SUBMIT, OutgoingStep.DISCARD);
        assertThat(office.outgoing.steps(office.principal, id)).isEmpty();

        office.outgoing.submit(office.teacher, id);
        String hash = office.outgoing.get(office.principal, id).sha256();
        assertThatThrownBy(() -> office.outgoing.approve(office.teacher, id, hash))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.outgoing.assignNumber(office.clerk, id)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> office.outgoing.approve(office.principal, id, "0".repeat(64)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("document.other-content");
        office.outgoing.approve(office.principal, id, hash);
        assertThatThrownBy(() -> office.outgoing.assignNumber(office.teacher, id))
                .isInstanceOf(Forbidden.class);

        OutgoingDocument numbered = office.outgoing.assignNumber(office.clerk, id);
        assertThat(numbered.code()).isEqualTo("01/QĐ-THTN");
        assertThat(numbered.day()).contains(LocalDate.of(2026, 10, 5));
        assertThatThrownBy(() -> office.outgoing.assignNumber(office.clerk, id)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> office.outgoing.issue(office.clerk, id, 1, "")).isInstanceOf(Conflict.class);

        String scan = office.file(office.clerk, "ban-ky.pdf", "scan");
        assertThatThrownBy(() -> office.outgoing.signedByHand(office.clerk, id, scan, LocalDate.of(2026, 10, 6)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.outgoing.signedByHand(office.clerk, id, "", null))
                .isInstanceOf(Invalid.class);
        office.outgoing.signedByHand(office.clerk, id, scan, null);
        assertThat(office.duties.all())
                .singleElement()
                .satisfies(duty -> assertThat(duty.dueAt()).isEqualTo(Instant.parse("2026-10-06T17:00:00Z")));
        OutgoingDocument issued = office.outgoing.issue(office.clerk, id, 3, "Gửi qua bưu điện");
        assertThat(issued.state()).isEqualTo(OutgoingState.ISSUED);
        assertThat(office.duties.all()).extracting(Duty::state).containsOnly(Duty.State.DONE);
        assertThatThrownBy(() -> office.outgoing.recall(office.clerk, id, "Sai"))
                .isInstanceOf(Forbidden.class);
        assertThat(office.outgoing.recall(office.principal, id, "Sai căn cứ").reason())
                .isEqualTo("Sai căn cứ");
        assertThat(office.outgoing.steps(office.principal, id)).isEmpty();
        assertThat(office.notices.sentTo(OfficeFixture.TEACHER))
                .extracting(NewNotice::title)
                .last()
                .isEqualTo("Thu hồi: Quyết định Về việc thành lập tổ kiểm tra");
    }

    @OnEachDatabase
    void anyChangeOfWhatWasApprovedLeadsBackToTheDraft(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String id = office.approved(DocumentKind.PLAN, "Kế hoạch tháng 10");
        OutgoingDocument approved = office.outgoing.get(office.teacher, id);
        String approvedHash = approved.approvedSha256();
        assertThat(approvedHash).isEqualTo(approved.sha256());

        NewOutgoing changed =
                office.entered(DocumentKind.PLAN, "Kế hoạch tháng 10", office.file(office.teacher, "v2.docx", "khác"));
        assertThatThrownBy(() -> office.outgoing.revise(office.teacher, id, approved.version() - 1, changed))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("core.changed-meanwhile");
        OutgoingDocument draft = office.outgoing.revise(office.teacher, id, approved.version(), changed);

        assertThat(draft.state()).isEqualTo(OutgoingState.DRAFT);
        assertThat(draft.approvedSha256()).isEmpty();
        assertThat(draft.sha256()).isNotEqualTo(approvedHash);
        assertThatThrownBy(() -> office.outgoing.assignNumber(office.clerk, id)).isInstanceOf(Conflict.class);
        assertThat(office.outgoing.versions(office.teacher, id))
                .extracting(DocumentVersion::number)
                .containsExactly(2, 1);

        office.outgoing.comment(office.principal, id, "Ghi rõ kinh phí");
        office.outgoing.submit(office.teacher, id);
        assertThatThrownBy(() -> office.outgoing.approve(office.principal, id, approvedHash))
                .isInstanceOf(Conflict.class);
        assertThat(office.outgoing
                        .sendBack(office.principal, id, "Thiếu kinh phí")
                        .state())
                .isEqualTo(OutgoingState.RETURNED);
        assertThat(office.outgoing.comments(office.teacher, id))
                .singleElement()
                .satisfies(comment -> assertThat(comment.version()).isEqualTo(2));
    }

    @OnEachDatabase
    void othersSeeNothingOfIt(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String id = office.draft(DocumentKind.NOTICE, "Thông báo nghỉ");

        assertThatThrownBy(() -> office.outgoing.get(office.other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.outgoing.submit(office.other, id)).isInstanceOf(NotFound.class);
        assertThat(office.outgoing
                        .list(office.other, OutgoingDocuments.Query.all(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(office.outgoing
                        .list(office.teacher, OutgoingDocuments.Query.all(), PageRequest.first())
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> office.outgoing.register(office.teacher, "b", 2026, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.outgoing.register(
                        office.teacher, "b", 2026, new PageRequest(10, Optional.of("../../x"))))
                .isInstanceOf(Invalid.class);
        String foreign = office.file(office.other, "x.docx", "x");
        assertThatThrownBy(() ->
                        office.outgoing.draft(office.teacher, "", office.entered(DocumentKind.NOTICE, "Khác", foreign)))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    @Regulated({"BC.3.2", "BC.4.1"})
    void refusesSecretDocumentsAndBadEntries(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        office.screening.refuse("tối mật", "BC.3.2", "screening.secrecy-marking");
        String file = office.file(office.teacher, "a.docx", "a");

        assertThatThrownBy(() -> office.outgoing.draft(
                        office.teacher, "", office.entered(DocumentKind.REPORT, "Báo cáo tối mật", file)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.3.2"));
        NewOutgoing empty = new NewOutgoing(null, "", "V P", null, null, null, null, "", "p-nobody", null, null, null);
        assertThatThrownBy(() -> office.outgoing.draft(office.teacher, "", empty))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "kind",
                                        "subject",
                                        "unitCode",
                                        "recipients",
                                        "approverId",
                                        "signerId",
                                        "fileId"));
    }

    @OnEachDatabase
    void aSigningDomainSignsExactlyWhatWasApprovedAndNumbered(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        String id = office.approved(DocumentKind.DECISION, "Về việc khen thưởng");
        String hash = office.outgoing.get(office.principal, id).approvedSha256();
        assertThat(office.outgoing.find(hash)).isEmpty();
        office.outgoing.assignNumber(office.clerk, id);

        Signable signable = office.outgoing.find(hash).orElseThrow();
        assertThat(signable.code()).isEqualTo("01/QĐ-THTN");
        assertThat(signable.kind()).isEqualTo(DocumentKind.DECISION);
        assertThat(office.outgoing.find("không phải mã")).isEmpty();
        assertThatThrownBy(() -> office.outgoing.signed(
                        office.teacher, hash, office.file(office.teacher, "s.pdf", "s"), office.clock.instant()))
                .isInstanceOf(Forbidden.class);

        Signable next = office.outgoing.signed(
                office.principal, hash, office.file(office.principal, "ky.pdf", "đã ký"), office.clock.instant());
        assertThat(next.signed()).isTrue();
        assertThat(office.outgoing.find(hash)).isEmpty();
        assertThatThrownBy(() -> office.outgoing.signed(
                        office.principal, hash, office.file(office.principal, "b.pdf", "b"), office.clock.instant()))
                .isInstanceOf(Conflict.class);
        Signable sealed = office.outgoing.signed(
                office.clerk, next.sha256(), office.file(office.clerk, "dau.pdf", "có dấu"), office.clock.instant());
        OutgoingDocument signed = office.outgoing.get(office.clerk, id);
        assertThat(signed.form()).isEqualTo(SignatureForm.DIGITAL);
        assertThat(signed.signedSha256()).isEqualTo(sealed.sha256());
        office.outgoing.issue(office.clerk, id, 1, "");
        assertThat(office.outgoing.find(sealed.sha256())).isEmpty();
    }

    @OnEachDatabase
    void listsByPageStateAndTextWithoutDiacritics(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        for (int i = 1; i <= 5; i++) {
            office.numbered(DocumentKind.NOTICE, "Thông báo số " + i);
        }
        office.draft(DocumentKind.REPORT, "Báo cáo sơ kết");

        OutgoingDocuments.Query text = new OutgoingDocuments.Query(
                Optional.of("thong bao"), Optional.of(OutgoingState.NUMBERED), Optional.empty(), Optional.of(2026));
        var first = office.outgoing.list(office.clerk, text, PageRequest.first(3));
        var second = office.outgoing.list(office.clerk, text, new PageRequest(3, first.next()));
        assertThat(first.items()).extracting(OutgoingDocument::number).containsExactly(5, 4, 3);
        assertThat(second.items()).extracting(OutgoingDocument::number).containsExactly(2, 1);
        OutgoingDocuments.Query code = new OutgoingDocuments.Query(
                Optional.of("02/tb-thtn"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(office.outgoing.list(office.clerk, code, PageRequest.first()).items())
                .extracting(OutgoingDocument::number)
                .containsExactly(2);
        var register =
                office.outgoing.register(office.clerk, DefaultBooks.GENERAL_OUTGOING, 2026, PageRequest.first(4));
        assertThat(register.items()).extracting(OutgoingDocument::number).containsExactly(1, 2, 3, 4);
        assertThat(office.outgoing
                        .register(
                                office.clerk, DefaultBooks.GENERAL_OUTGOING, 2026, new PageRequest(4, register.next()))
                        .items())
                .extracting(OutgoingDocument::code)
                .isEqualTo(List.of("05/TB-THTN"));
    }
}
