package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.ProofLevel;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.internal.engine.DecreePaper;
import vn.quyche.signing.internal.engine.LocalTsa;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.store.JpaSignedCopyStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestDatabase;

/** Proofs that last, from the time stamp to the renewal. */
class LongTermJobTest {

    private static MadeSignature signed(SigningFixture f) {
        String token = f.viceToken();
        f.file("VN-0001", SigningFixture.VICE, "");
        DocumentSigning.Signable document = f.decision("24");
        return f.port.sign(
                f.vice,
                SigningFixture.request(document, token, SignatureKind.PERSONAL, SignatureLevel.T),
                SigningFixture.PIN.toCharArray());
    }

    @OnEachDatabase
    @Regulated("TA.10.1")
    void waitsForIssueAndForNewListsThenKeepsProofsBesideWhatWasSent(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db, Map.of("level_wanted", "LTA"))) {
            MadeSignature made = signed(f);
            f.longTerm().run();
            assertThat(f.port.get(f.vice, made.id()).longTermCode()).isEqualTo("signing.not-issued");
            f.documents.issue("24");
            f.longTerm().run();
            assertThat(f.port.get(f.vice, made.id()).longTermCode())
                    .as("not before its time")
                    .isEqualTo("signing.not-issued");
            f.tokens.clock.advance(Duration.ofHours(1));
            f.longTerm().run();
            assertThat(f.port.get(f.vice, made.id()).longTermCode()).isEqualTo("signing.lists-older");

            f.tokens.clock.advance(Duration.ofHours(2));
            f.lists(f.tokens.clock.instant().minusSeconds(60));
            f.tsa.mood = LocalTsa.Mood.DOWN;
            f.longTerm().run();
            MadeSignature lt = f.port.get(f.vice, made.id());
            assertThat(lt.longTerm()).isEqualTo("LT");
            assertThat(lt.longTermCode()).isEqualTo("signing.stamp-unreachable");
            f.tsa.mood = LocalTsa.Mood.WELL;
            f.tokens.clock.advance(Duration.ofHours(1));
            f.longTerm().run();
            MadeSignature lta = f.port.get(f.vice, made.id());
            assertThat(lta.longTerm()).isEqualTo("LTA");
            assertThat(lta.longTermCode()).isEmpty();
            assertThat(f.verify(lta.longTermFileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            assertThat(f.verify(lta.longTermFileId()).signatures().get(0).level())
                    .endsWith("-LTA");
            assertThat(f.stored(made.fileId())).as("what was sent is there").isNotEmpty();
            assertThat(f.attachments.of("signing.signature", made.id())).hasSize(2);

            ProvenFiles files = files(f);
            assertThat(files.of(f.vice, made.id())).isEqualTo(f.stored(lta.longTermFileId()));
            assertThat(f.port.get(f.tokens.clerk, made.id()))
                    .as("the register shows it")
                    .isEqualTo(lta);
            assertThatThrownBy(() -> files.of(f.tokens.clerk, made.id()))
                    .as("but the document is not the clerk's to see")
                    .isInstanceOf(NotFound.class);

            int asked = f.tsa.asked.get();
            f.tokens.clock.advance(Duration.ofDays(30));
            f.longTerm().run();
            assertThat(f.tsa.asked.get()).as("not due").isEqualTo(asked);
            f.tokens.clock.set(TestPki.days(700 - 60));
            f.lists(TestPki.days(700 - 61));
            f.longTerm().run();
            MadeSignature renewed = f.port.get(f.vice, made.id());
            assertThat(f.tsa.asked.get()).as(renewed.longTermCode()).isGreaterThan(asked);
            assertThat(renewed.longTermFileId()).isNotEqualTo(lta.longTermFileId());
            assertThat(f.verify(renewed.longTermFileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
        }
    }

    @OnEachDatabase
    @Regulated("TA.10.1")
    void givesProofsAtOnceWhenAskedAndSaysWhatTheyWaitFor(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            MadeSignature made = signed(f);
            ProvenFiles files = files(f);
            assertThat(files.mayExtend(f.vice, made)).isTrue();
            assertThat(files.mayExtend(f.tokens.clerk, made)).isTrue();
            assertThat(files.mayExtend(f.admin, made)).isFalse();
            refuses(files, f.vice, made, "signing.not-issued");
            f.documents.issue("24");
            refuses(files, f.vice, made, "signing.lists-older");
            assertThat(f.port.get(f.vice, made.id()).longTermCode()).isEqualTo("signing.lists-older");
            assertThat(f.tokens.acts.refused())
                    .extracting(TestActs.RefusedAct::action)
                    .containsOnly("signing.extend")
                    .hasSize(2);
            assertThatThrownBy(() -> files.extend(f.admin, made.id())).isInstanceOf(NotFound.class);

            f.tokens.clock.advance(Duration.ofHours(2));
            f.lists(f.tokens.clock.instant().minusSeconds(60));
            MadeSignature lta = files.extend(f.vice, made.id());
            assertThat(lta.longTerm())
                    .as("without waiting, though tried before")
                    .isEqualTo("LTA");
            assertThat(f.verify(lta.longTermFileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            assertThat(f.tokens.acts.lastDone().action()).isEqualTo("signing.extend");
            assertThat(f.tokens.acts.lastDone().after()).isEqualTo(ProofLevel.LTA);

            assertThat(files.mayExtend(f.vice, lta)).isFalse();
            int asked = f.tsa.asked.get();
            refuses(files, f.tokens.clerk, made, "signing.has-proofs");
            assertThat(f.tsa.asked.get()).isEqualTo(asked);
        }
    }

    @OnEachDatabase
    void renewsWhatWasProvenByHandAlsoWhereTheSchoolWantsNoProofs(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            MadeSignature made = signed(f);
            f.documents.issue("24");
            f.tokens.clock.advance(Duration.ofHours(2));
            f.lists(f.tokens.clock.instant().minusSeconds(60));
            MadeSignature lta = files(f).extend(f.vice, made.id());
            int asked = f.tsa.asked.get();
            f.longTerm().run();
            assertThat(f.tsa.asked.get()).as("not due").isEqualTo(asked);

            f.tokens.clock.set(TestPki.days(700 - 60));
            f.lists(TestPki.days(700 - 61));
            f.longTerm().run();

            MadeSignature renewed = f.port.get(f.vice, made.id());
            assertThat(renewed.longTermFileId()).isNotEqualTo(lta.longTermFileId());
            assertThat(f.verify(renewed.longTermFileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
        }
    }

    @OnEachDatabase
    void theProvenCopyIsForWhoSeesTheRegisterOfCopies(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db, Map.of("software_seal", true))) {
            String school = f.schoolToken();
            f.file("VN-SCHOOL", SigningFixture.SCHOOL, "");
            SignedCopy copy = f.copies()
                    .make(
                            f.office,
                            new SignedCopies.NewCopy(
                                    CopyKind.CERTIFIED,
                                    "12/QĐ-PGDĐT",
                                    "Hiệu trưởng",
                                    "",
                                    Optional.empty(),
                                    "ban-sao.pdf",
                                    DecreePaper.scan(),
                                    school,
                                    SignatureLevel.T),
                            SigningFixture.PIN.toCharArray());
            f.tokens.clock.advance(Duration.ofHours(2));
            f.lists(f.tokens.clock.instant().minusSeconds(60));
            ProvenFiles files = files(f);
            MadeSignature proven = files.extend(f.office, copy.signatureId());

            assertThat(files.of(f.tokens.clerk, proven.id())).isEqualTo(f.stored(proven.longTermFileId()));
            assertThatThrownBy(() -> files.of(f.tokens.teacher, proven.id())).isInstanceOf(NotFound.class);
        }
    }

    @OnEachDatabase
    void askingInVainDoesNotPutTheNextTryOff(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db, Map.of("level_wanted", "LTA"))) {
            MadeSignature made = signed(f);
            f.longTerm().run();
            for (int i = 0; i < 5; i++) {
                refuses(files(f), f.vice, made, "signing.not-issued");
            }
            f.documents.issue("24");
            f.tokens.clock.advance(Duration.ofHours(2));
            f.lists(f.tokens.clock.instant().minusSeconds(60));

            f.longTerm().run();

            assertThat(f.port.get(f.vice, made.id()).longTerm()).isEqualTo("LTA");
        }
    }

    @OnEachDatabase
    void keepsWhatTheFileGotWhenTheTimeStampServiceIsDown(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            MadeSignature made = signed(f);
            f.documents.issue("24");
            f.tokens.clock.advance(Duration.ofHours(2));
            f.lists(f.tokens.clock.instant().minusSeconds(60));
            f.tsa.mood = LocalTsa.Mood.DOWN;
            refuses(files(f), f.vice, made, "signing.stamp-unreachable");
            assertThat(f.port.get(f.vice, made.id()).longTerm()).isEqualTo("LT");
            f.tsa.mood = LocalTsa.Mood.WELL;
            assertThat(files(f).extend(f.vice, made.id()).longTerm()).isEqualTo("LTA");
        }
    }

    private static void refuses(ProvenFiles files, Caller caller, MadeSignature made, String code) {
        assertThatThrownBy(() -> files.extend(caller, made.id()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static ProvenFiles files(SigningFixture f) {
        return new ProvenFiles(
                f.port,
                documentsOfNobody(),
                f.attachments,
                f.engine,
                f.longTermWork(),
                new JpaSignedCopyStore(f.tokens.unit.jpa()),
                f.tokens.sight,
                f.tokens.acts,
                f.tokens.access);
    }

    private static OutgoingDocuments documentsOfNobody() {
        return (OutgoingDocuments) Proxy.newProxyInstance(
                OutgoingDocuments.class.getClassLoader(),
                new Class<?>[] {OutgoingDocuments.class},
                (proxy, method, args) -> List.of());
    }

    @OnEachDatabase
    void staysAsItIsUnlessTheSchoolWantsMore(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            MadeSignature made = signed(f);
            f.documents.issue("24");
            f.longTerm().run();
            assertThat(f.port.get(f.vice, made.id())).isEqualTo(made);
        }
    }

    @OnEachDatabase
    void whoComesSecondStoresNothing(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            MadeSignature made = signed(f);
            assertThat(f.store.extended(made.documentId(), "", "LT", "a", "", TestPki.NOW))
                    .isTrue();
            assertThat(f.store.extended(made.documentId(), "", "LTA", "b", "", TestPki.NOW))
                    .isFalse();
            assertThat(f.port.get(f.vice, made.id()).longTermFileId()).isEqualTo("a");
        }
    }
}
