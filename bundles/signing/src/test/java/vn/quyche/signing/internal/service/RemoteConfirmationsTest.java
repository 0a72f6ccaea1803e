package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.PreparedSignature.State;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.RemoteConfirmations.Confirmation;
import vn.quyche.signing.api.RemoteServices;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.engine.DecreePaper;
import vn.quyche.signing.internal.engine.TestPdf;
import vn.quyche.signing.internal.store.JpaRemoteConfirmationStore;
import vn.quyche.signing.internal.store.JpaSignBatchStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.signing.StubCsc;

/** Keys whose user confirms in an app: the order goes out, what came of it is collected later. */
class RemoteConfirmationsTest {

    private static final SignatureKind PERSONAL = SignatureKind.PERSONAL;
    private static final SignatureKind SEAL = SignatureKind.ORGANIZATION;

    private static StubCsc stub() {
        StubCsc stub = StubCsc.start();
        stub.app("k-vice", SigningFixture.VICE.key(), SigningFixture.VICE.certificate());
        stub.app("k-dau", SigningFixture.SCHOOL.key(), SigningFixture.SCHOOL.certificate());
        return stub;
    }

    private static SigningFixture school(TestDatabase db, StubCsc stub) {
        SigningFixture f = new SigningFixture(
                db,
                Map.of(
                        "remote_services",
                        "mot=" + stub.address(1) + ",hai=" + stub.address(2),
                        "remote_seconds",
                        1,
                        "software_seal",
                        true));
        for (int version : List.of(1, 2)) {
            f.remote()
                    .enter(
                            f.admin,
                            new RemoteServices.NewAccess(
                                    version == 1 ? "mot" : "hai", version, StubCsc.USER, StubCsc.SECRET.toCharArray()));
        }
        return f;
    }

    /** The vice principal's token, with its key in an app. */
    private static String viceToken(SigningFixture f) {
        String token = f.viceToken();
        assertThat(f.remote().addKey(f.admin, "hai", "k-vice").confirmed()).isTrue();
        return token;
    }

    private static OutsideSigning.NewPreparation order(
            DocumentSigning.Signable document, String token, SignatureKind kind) {
        return new OutsideSigning.NewPreparation(
                new SigningPort.Document(document.documentId(), document.sha256()), token, kind, SignatureLevel.B, "");
    }

    private static Confirmation ask(SigningFixture f, DocumentSigning.Signable document, String token) {
        return f.confirmations().ask(f.vice, order(document, token, PERSONAL));
    }

