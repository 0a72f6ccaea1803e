package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.internal.engine.DecreePaper;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

/** Copies and attachments: numbered without gap, signed by the school, valid, and what was signed before stays. */
class SignedCopiesTest {

    private static char[] pin() {
        return SigningFixture.PIN.toCharArray();
    }

    private static SignedCopies.NewCopy copy(CopyKind kind, byte[] file, String pages, String token) {
        return new SignedCopies.NewCopy(
                kind,
                "12/GDĐT-PC",
                "Hiệu trưởng cho sao ngày 05/10",
                pages,
                Optional.empty(),
                "cong-van.pdf",
                file,
                token,
                SignatureLevel.B);
    }

    private static SignedCopies.NewCopy attachment(DocumentSigning.Signable document, byte[] file, String token) {
        return new SignedCopies.NewCopy(
                CopyKind.ATTACHMENT,
                "",
                "",
                "",
                Optional.of(new SigningPort.Document(document.documentId(), document.sha256())),
                "phu-luc.pdf",
                file,
                token,
                SignatureLevel.B);
    }

    private static void valid(SigningFixture f, SignedCopy copy, int signatures) {
        Verification verification = f.verify(copy.fileId());
        assertThat(verification.verdict()).as(verification.toString()).isEqualTo(VerificationVerdict.VALID);
        assertThat(verification.signatures()).hasSize(signatures);
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    void aKeyElsewhereMakesCopiesThatGetTheirNumberWithTheSignature(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String school = f.schoolToken();
            String personal = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            byte[] original = DecreePaper.scan();
            SignedCopies.NewCopy order = copy(CopyKind.CERTIFIED, original, "", school);
            SignedCopies.Query all = new SignedCopies.Query(Optional.empty());

            // a value of another key takes no number
            PreparedSignature wrong = f.copies().prepare(f.office, order, "");
            assertThatThrownBy(() ->
                            f.outside().finish(f.office, wrong.id(), value(wrong, SigningFixture.PKI.authority)))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.code()).isEqualTo("signing.wrong-value"));
            PreparedSignature prepared = f.copies().prepare(f.office, order, "RSA_PSS");
            assertThat(f.copies().list(f.office, all, PageRequest.first()).items())
                    .isEmpty();
            f.restart();
            MadeSignature made = f.outside().finish(f.office, prepared.id(), value(prepared, SigningFixture.SCHOOL));
            SignedCopy certified = f.copies().get(f.office, made.documentId());
            assertThat(certified.number()).isEqualTo(1);
            assertThat(certified.code()).startsWith("01/SY-");
            assertThat(certified.signatureId()).isEqualTo(made.id());
            assertThat(f.copies().file(f.office, certified.id())).startsWith(original);
            valid(f, certified, 1);
            assertThatThrownBy(
                            () -> f.outside().finish(f.office, prepared.id(), value(prepared, SigningFixture.SCHOOL)))
                    .isInstanceOf(Conflict.class);

