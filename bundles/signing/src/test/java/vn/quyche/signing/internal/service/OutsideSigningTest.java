package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.signing.internal.service.SigningFixture.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.agent.Desk;
import vn.quyche.agent.Prompt;
import vn.quyche.agent.Settings;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.PreparedSignature.State;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.engine.LocalTsa;
import vn.quyche.signing.internal.engine.TestPdf;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.job.PreparationJob;
import vn.quyche.signing.internal.key.SignatureSourceTest;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.store.JpaPreparedSignatureStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

/** Keys that the server does not reach: what the key signs is made first, its value comes later. */
class OutsideSigningTest {

    private static final SignatureKind PERSONAL = SignatureKind.PERSONAL;
    private static final PageRequest FIRST = PageRequest.first();

    private static OutsideSigning.NewPreparation order(
            DocumentSigning.Signable document, String token, SignatureLevel level, String scheme) {
        return new OutsideSigning.NewPreparation(
                new SigningPort.Document(document.documentId(), document.sha256()), token, PERSONAL, level, scheme);
    }

    private static PreparedSignature prepare(SigningFixture f, DocumentSigning.Signable document, String token) {
        return f.outside().prepare(f.vice, order(document, token, SignatureLevel.B, ""));
    }

    /** What a key makes of the data. */
    private static byte[] value(PreparedSignature prepared, TestPki.Signer signer) throws Exception {
        return SignatureScheme.valueOf(prepared.scheme())
                .sign(Base64.getDecoder().decode(prepared.data()), signer.key(), Optional.empty());
    }