    /** Asks the service until it is over, a new program each time. */
    private static PreparedSignature collected(SigningFixture f, Caller caller, String id) {
        for (int i = 0; i < 10; i++) {
            f.restart();
            PreparedSignature now = f.confirmations().collect(caller, id).preparation();
            if (now.state() != State.OPEN) {
                return now;
            }
        }
        throw new AssertionError("It never ended");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void away(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** Nothing but the failed use is left of what came to nothing. */
    private static void nothingHalf(SigningFixture f, PreparedSignature prepared, State state, String code) {
        PreparedSignature after = f.outside().get(f.vice, prepared.id());
        assertThat(after.state()).isEqualTo(state);
        assertThat(after.code()).isEqualTo(code);
        assertThat(f.tokens.useStore.find(prepared.useId()).orElseThrow().outcome())
                .isEqualTo(TokenUse.Outcome.FAILED);
        assertThat(f.port.list(f.tokens.clerk, SigningPort.Query.of(prepared.documentId()), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "TA.10.1"})
    void signsWhenItWasConfirmedAlthoughTheServerRestartsMeanwhile(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = viceToken(f);
            assertThat(f.remote().credentials(f.admin, "hai"))
                    .extracting(RemoteServices.Credential::confirmed)
                    .containsExactly(true, true);
            assertThat(f.keys.find(f.vice, token).orElseThrow().confirmed()).isTrue();
            Confirmation asked = ask(f, f.decision("24"), token);
            String id = asked.preparation().id();
            assertThat(asked.until()).contains(f.tokens.clock.instant().plus(RemoteConfirmations.PATIENCE));
            assertThat(stub.shown()).containsExactly(asked.preparation().title());
            assertThat(f.confirmations().collect(f.vice, id).preparation().state())
                    .isEqualTo(State.OPEN);

            // the order came through, and the server fell over before it wrote that down: it is the same order
            JpaRemoteConfirmationStore store = new JpaRemoteConfirmationStore(f.tokens.unit.jpa());
            store.sent(
                    new JpaRemoteConfirmationStore.Sent(id, 0, "", asked.until().orElseThrow()));
            f.tokens.clock.advance(Duration.ofMinutes(4));
            stub.user = StubCsc.User.CONFIRMS;
            stub.expireTokens();
            PreparedSignature after = collected(f, f.vice, id);

            assertThat(after.state()).isEqualTo(State.SIGNED);
            assertThat(stub.shown()).hasSize(1);
            assertThat(stub.calls()).contains("v2/credentials/authorizeCheck", "v2/signatures/signPolling");
            MadeSignature made = f.port.get(f.vice, after.signatureId());
            assertThat(made.signedAt()).isEqualTo(after.signedAt());
            assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            int calls = stub.calls().size();
            assertThat(f.confirmations().collect(f.vice, id).preparation().signatureId())
                    .isEqualTo(made.id());
            assertThat(f.confirmations().get(f.vice, id).until()).isEmpty();
            assertThat(stub.calls()).hasSize(calls);
            assertThat(f.confirmations().waiting(f.vice)).isEmpty();
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "TA.10.1"})
    void numberAndSealAreConfirmedOneAfterTheOther(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = viceToken(f);
            String school = f.schoolToken();
            f.remote().addKey(f.admin, "hai", "k-dau");
            f.pictures.add(
                    f.tokens.clerk,
                    new SignaturePictures.NewPicture(
                            SignaturePicture.Kind.SEAL, "", 36, "Hiệu trưởng đồng ý", DecreePaper.seal()));
            stub.user = StubCsc.User.CONFIRMS;
            DocumentSigning.Signable document = f.decision("24", DecreePaper.decision("Lê Quang Vinh", 1, 0));
            collected(f, f.vice, ask(f, document, token).preparation().id());
            stub.user = StubCsc.User.NOTHING;

            Confirmation first = f.confirmations().ask(f.office, order(f.documents.state("24"), school, SEAL));
            String id = first.preparation().id();
            assertThat(first.preparation().parts()).isEqualTo(2);
            f.tokens.clock.advance(Duration.ofMinutes(4));
            stub.user = StubCsc.User.CONFIRMS;
            f.confirmations().collect(f.office, id);
            f.confirmations().collect(f.office, id);
            stub.user = StubCsc.User.NOTHING;
            f.restart();
            Confirmation second = f.confirmations().collect(f.office, id);
            assertThat(second.preparation().part()).isEqualTo(2);
            // each part has its own time
            assertThat(second.until()).contains(f.tokens.clock.instant().plus(RemoteConfirmations.PATIENCE));
            assertThat(stub.shown().subList(1, 3))
                    .extracting(text -> text.replaceFirst(".* ", ""))
                    .containsExactly("(1/2)", "(2/2)");
            f.tokens.clock.advance(Duration.ofMinutes(4));
            stub.user = StubCsc.User.CONFIRMS;
            PreparedSignature after = collected(f, f.office, id);
            assertThat(after.state()).isEqualTo(State.SIGNED);
            assertThat(f.verify(f.port.get(f.office, after.signatureId()).fileId())
                            .signatures())
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(VerificationVerdict.VALID));
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.2", "MT.11.3"})
    void whatWasNotConfirmedIsNotSigned(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = viceToken(f);
            DocumentSigning.Signable document = f.decision("24");
            PreparedSignature declined = ask(f, document, token).preparation();
            stub.user = StubCsc.User.DECLINES;
            collected(f, f.vice, declined.id());
            nothingHalf(f, declined, State.REFUSED, "signing.confirm-declined");

            stub.user = StubCsc.User.NOTHING;
            PreparedSignature expired = ask(f, document, token).preparation();
            stub.user = StubCsc.User.LETS_IT_EXPIRE;
            collected(f, f.vice, expired.id());
            nothingHalf(f, expired, State.EXPIRED, "signing.confirm-expired");

            stub.user = StubCsc.User.NOTHING;
            PreparedSignature late = ask(f, document, token).preparation();
            f.tokens.clock.advance(RemoteConfirmations.PATIENCE);
            stub.user = StubCsc.User.CONFIRMS;
            collected(f, f.vice, late.id());
            nothingHalf(f, late, State.EXPIRED, "signing.confirm-expired");

            stub.user = StubCsc.User.NOTHING;
            PreparedSignature other = ask(f, document, token).preparation();
            stub.user = StubCsc.User.CONFIRMS_OTHER;
            refused("signing.wrong-value", () -> collected(f, f.vice, other.id()));
            nothingHalf(f, other, State.REFUSED, "signing.wrong-value");

            stub.user = StubCsc.User.NOTHING;
            PreparedSignature unwanted = ask(f, document, token).preparation();
            f.outside().cancel(f.vice, unwanted.id());
            stub.user = StubCsc.User.CONFIRMS;
            collected(f, f.vice, unwanted.id());
            nothingHalf(f, unwanted, State.CANCELLED, "signing.preparation-cancelled");
        }
    }

    @OnEachDatabase
    void aServiceThatIsDownLeavesItWaiting(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = viceToken(f);
            DocumentSigning.Signable document = f.decision("24");
            stub.fault = StubCsc.Fault.ERROR;
            Confirmation unsent = ask(f, document, token);
            String id = unsent.preparation().id();
            assertThat(unsent.preparation().state()).isEqualTo(State.OPEN);
            assertThat(stub.shown()).isEmpty();
            stub.fault = StubCsc.Fault.NONE;
            f.confirmations().collect(f.vice, id);
            assertThat(stub.shown()).hasSize(1);
            stub.user = StubCsc.User.CONFIRMS;
            for (StubCsc.Fault fault : List.of(StubCsc.Fault.ERROR, StubCsc.Fault.RUBBISH, StubCsc.Fault.HANG)) {
                stub.fault = fault;
                away("signing.remote-away", () -> f.confirmations().collect(f.vice, id));
                assertThat(f.outside().get(f.vice, id).state()).as(fault.name()).isEqualTo(State.OPEN);
                stub.fault = StubCsc.Fault.NONE;
                f.confirmations().collect(f.vice, id);
            }
            assertThat(collected(f, f.vice, id).state()).isEqualTo(State.SIGNED);
            assertThat(stub.shown()).hasSize(1);

            // one that takes no such order is not asked for ever
            DocumentSigning.Signable next = f.decision("25", TestPdf.plain(2));
            stub.fault = StubCsc.Fault.RUBBISH;
            away("signing.confirm-not-sent", () -> ask(f, next, token));
            assertThat(f.outside()
                            .list(f.vice, Optional.of(State.REFUSED), PageRequest.first())
                            .items())
                    .extracting(PreparedSignature::code)
                    .containsExactly("signing.confirm-not-sent");
        }
    }