            // an attachment counts as long as its document is as it was
            DocumentSigning.Signable document = f.decision("24", DecreePaper.decision("Lê Quang Vinh", 1, 0));
            f.port.sign(
                    f.vice,
                    SigningFixture.request(document, personal, SignatureKind.PERSONAL, SignatureLevel.B),
                    pin());
            DocumentSigning.Signable signed = f.documents.state("24");
            PreparedSignature attached = f.copies().prepare(f.office, attachment(signed, original, school), "");
            PreparedSignature late = f.copies().prepare(f.office, attachment(signed, original, school), "");
            made = f.outside().finish(f.office, attached.id(), value(attached, SigningFixture.SCHOOL));
            assertThat(f.copies().get(f.office, made.documentId()).code()).isEqualTo(signed.code());
            f.documents.issue("24");
            assertThatThrownBy(() -> f.outside().finish(f.office, late.id(), value(late, SigningFixture.SCHOOL)))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.code()).isEqualTo("signing.not-approved"));
            assertThat(f.outside().get(f.office, late.id()).state()).isEqualTo(PreparedSignature.State.REFUSED);
            assertThat(f.copies().list(f.office, all, PageRequest.first()).items())
                    .hasSize(2);
            assertThatThrownBy(() -> f.copies().prepare(f.vice, copy(CopyKind.CERTIFIED, original, "", personal), ""))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> f.copies().prepare(f.office, copy(null, new byte[0], "", ""), "MD5"))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.fields()).hasSizeGreaterThan(3));
        }
    }

    private static byte[] value(PreparedSignature prepared, TestPki.Signer signer) throws Exception {
        return SignatureScheme.valueOf(prepared.scheme())
                .sign(Base64.getDecoder().decode(prepared.data()), signer.key(), Optional.empty());
    }

    @OnEachDatabase
    @Regulated({"MT.11.3", "TA.10.1"})
    void copiesAndAttachmentsAreNumberedSignedAndValid(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db, Map.of("software_seal", true))) {
            String school = f.schoolToken();
            f.file("VN-SCHOOL", SigningFixture.SCHOOL, "RSA_PSS");
            String personal = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            DocumentSigning.Signable document = f.decision("24", DecreePaper.decision("Lê Quang Vinh", 3, 0));
            assertThatThrownBy(() -> f.copies().make(f.office, attachment(document, DecreePaper.scan(), school), pin()))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.code()).isEqualTo("signing.seal-too-early"));
            f.port.sign(
                    f.vice,
                    SigningFixture.request(document, personal, SignatureKind.PERSONAL, SignatureLevel.B),
                    pin());
            DocumentSigning.Signable signed = f.documents.state("24");
            byte[] original = f.stored(signed.fileId());

            SignedCopy certified = f.copies().make(f.office, copy(CopyKind.CERTIFIED, original, "", school), pin());
            int year = VietnamTime.today(f.tokens.clock).getYear();
            assertThat(certified.year()).isEqualTo(year);
            assertThat(certified.number()).isEqualTo(1);
            assertThat(certified.code()).startsWith("01/SY-");
            assertThat(f.copies().file(f.office, certified.id())).startsWith(original);
            valid(f, certified, 2);

            // a wrong PIN takes no number
            assertThatThrownBy(() -> f.copies()
                            .make(f.office, copy(CopyKind.EXTRACT, original, "1", school), "sai".toCharArray()))
                    .isInstanceOf(Refused.class);
            SignedCopy extract = f.copies().make(f.office, copy(CopyKind.EXTRACT, original, "1, 3-3", school), pin());
            assertThat(extract.code()).startsWith("02/TrS-");
            // taken out of the file, what was signed is signed no more but by the school
            valid(f, extract, 1);
            assertThat(f.engine
                            .pages()
                            .read(f.copies().file(f.office, extract.id()), "")
                            .pages())
                    .hasSize(2);
            SignedCopy attached = f.copies().make(f.office, attachment(signed, DecreePaper.scan(), school), pin());
            assertThat(attached.code()).isEqualTo(signed.code());
            assertThat(attached.number()).isZero();
            valid(f, attached, 1);
            SignedCopy again = f.copies()
                    .make(
                            f.office,
                            copy(CopyKind.RECERTIFIED, f.copies().file(f.office, certified.id()), "", school),
                            pin());
            assertThat(again.code()).startsWith("03/SL-");
            valid(f, again, 3);

            SignedCopies.Query all = new SignedCopies.Query(Optional.empty());
            assertThat(f.copies().list(f.office, all, PageRequest.first()).items())
                    .extracting(SignedCopy::id)
                    .containsExactly(again.id(), attached.id(), extract.id(), certified.id());
            assertThat(f.copies()
                            .list(
                                    f.tokens.clerk,
                                    new SignedCopies.Query(Optional.of(CopyKind.EXTRACT)),
                                    PageRequest.first())
                            .items())
                    .hasSize(1);
            assertThat(f.copies()
                            .list(f.tokens.teacher, all, PageRequest.first())
                            .items())
                    .isEmpty();
            assertThatThrownBy(() -> f.copies().get(f.tokens.teacher, certified.id()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> f.copies().list(f.office, all, new PageRequest(2, Optional.of("hỏng;"))))
                    .isInstanceOf(Invalid.class);
            refused(f, school, personal, original);
        }
    }

    private static void refused(SigningFixture f, String school, String personal, byte[] original) {
        for (String pages : new String[] {"", "0", "4", "3-2", "1,x", "1-9999"}) {
            assertThatThrownBy(() -> f.copies().make(f.office, copy(CopyKind.EXTRACT, original, pages, school), pin()))
                    .as(pages)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> f.copies().make(f.vice, copy(CopyKind.CERTIFIED, original, "", personal), pin()))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("signing.other-kind"));
        byte[] changed = original.clone();
        changed[changed.length / 3] ^= 1;
        assertThatThrownBy(() -> f.copies().make(f.office, copy(CopyKind.CERTIFIED, changed, "", school), pin()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> f.copies().make(f.office, copy(null, original, "", school), pin()))
                .isInstanceOf(Invalid.class);
    }
}
