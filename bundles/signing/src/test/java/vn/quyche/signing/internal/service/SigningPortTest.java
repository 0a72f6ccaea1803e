package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.signing.internal.service.SigningFixture.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.engine.LocalTsa;
import vn.quyche.signing.internal.engine.TestPdf;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.key.SoftHsm;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class SigningPortTest {

    private static final SigningKeys.Query EVERY_KEY = new SigningKeys.Query(Optional.empty(), Optional.empty());

    private static final SignatureKind PERSONAL = SignatureKind.PERSONAL;
    private static final SignatureKind SEAL = SignatureKind.ORGANIZATION;
    private static final SignatureLevel B = SignatureLevel.B;
    private static final SignatureLevel T = SignatureLevel.T;

    private static char[] pin() {
        return SigningFixture.PIN.toCharArray();
    }

    private static MadeSignature sign(SigningFixture f, DocumentSigning.Signable document, String token) {
        return f.port.sign(f.vice, request(document, token, PERSONAL, B), pin());
    }

    private static void refused(String clause, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.clause()).contains(clause);
        });
    }

    private static List<TokenUse.Outcome> outcomes(SigningFixture f) {
        return f
                .tokens
                .tokens
                .uses(f.tokens.clerk, Optional.empty(), Optional.empty(), PageRequest.first())
                .items()
                .stream()
                .map(TokenUse::outcome)
                .toList();
    }

    private static List<String> codes(Verification verification) {
        return verification.signatures().stream().map(VerifiedSignature::level).toList();
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.6", "TA.10.1", "TT.7.2"})
    void signsAnApprovedDocumentAndTheSealFollows(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db, Map.of("software_seal", true))) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            String seal = f.schoolToken();
            f.file("VN-SCHOOL", SigningFixture.SCHOOL, "RSA_PSS");
            DocumentSigning.Signable document = f.decision("24");
            char[] pin = pin();
            refused(
                    "TA.10.1",
                    "signing.seal-too-early",
                    () -> f.port.sign(f.office, request(document, seal, SEAL, B), pin()));
            MadeSignature made = f.port.sign(f.vice, request(document, token, PERSONAL, B), pin);
            assertThat(pin).containsOnly('\0');
            assertThat(made.fileName()).isEqualTo("quyet-dinh-24-da-ky.pdf");
            assertThat(made.signer()).isEqualTo("Lê Quang Vinh");
            assertThat(made.level()).isEqualTo(B);
            assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            DocumentSigning.Signable signed = f.documents.state("24");
            assertThat(signed.sha256()).isEqualTo(made.sha256());

            MadeSignature sealed = f.port.sign(f.office, request(signed, seal, SEAL, B), pin());
            assertThat(codes(f.verify(sealed.fileId()))).hasSize(2);
            assertThat(f.verify(sealed.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            assertThat(sealed.fileName()).isEqualTo("quyet-dinh-24-da-ky.pdf");
            // the refusal came before the guard was asked
            assertThat(outcomes(f)).containsExactly(TokenUse.Outcome.SIGNED, TokenUse.Outcome.SIGNED);
            assertThat(f.tokens.acts.refused())
                    .extracting(refusal -> refusal.error().code())
                    .contains("signing.seal-too-early");
            SigningPort.Query all = new SigningPort.Query(Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(f.port.list(f.vice, all, PageRequest.first()).items()).hasSize(2);
            assertThat(f.port.list(f.office, all, PageRequest.first()).items()).hasSize(1);
            assertThatThrownBy(() -> f.port.get(f.office, made.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> f.port.list(f.tokens.teacher, all, new PageRequest(2, Optional.of("hỏng;"))))
                    .isInstanceOf(Invalid.class);
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.3", "TA.10.1"})
    void signsNothingButWhatWasApproved(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            DocumentSigning.Signable document = f.decision("24");
            refused(
                    "MT.11.3",
                    "signing.not-approved",
                    () -> f.port.sign(
                            f.vice,
                            new SigningPort.Request(
                                    new SigningPort.Document("24", "ab".repeat(32)), token, PERSONAL, B),
                            pin()));
            refused(
                    "MT.11.3",
                    "signing.not-approved",
                    () -> f.port.sign(
                            f.vice,
                            new SigningPort.Request(
                                    new SigningPort.Document("25", document.sha256()), token, PERSONAL, B),
                            pin()));
            refused(
                    "MT.11.1",
                    "signing.other-kind",
                    () -> f.port.sign(f.vice, request(document, token, SEAL, B), pin()));
            Attachment report = f.attachments.receive(f.tokens.clerk, "bao-cao.pdf", TestPdf.plain(1));
            DocumentSigning.Signable outside =
                    f.documents.add("26", DocumentKind.REPORT, TokenFixture.VICE, f.tokens.clock.today(), report);
            refused("MT.11.6", "token.out-of-scope", () -> sign(f, outside, token));
            Attachment other = f.attachments.receive(f.tokens.clerk, "khac.pdf", TestPdf.plain(2));
            DocumentSigning.Signable principals =
                    f.documents.add("27", DocumentKind.DECISION, TokenFixture.PRINCIPAL, f.tokens.clock.today(), other);
            refused("TA.10.1", "signing.other-signer", () -> sign(f, principals, token));
            DocumentSigning.Signable tomorrow = f.documents.add(
                    "28",
                    DocumentKind.DECISION,
                    TokenFixture.VICE,
                    f.tokens.clock.today().plusDays(1),
                    f.attachments.receive(f.tokens.clerk, "mai.pdf", TestPdf.plain(3)));
            refused("MT.11.3", "signing.clock-behind", () -> sign(f, tomorrow, token));
            DocumentSigning.Signable script = f.decision("29", TestPdf.updated(TestPdf.plain(1), pdf -> {
                pdf.getDocumentCatalog()
                        .setOpenAction(new org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript("1"));
                pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            }));
            refused("MT.11.3", "verify.active-content", () -> sign(f, script, token));
            assertThat(outcomes(f)).containsOnly(TokenUse.Outcome.REFUSED);
            assertThatThrownBy(() -> f.port.sign(f.tokens.teacher, request(document, token, PERSONAL, B), pin()))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> f.port.sign(f.vice, new SigningPort.Request(null, null, null, null), null))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.fields()).hasSizeGreaterThan(3));
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.4"})
    void signsWithNobodyElsesTokenAndNoBarredOne(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            DocumentSigning.Signable document = f.decision("24");
            f.tokens.access.grant(f.tokens.principal, "document:sign");
            Attachment file = f.attachments.receive(f.tokens.clerk, "x.pdf", TestPdf.plain(4));
            DocumentSigning.Signable principals =
                    f.documents.add("27", DocumentKind.DECISION, TokenFixture.PRINCIPAL, f.tokens.clock.today(), file);
            refused(
                    "MT.11.2",
                    "token.not-custodian",
                    () -> f.port.sign(f.tokens.principal, request(principals, token, PERSONAL, B), pin()));
            f.tokens.cases.report(f.vice, TokenFixture.lost(token), "");
            refused("MT.11.4", "token.is-reported", () -> sign(f, document, token));
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.1")
    void anExpiredCertificateSignsNothing(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            f.tokens.clock.advance(Duration.ofDays(366));
            DocumentSigning.Signable document = f.decision("24");
            refused("MT.11.1", "token.is-expired", () -> sign(f, document, token));
        }
    }

    @OnEachDatabase
    void storesNothingThatOthersWouldNotCallValid(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            DocumentSigning.Signable document = f.decision("24");
            f.trust.loadCrl(
                    f.admin,
                    TestPki.crl(
                            SigningFixture.PKI.authority,
                            TestPki.NOW,
                            TestPki.days(6),
                            Map.of(SigningFixture.VICE.certificate(), TestPki.days(-3))));
            refused("MT.11.3", "verify.revoked", () -> sign(f, document, token));
            assertThat(outcomes(f)).containsExactly(TokenUse.Outcome.FAILED);
            assertThat(f.documents.state("24")).isEqualTo(document);
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.2")
    void countsWrongPinsAndNeverTriesAThird(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            DocumentSigning.Signable document = f.decision("24");
            SigningPort.Request request = request(document, token, PERSONAL, B);
            for (int i = 0; i < 2; i++) {
                refused("MT.11.2", "signing.wrong-pin", () -> f.port.sign(f.vice, request, "sai".toCharArray()));
            }
            refused("MT.11.2", "signing.pin-tries", () -> f.port.sign(f.vice, request, pin()));
            assertThat(f.keys.find(f.vice, token).orElseThrow().barred()).isTrue();
            assertThatThrownBy(() -> f.keys.allowTry(f.vice, token, "Nhớ lại rồi"))
                    .isInstanceOf(Forbidden.class);
            f.keys.allowTry(f.tokens.clerk, token, "Đã xem lại mã PIN trong phong bì");
            refused("MT.11.2", "signing.wrong-pin", () -> f.port.sign(f.vice, request, "sai".toCharArray()));
            refused("MT.11.2", "signing.pin-tries", () -> f.port.sign(f.vice, request, pin()));
            f.keys.allowTry(f.tokens.clerk, token, "Đã hỏi lại");
            f.port.sign(f.vice, request, pin());
            assertThat(f.keys.find(f.vice, token).orElseThrow().wrongPins()).isZero();
            assertThat(outcomes(f)).filteredOn(TokenUse.Outcome.SIGNED::equals).hasSize(1);
            assertThat(f.tokens.acts.refused())
                    .extracting(refusal -> String.valueOf(refusal.error().getMessage()))
                    .noneMatch(text -> text.contains("sai") || text.contains(SigningFixture.PIN));
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2"})
    void aKeyFileIsForWhoMayHaveOneAndHoldsTheKeyOfTheToken(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            f.schoolToken();
            f.viceToken();
            refused("MT.11.1", "signing.no-software-seal", () -> f.file("VN-SCHOOL", SigningFixture.SCHOOL, ""));
            refused("MT.11.1", "signing.other-key", () -> f.file("VN-0001", SigningFixture.SCHOOL, ""));
            refused("MT.11.1", "token.not-registered", () -> f.file("VN-9999", SigningFixture.VICE, ""));
            assertThatThrownBy(() -> f.file("VN-0001", SigningFixture.VICE, "ECDSA"))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> f.keys.add(
                            f.tokens.clerk,
                            new SigningKeys.NewKey("VN-0001", SigningKey.Kind.DEVICE, "x", 0, "", null, null)))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> f.keys.add(
                            f.admin,
                            new SigningKeys.NewKey("VN-0001", SigningKey.Kind.DEVICE, "x", 99, "", null, null)))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.fields()).hasSize(2));
            f.file("VN-0001", SigningFixture.VICE, "");
            assertThat(f.tokens.acts.lastDone().action()).isEqualTo("signing.add-key");
            assertThat(String.valueOf(f.tokens.acts.lastDone().after())).doesNotContain(SigningFixture.PIN);
            SigningKey key =
                    f.keys.list(f.admin, EVERY_KEY, PageRequest.first()).items().get(0);
            assertThat(key.scheme()).isEqualTo("RSA_PKCS1");
            assertThatThrownBy(() -> f.keys.list(f.tokens.teacher, EVERY_KEY, PageRequest.first()))
                    .isInstanceOf(Forbidden.class);
            f.keys.remove(f.admin, key.tokenId(), "Đã giao USB");
            DocumentSigning.Signable document = f.decision("24");
            refused("MT.11.1", "signing.no-key", () -> sign(f, document, key.tokenId()));
        }
    }

    @OnEachDatabase
    void keepsTheDocumentWithoutAStampAndGetsTheStampLater(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            MadeSignature stamped = f.port.sign(f.vice, request(f.decision("24"), token, PERSONAL, T), pin());
            assertThat(stamped.level()).isEqualTo(T);
            assertThat(f.verify(stamped.fileId()).signatures().get(0).stampedAt())
                    .isPresent();

            f.tsa.mood = LocalTsa.Mood.DOWN;
            MadeSignature waiting =
                    f.port.sign(f.vice, request(f.decision("25", TestPdf.plain(2)), token, PERSONAL, T), pin());
            f.tsa.mood = LocalTsa.Mood.WRONG_TIME;
            MadeSignature issued =
                    f.port.sign(f.vice, request(f.decision("26", TestPdf.plain(3)), token, PERSONAL, T), pin());
            assertThat(List.of(waiting.stamp(), issued.stamp())).containsOnly(MadeSignature.Stamp.WAITING);
            assertThat(waiting.stampCode()).isEqualTo("signing.stamp-unreachable");
            assertThat(issued.stampCode()).isEqualTo("signing.stamp-other-time");
            f.documents.issue("26");

            f.tsa.mood = LocalTsa.Mood.WRONG_NONCE;
            f.stamps.run();
            assertThat(f.port.get(f.vice, waiting.id()).stampCode()).isEqualTo("signing.stamp-wrong");
            f.tsa.mood = LocalTsa.Mood.WELL;
            f.tokens.clock.advance(Duration.ofMinutes(20));
            f.stamps.run();
            for (MadeSignature made : List.of(waiting, issued)) {
                MadeSignature now = f.port.get(f.vice, made.id());
                assertThat(now.stamp()).isEqualTo(MadeSignature.Stamp.STAMPED);
                Verification verification = f.verify(now.stampedFileId());
                assertThat(verification.verdict()).isEqualTo(VerificationVerdict.VALID);
                assertThat(verification.signatures().get(0).stampedAt()).isPresent();
            }
            assertThat(f.documents.state("25").fileId())
                    .isEqualTo(f.port.get(f.vice, waiting.id()).stampedFileId());
            f.stamps.run();
            assertThat(f.store.waiting(5)).isEmpty();
        }
    }

    private static SigningPort.Request report(SignatureFormat format, String name, String content, String token) {
        byte[] file = content.getBytes(StandardCharsets.UTF_8);
        return new SigningPort.Request(
                new SigningPort.Registered("TB", "bao-cao-7", name, file, format), token, PERSONAL, B);
    }

    @OnEachDatabase
    void signsForAnotherRegisterAndLeavesTheFileToIt(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "RSA_PSS");
            MadeSignature made = f.port.sign(
                    f.vice,
                    new SigningPort.Request(
                            new SigningPort.Registered("TB", "camera-case-7", "bien-ban.pdf", TestPdf.plain(1)),
                            token,
                            PERSONAL,
                            B),
                    pin());
            assertThat(f.attachments.get(made.fileId()).ownerId()).isEmpty();
            assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            for (SignatureFormat format : List.of(SignatureFormat.XADES, SignatureFormat.ASIC_E)) {
                MadeSignature other = f.port.sign(f.vice, report(format, "bao-cao.xml", "<bc/>", token), pin());
                assertThat(other.fileName()).isEqualTo(format.fileName("bao-cao.xml"));
                assertThat(f.verify(other.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            }
            refused(
                    "MT.11.3",
                    "signing.not-xml",
                    () -> f.port.sign(f.vice, report(SignatureFormat.XADES, "a.xml", "không phải", token), pin()));
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2"})
    void signsWithADeviceThatOnePersonUsesAtATime(TestDatabase db) throws Exception {
        Path library = SoftHsm.library();
        int slot = SoftHsm.device(
                SigningFixture.VICE.key(), SigningFixture.VICE.chain().subList(0, 1));
        int others = SoftHsm.device(
                SigningFixture.SCHOOL.key(), SigningFixture.SCHOOL.chain().subList(0, 1));
        try (SigningFixture f = new SigningFixture(db, SigningFixture.device(library))) {
            String token = f.viceToken();
            f.device("VN-0001", slot, "RSA_PSS");
            DocumentSigning.Signable document = f.decision("24");
            SigningPort.Request request = request(document, token, PERSONAL, B);
            Caller vice = f.vice;
            refused("MT.11.2", "signing.wrong-pin", () -> f.port.sign(vice, request, "1111".toCharArray()));
            // the device of another in the slot
            f.device("VN-0001", others, "RSA_PSS");
            refused("MT.11.1", "signing.other-key", () -> f.port.sign(vice, request, SoftHsm.PIN.toCharArray()));
            f.device("VN-0001", slot, "RSA_PSS");
            try (KeyRing.Opened busy =
                    f.ring.open(f.tokens.store.find(token).orElseThrow().token(), SoftHsm.PIN.toCharArray())) {
                assertThat(busy.session().certificates()).hasSize(1);
                assertThatThrownBy(() -> f.port.sign(vice, request, SoftHsm.PIN.toCharArray()))
                        .isInstanceOfSatisfying(
                                Unavailable.class, e -> assertThat(e.code()).isEqualTo("signing.key-busy"));
            }
            assertThat(f.keys.find(vice, token).orElseThrow().wrongPins()).isZero();
            // pulled out in the middle
            KeyRing.Opened pulled =
                    f.ring.open(f.tokens.store.find(token).orElseThrow().token(), SoftHsm.PIN.toCharArray());
            pulled.close();
            SigningWork.Fit fit =
                    f.work.fit(vice, f.tokens.store.find(token).orElseThrow().token(), request.what());
            assertThatThrownBy(() -> f.work.sign(
                            vice, f.tokens.store.find(token).orElseThrow().token(), fit, B, () -> pulled, made -> {}))
                    .isInstanceOf(QuycheException.class);
            assertThat(f.documents.state("24")).isEqualTo(document);

            MadeSignature made = f.port.sign(vice, request, SoftHsm.PIN.toCharArray());
            assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            assertThat(f.verify(made.fileId()).signatures().get(0).algorithm()).contains("PSS");
        }
    }
}
