package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.internal.engine.TestPdf;
import vn.quyche.signing.internal.store.JpaSignBatchStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class SignBatchesTest {

    private static final PageRequest FIRST = PageRequest.first();

    private final List<DefaultSignBatches> made = new ArrayList<>();

    private DefaultSignBatches batches(SigningFixture f) {
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
        made.add(batches);
        return batches;
    }

    private static SignBatches.NewBatch batch(String token, List<SigningPort.Document> documents) {
        return new SignBatches.NewBatch(documents, token, SignatureKind.PERSONAL, SignatureLevel.B);
    }

    private static List<SigningPort.Document> documents(SigningFixture f, int count) {
        List<SigningPort.Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String title = "Van ban " + i;
            DocumentSigning.Signable one = f.decision("d" + i, TestPdf.updated(TestPdf.plain(1), pdf -> {
                pdf.getDocumentInformation().setTitle(title);
                pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            }));
            documents.add(new SigningPort.Document(one.documentId(), one.sha256()));
        }
        return documents;
    }

    private static SignBatch await(SigningFixture f, SignBatches batches, String id, Predicate<SignBatch> until)
            throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            SignBatch now = batches.get(f.vice, id);
            if (until.test(now)) {
                return now;
            }
            Thread.sleep(50);
        }
        return batches.get(f.vice, id);
    }

    @OnEachDatabase
    @Regulated({"MT.11.2", "MT.11.3", "MT.11.6"})
    void signsManyWithOnePinAndTellsOfThoseThatCouldNotBe(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            List<SigningPort.Document> documents = documents(f, 6);
            DefaultSignBatches batches = batches(f);
            f.documents.issue("d2");
            char[] pin = SigningFixture.PIN.toCharArray();
            String id = batches.start(f.vice, batch(token, documents), pin);
            assertThat(pin).containsOnly('\0');
            SignBatch end = await(f, batches, id, now -> now.state() == SignBatch.State.DONE);
            assertThat(end.state()).as(end.toString()).isEqualTo(SignBatch.State.DONE);
            assertThat(end.done()).isEqualTo(5);
            assertThat(end.failed()).isEqualTo(1);
            List<SignBatch.Item> failed = batches.items(f.vice, id, Optional.of(SignBatch.ItemState.FAILED), FIRST)
                    .items();
            assertThat(failed).hasSize(1);
            assertThat(failed.get(0).code()).isEqualTo("signing.not-approved");
            assertThat(failed.get(0).clause()).isEqualTo("MT.11.3");
            for (String document : List.of("d0", "d5")) {
                assertThat(f.verify(f.documents.state(document).fileId()).verdict())
                        .isEqualTo(VerificationVerdict.VALID);
            }
            assertThat(batches.list(f.vice, FIRST).items()).hasSize(1);
            assertThat(batches.list(f.office, FIRST).items()).isEmpty();
            assertThatThrownBy(() -> batches.get(f.office, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(
                            () -> batches.items(f.vice, id, Optional.empty(), new PageRequest(2, Optional.of("hỏng"))))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> batches.cancel(f.vice, id)).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> batches.start(f.vice, batch("", List.of()), new char[0]))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.fields()).hasSize(3));
        } finally {
            made.forEach(DefaultSignBatches::deactivate);
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.2")
    void asksForThePinAgainAfterARestartAndStopsWhenItIsWrong(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            List<SigningPort.Document> documents = documents(f, 12);
            DefaultSignBatches before = batches(f);
            String id = before.start(f.vice, batch(token, documents), SigningFixture.PIN.toCharArray());
            await(f, before, id, now -> now.done() > 0);
            before.deactivate();
            SignBatch stopped = await(f, before, id, now -> now.state() != SignBatch.State.RUNNING);
            assertThat(stopped.state()).isEqualTo(SignBatch.State.STOPPED);
            assertThat(stopped.stopCode()).isEqualTo("signing.batch-restart");
            assertThat(stopped.done()).isBetween(1, 11);

            DefaultSignBatches after = batches(f);
            assertThatThrownBy(() -> after.resume(f.vice, id, "sai".toCharArray()))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.code()).isEqualTo("signing.wrong-pin"));
            assertThat(after.get(f.vice, id).stopCode()).isEqualTo("signing.wrong-pin");
            after.resume(f.vice, id, SigningFixture.PIN.toCharArray());
            SignBatch end = await(f, after, id, now -> now.state() == SignBatch.State.DONE);
            assertThat(end.done()).as(end.toString()).isEqualTo(12);
            assertThat(documents)
                    .allSatisfy(document -> assertThat(
                                    f.documents.state(document.documentId()).signed())
                            .isTrue());
        } finally {
            made.forEach(DefaultSignBatches::deactivate);
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.4")
    void endsAtOnceWhenCancelledOrTheTokenIsBarred(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            DefaultSignBatches batches = batches(f);
            List<SigningPort.Document> documents = documents(f, 20);
            assertThatThrownBy(() -> batches.start(f.vice, batch(token, documents), "sai".toCharArray()))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.code()).isEqualTo("signing.wrong-pin"));
            assertThat(batches.list(f.vice, FIRST).items())
                    .extracting(SignBatch::state)
                    .containsExactly(SignBatch.State.CANCELLED);
            String first = batches.start(f.vice, batch(token, documents.subList(0, 10)), pin());
            batches.cancel(f.vice, first);
            assertThat(batches.get(f.vice, first).state()).isEqualTo(SignBatch.State.CANCELLED);
            String second = batches.start(f.vice, batch(token, documents.subList(10, 20)), pin());
            f.tokens.cases.report(f.vice, TokenFixture.lost(token), "");
            SignBatch stopped = await(f, batches, second, now -> now.state() == SignBatch.State.STOPPED);
            assertThat(stopped.stopCode()).isEqualTo("token.is-reported");
            assertThat(stopped.done()).isLessThan(10);
            assertThat(f.tokens.tokens.get(f.vice, token).state()).isEqualTo(TokenState.LOST);
            assertThatThrownBy(() -> batches.start(f.vice, batch(token, documents.subList(10, 20)), pin()))
                    .isInstanceOf(Refused.class);
            f.tokens.clock.advance(Duration.ofHours(1));
            assertThatThrownBy(() -> batches.resume(f.vice, second, pin())).isInstanceOf(Refused.class);
        } finally {
            made.forEach(DefaultSignBatches::deactivate);
        }
    }

    private static char[] pin() {
        return SigningFixture.PIN.toCharArray();
    }
}