    private static void refused(String clause, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.clause()).contains(clause);
        });
    }

    private static void ended(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("signing.preparation-ended"));
    }

    private static List<TokenUse.Outcome> outcomes(SigningFixture f) {
        return f
                .tokens
                .useStore
                .list(Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first())
                .items()
                .stream()
                .map(TokenUse::outcome)
                .toList();
    }

    /** Nothing but the failed use is left of a preparation that came to nothing. */
    private static void nothingHalf(SigningFixture f, PreparedSignature prepared, State state, String code) {
        PreparedSignature after = f.outside().get(f.vice, prepared.id());
        assertThat(after.state()).isEqualTo(state);
        assertThat(after.code()).isEqualTo(code);
        assertThat(after.endedAt()).isPresent();
        assertThat(f.tokens.useStore.find(prepared.useId()).orElseThrow().outcome())
                .isEqualTo(TokenUse.Outcome.FAILED);
        SigningPort.Query all = SigningPort.Query.of(prepared.documentId());
        assertThat(f.port.list(f.tokens.clerk, all, FIRST).items()).isEmpty();
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.6", "TA.10.1"})
    void signsInTwoStepsAlthoughTheServerRestartsBetweenThem(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            int file = 1;
            for (String scheme : List.of("", "RSA_PSS")) {
                DocumentSigning.Signable document = f.decision("2" + file, TestPdf.plain(file++));
                PreparedSignature prepared =
                        f.outside().prepare(f.vice, order(document, token, SignatureLevel.B, scheme));
                assertThat(prepared.state()).isEqualTo(State.OPEN);
                assertThat(prepared.data().length()).isLessThan(1_000);
                assertThat(outcomes(f)).contains(TokenUse.Outcome.GRANTED);
                f.tokens.clock.advance(Duration.ofMinutes(7));

                // a new program: nothing but the tables is left of the first step
                f.restart();
                MadeSignature made = f.outside().finish(f.vice, prepared.id(), value(prepared, SigningFixture.VICE));
                assertThat(made.signedAt()).isEqualTo(prepared.signedAt());
                assertThat(made.useId()).isEqualTo(prepared.useId());
                assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
                assertThat(f.verify(made.fileId()).signatures().get(0).claimedAt())
                        .contains(prepared.signedAt());
                assertThat(f.documents.state(document.documentId()).sha256()).isEqualTo(made.sha256());
                PreparedSignature after = f.outside().get(f.vice, prepared.id());
                assertThat(after.state()).isEqualTo(State.SIGNED);
                assertThat(after.signatureId()).isEqualTo(made.id());
                ended(() -> f.outside().finish(f.vice, prepared.id(), value(prepared, SigningFixture.VICE)));
                ended(() -> f.outside().cancel(f.vice, prepared.id()));
            }
            assertThat(outcomes(f)).containsOnly(TokenUse.Outcome.SIGNED);
            assertThat(f.outside()
                            .list(f.vice, Optional.of(State.SIGNED), FIRST)
                            .items())
                    .hasSize(2);
            assertThat(f.outside().list(f.office, Optional.empty(), FIRST).items())
                    .isEmpty();
            assertThatThrownBy(
                            () -> f.outside().list(f.vice, Optional.empty(), new PageRequest(2, Optional.of("hỏng;"))))
                    .isInstanceOf(Invalid.class);
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.3"})
    void filesOfOtherRegistersAreSignedInTwoStepsInEveryForm(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            byte[] xml = "<so><dong>Nhật ký ngày 1</dong></so>".getBytes(StandardCharsets.UTF_8);
            for (SignatureFormat format : SignatureFormat.values()) {
                for (SignatureLevel level : SignatureLevel.values()) {
                    byte[] file = format == SignatureFormat.PADES ? TestPdf.plain(1) : xml;
                    SigningPort.Registered what = new SigningPort.Registered(
                            "QĐ",
                            "DAY-1",
                            "nhat-ky" + (format == SignatureFormat.PADES ? ".pdf" : ".xml"),
                            file,
                            format);
                    PreparedSignature prepared = f.outside()
                            .prepare(f.vice, new OutsideSigning.NewPreparation(what, token, PERSONAL, level, ""));
                    f.restart();
                    MadeSignature made =
                            f.outside().finish(f.vice, prepared.id(), value(prepared, SigningFixture.VICE));
                    assertThat(made.documentId()).isEqualTo("DAY-1");
                    assertThat(f.verify(made.fileId()).verdict())
                            .as(format + " " + level)
                            .isEqualTo(VerificationVerdict.VALID);
                    assertThat(made.stamp() == MadeSignature.Stamp.STAMPED).isEqualTo(level == SignatureLevel.T);
                }
            }
            SigningPort.Registered text =
                    new SigningPort.Registered("QĐ", "DAY-1", "a.xml", new byte[] {1}, SignatureFormat.XADES);
            refused(
                    "MT.11.3",
                    "signing.not-xml",
                    () -> f.outside()
                            .prepare(
                                    f.vice,
                                    new OutsideSigning.NewPreparation(text, token, PERSONAL, SignatureLevel.B, "")));
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.1")
    void takesNoValueButThatOfTheRegisteredKeyOverTheseData(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            DocumentSigning.Signable document = f.decision("24");
            PreparedSignature anothers = prepare(f, document, token);
            refused(
                    "MT.11.1",
                    "signing.wrong-value",
                    () -> f.outside().finish(f.vice, anothers.id(), value(anothers, SigningFixture.PKI.authority)));
            nothingHalf(f, anothers, State.REFUSED, "signing.wrong-value");
            PreparedSignature rubbish = prepare(f, document, token);
            refused(
                    "MT.11.1",
                    "signing.wrong-value",
                    () -> f.outside().finish(f.vice, rubbish.id(), new byte[] {1, 2, 3}));
            PreparedSignature other = prepare(f, f.decision("25", TestPdf.plain(2)), token);
            PreparedSignature mixed = prepare(f, document, token);
            refused(
                    "MT.11.1",
                    "signing.wrong-value",
                    () -> f.outside().finish(f.vice, mixed.id(), value(other, SigningFixture.VICE)));
            assertThatThrownBy(() -> f.outside().finish(f.vice, other.id(), new byte[0]))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> f.outside().finish(f.vice, other.id(), new byte[2_000]))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> f.outside().finish(f.office, other.id(), value(other, SigningFixture.VICE)))
                    .isInstanceOf(NotFound.class);
            assertThat(f.outside().get(f.vice, other.id()).state()).isEqualTo(State.OPEN);
            f.outside().finish(f.vice, other.id(), value(other, SigningFixture.VICE));
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.3", "MT.11.4", "TA.10.1"})
    void asksEverythingAgainBeforeTheSignatureIsMade(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            DocumentSigning.Signable document = f.decision("24");
            // changed meanwhile: these bytes are not the approved ones any more
            PreparedSignature changed = prepare(f, document, token);
            f.documents.issue("24");
            refused(
                    "MT.11.3",
                    "signing.not-approved",
                    () -> f.outside().finish(f.vice, changed.id(), value(changed, SigningFixture.VICE)));
            nothingHalf(f, changed, State.REFUSED, "signing.not-approved");

            // signed meanwhile by another preparation of the same bytes
            DocumentSigning.Signable twice = f.decision("25", TestPdf.plain(2));
            PreparedSignature first = prepare(f, twice, token);
            PreparedSignature second = prepare(f, twice, token);
            f.outside().finish(f.vice, second.id(), value(second, SigningFixture.VICE));
            refused(
                    "MT.11.3",
                    "signing.not-approved",
                    () -> f.outside().finish(f.vice, first.id(), value(first, SigningFixture.VICE)));

            // given up
            PreparedSignature unwanted = prepare(f, f.decision("26", TestPdf.plain(3)), token);
            assertThatThrownBy(() -> f.outside().cancel(f.tokens.clerk, unwanted.id()))
                    .isInstanceOf(NotFound.class);
            f.outside().cancel(f.vice, unwanted.id());
            ended(() -> f.outside().finish(f.vice, unwanted.id(), value(unwanted, SigningFixture.VICE)));
            nothingHalf(f, unwanted, State.CANCELLED, "signing.preparation-cancelled");

            // the token is lost meanwhile
            PreparedSignature lost = prepare(f, f.documents.state("26"), token);
            f.tokens.cases.report(f.vice, TokenFixture.lost(token), "");
            refused(
                    "MT.11.4",
                    "token.is-reported",
                    () -> f.outside().finish(f.vice, lost.id(), value(lost, SigningFixture.VICE)));
            nothingHalf(f, lost, State.REFUSED, "token.is-reported");
            refused("MT.11.4", "token.is-reported", () -> prepare(f, f.documents.state("26"), token));
        }
    }

    @OnEachDatabase
    void ofTwoAtOnceOneSigns(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            PreparedSignature prepared = prepare(f, f.decision("24"), token);
            byte[] value = value(prepared, SigningFixture.VICE);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Callable<MadeSignature> finish = () -> f.outside().finish(f.vice, prepared.id(), value);
                int made = 0;
                for (Future<MadeSignature> one : threads.invokeAll(List.of(finish, finish))) {
                    try {
                        one.get();
                        made++;
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOfAny(Conflict.class, Refused.class);
                    }
                }
                assertThat(made).isEqualTo(1);
            } finally {
                threads.shutdown();
            }
            assertThat(f.outside().get(f.vice, prepared.id()).state()).isEqualTo(State.SIGNED);
            assertThat(outcomes(f)).containsExactly(TokenUse.Outcome.SIGNED);
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.3")
    void whatNeverCameIsCleanedUp(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            JpaPreparedSignatureStore store = new JpaPreparedSignatureStore(f.tokens.unit.jpa());
            PreparationJob job = new PreparationJob(store, f.tokens.useStore, f.preparations(), f.tokens.clock);
            DocumentSigning.Signable document = f.decision("24");
            PreparedSignature late = prepare(f, document, token);
            List<PreparedSignature> forgotten = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                forgotten.add(prepare(f, document, token));
            }
            job.run();
            assertThat(store.overdue(f.tokens.clock.instant(), 10)).isEmpty();
            // granted, and the program fell over before anything came of it
            TokenUse crashed = f.tokens.guard.ask(
                    f.vice, new TokenGuard.Ask("VN-0001", "", TokenFixture.VICE, "QĐ", "24", document.sha256()));
            f.tokens.clock.advance(Duration.ofMinutes(30));
            refused(
                    "MT.11.3",
                    "signing.preparation-expired",
                    () -> f.outside().finish(f.vice, late.id(), value(late, SigningFixture.VICE)));
            nothingHalf(f, late, State.EXPIRED, "signing.preparation-expired");
            job.run();
            job.run();
            for (PreparedSignature one : forgotten) {
                nothingHalf(f, one, State.EXPIRED, "signing.preparation-expired");
            }
            assertThat(f.tokens.useStore.find(crashed.id()).orElseThrow().outcome())
                    .isEqualTo(TokenUse.Outcome.GRANTED);
            PreparedSignature open = prepare(f, document, token);
            f.tokens.clock.advance(Duration.ofHours(24));
            // one that waits rightly is not a forgotten one, however old its use is
            assertThat(f.tokens.useStore.forgotten(f.tokens.clock.instant(), 10))
                    .extracting(TokenUse::id)
                    .containsExactly(crashed.id())
                    .doesNotContain(open.useId());
            job.run();
            assertThat(outcomes(f)).containsOnly(TokenUse.Outcome.FAILED);
        }
    }

    @OnEachDatabase
    void preparesNothingThatMayNotBeSigned(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db, Map.of("tsa_urls", ""))) {
            String token = f.viceToken();
            DocumentSigning.Signable document = f.decision("24");
            assertThatThrownBy(() ->
                            f.outside().prepare(f.vice, new OutsideSigning.NewPreparation(null, "", null, null, "X")))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.fields()).hasSizeGreaterThan(3));
            assertThatThrownBy(() -> f.outside().prepare(f.vice, order(document, token, SignatureLevel.T, "")))
                    .isInstanceOf(Invalid.class);
            refused(
                    "MT.11.1",
                    "signing.no-scheme",
                    () -> f.outside().prepare(f.vice, order(document, token, SignatureLevel.B, "ECDSA")));
            assertThatThrownBy(
                            () -> f.outside().prepare(f.tokens.teacher, order(document, token, SignatureLevel.B, "")))
                    .isInstanceOf(Forbidden.class);
            DocumentSigning.Signable script = f.decision("29", TestPdf.updated(TestPdf.plain(1), pdf -> {
                pdf.getDocumentCatalog()
                        .setOpenAction(new org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript("1"));
                pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            }));
            refused("MT.11.3", "verify.active-content", () -> prepare(f, script, token));
            assertThat(outcomes(f)).isEmpty();
            assertThat(f.tokens.acts.refused())
                    .extracting(refusal -> refusal.error().code())
                    .contains("verify.active-content", "signing.no-scheme");
        }
    }

    @OnEachDatabase
    void aStampIsAskedForWhenTheValueComes(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            PreparedSignature stamped =
                    f.outside().prepare(f.vice, order(f.decision("24"), token, SignatureLevel.T, ""));
            MadeSignature made = f.outside().finish(f.vice, stamped.id(), value(stamped, SigningFixture.VICE));
            assertThat(made.stamp()).isEqualTo(MadeSignature.Stamp.STAMPED);
            f.tsa.mood = LocalTsa.Mood.DOWN;
            PreparedSignature waiting =
                    f.outside().prepare(f.vice, order(f.decision("25", TestPdf.plain(2)), token, SignatureLevel.T, ""));
            assertThat(f.outside()
                            .finish(f.vice, waiting.id(), value(waiting, SigningFixture.VICE))
                            .stamp())
                    .isEqualTo(MadeSignature.Stamp.WAITING);
            // a document signed on the server meanwhile is not signed again by its old preparation
            f.file("VN-0001", SigningFixture.VICE, "");
            DocumentSigning.Signable both = f.decision("26", TestPdf.plain(3));
            PreparedSignature late = prepare(f, both, token);
            f.port.sign(f.vice, request(both, token, PERSONAL, SignatureLevel.B), SigningFixture.PIN.toCharArray());
            refused(
                    "MT.11.3",
                    "signing.not-approved",
                    () -> f.outside().finish(f.vice, late.id(), value(late, SigningFixture.VICE)));
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2"})
    void theAgentOnThePcSignsManyWithOnePin(TestDatabase db, @TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("ky.p12"),
                SignatureSourceTest.p12(SigningFixture.VICE.key(), SigningFixture.VICE.chain(), SigningFixture.PIN));
        Settings settings = new Settings(folder);
        settings.addFile("thu", file);
        List<Prompt.Question> asked = new ArrayList<>();
        Desk desk = new Desk(settings, new Prompt() {
            @Override
            public boolean pair(String origin, String school, String code) {
                return false;
            }

            @Override
            public Optional<Answer> pin(Question question) {
                asked.add(question);
                return Optional.of(new Answer("thu", SigningFixture.PIN.toCharArray()));
            }
        });
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            List<PreparedSignature> prepared = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                prepared.add(f.outside()
                        .prepare(
                                f.vice,
                                order(f.decision("2" + i, TestPdf.plain(i)), token, SignatureLevel.B, "RSA_PSS")));
            }
            Desk.Result result = desk.sign(
                    "https://truong.example",
                    prepared.get(0).fingerprint(),
                    prepared.get(0).scheme(),
                    prepared.stream()
                            .map(one -> new Desk.Document(
                                    one.id(), one.title(), Base64.getDecoder().decode(one.data())))
                            .toList(),
                    1);
            assertThat(result.trouble()).isEmpty();
            assertThat(asked).hasSize(1);
            assertThat(asked.get(0).lines())
                    .extracting(Prompt.Line::title)
                    .containsExactly("21/QĐ-TN", "22/QĐ-TN", "23/QĐ-TN");
            f.restart();
            for (Desk.Signed one : result.signed()) {
                MadeSignature made = f.outside().finish(f.vice, one.id(), one.value());
                assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
                assertThat(f.verify(made.fileId()).signatures().get(0).algorithm())
                        .contains("PSS");
            }
        }
    }
}