    @OnEachDatabase
    void ofTwoAtOnceOneAsks(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = viceToken(f);
            String id = ask(f, f.decision("24"), token).preparation().id();
            stub.user = StubCsc.User.CONFIRMS;
            // who died while he asked holds it for two minutes
            JpaRemoteConfirmationStore store = new JpaRemoteConfirmationStore(f.tokens.unit.jpa());
            Instant now = f.tokens.clock.instant();
            assertThat(store.take(id, now, now.plus(Duration.ofMinutes(2)))).isTrue();
            int calls = stub.calls().size();
            assertThat(f.confirmations().collect(f.vice, id).preparation().state())
                    .isEqualTo(State.OPEN);
            assertThat(stub.calls()).hasSize(calls);
            f.tokens.clock.advance(Duration.ofMinutes(2));

            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                Callable<PreparedSignature> collect = () -> collected(f, f.vice, id);
                for (Future<PreparedSignature> one : threads.invokeAll(List.of(collect, collect))) {
                    try {
                        assertThat(one.get().state()).isEqualTo(State.SIGNED);
                    } catch (ExecutionException e) {
                        // asked ten times while the other one signed
                        assertThat(e.getCause()).hasMessage("It never ended");
                    }
                }
            } finally {
                threads.shutdown();
            }
            assertThat(collected(f, f.vice, id).state()).isEqualTo(State.SIGNED);
            assertThat(f.port.list(f.vice, SigningPort.Query.of("24"), PageRequest.first())
                            .items())
                    .hasSize(1);
            assertThat(f.tokens.acts.refused()).isEmpty();
        }
    }

    @OnEachDatabase
    void theServerAsksByItselfWhileItRuns(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = viceToken(f);
            DefaultRemoteConfirmations running = f.confirmations(Duration.ofMillis(20));
            DefaultRemoteConfirmations closed = f.confirmations(Duration.ofMillis(20));
            try {
                String left = closed.ask(f.vice, order(f.decision("25", TestPdf.plain(2)), token, PERSONAL))
                        .preparation()
                        .id();
                closed.deactivate();
                String id = running.ask(f.vice, order(f.decision("24"), token, PERSONAL))
                        .preparation()
                        .id();
                stub.user = StubCsc.User.CONFIRMS;
                for (int i = 0; i < 500 && f.outside().get(f.vice, id).state() == State.OPEN; i++) {
                    Thread.sleep(20);
                }
                assertThat(f.outside().get(f.vice, id).state()).isEqualTo(State.SIGNED);
                assertThat(f.outside().get(f.vice, left).state()).isEqualTo(State.OPEN);
            } finally {
                running.deactivate();
                closed.deactivate();
            }
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2"})
    void nobodyElseAndNoOtherWay(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = school(db, stub)) {
            String token = f.viceToken();
            DocumentSigning.Signable document = f.decision("24");
            refused("signing.no-confirming", () -> f.remote().addKey(f.admin, "mot", "k-vice"));
            refused("signing.not-in-app", () -> ask(f, document, token));
            f.file("VN-0001", SigningFixture.VICE, "");
            refused("signing.not-in-app", () -> ask(f, document, token));
            f.remote().addKey(f.admin, "hai", "k-vice");

            // no PIN, no batch
            char[] pin = SigningFixture.PIN.toCharArray();
            refused(
                    "signing.confirmed-in-app",
                    () -> f.port.sign(
                            f.vice, SigningFixture.request(document, token, PERSONAL, SignatureLevel.B), pin.clone()));
            DefaultSignBatches batches = new DefaultSignBatches(
                    f.tokens.acts,
                    f.tokens.access,
                    f.tokens.sight,
                    f.ring,
                    f.work,
                    f.engine,
                    new JpaSignBatchStore(f.tokens.unit.jpa()),
                    f.tokens.unit.tx(),
                    f.ids,
                    f.tokens.clock);
            refused(
                    "signing.confirmed-in-app",
                    () -> batches.start(
                            f.vice,
                            new SignBatches.NewBatch(
                                    List.of(new SigningPort.Document(document.documentId(), document.sha256())),
                                    token,
                                    PERSONAL,
                                    SignatureLevel.B),
                            pin.clone()));
            batches.deactivate();
            assertThat(f.keys.find(f.vice, token).orElseThrow().wrongPins()).isZero();

            assertThatThrownBy(() -> f.confirmations().ask(f.tokens.teacher, order(document, token, PERSONAL)))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> f.confirmations()
                            .ask(f.vice, new OutsideSigning.NewPreparation(null, null, null, null, null)))
                    .isInstanceOf(Invalid.class);
            String id = ask(f, document, token).preparation().id();
            stub.user = StubCsc.User.CONFIRMS;
            int calls = stub.calls().size();
            for (Caller other : List.of(f.office, f.tokens.clerk, f.tokens.principal)) {
                assertThatThrownBy(() -> f.confirmations().collect(other, id)).isInstanceOf(NotFound.class);
                assertThatThrownBy(() -> f.confirmations().get(other, id)).isInstanceOf(NotFound.class);
            }
            assertThat(stub.calls()).hasSize(calls);
            assertThat(f.confirmations().waiting(f.vice)).containsExactly(id);
            assertThat(f.confirmations().waiting(f.office)).isEmpty();
            // one that was prepared for another key was never sent
            String plain = f.outside()
                    .prepare(f.vice, order(document, token, PERSONAL))
                    .id();
            assertThatThrownBy(() -> f.confirmations().collect(f.vice, plain)).isInstanceOf(NotFound.class);
            f.outside().cancel(f.vice, plain);
            assertThatThrownBy(() -> f.outside().cancel(f.vice, plain)).isInstanceOf(Conflict.class);

            // lost while the request was on the phone
            f.tokens.cases.report(f.vice, TokenFixture.lost(token), "");
            refused("token.is-reported", () -> collected(f, f.vice, id));
            nothingHalf(f, f.outside().get(f.vice, id), State.REFUSED, "token.is-reported");
        }
    }
}
