package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.signing.internal.service.TrustFixture.PKI;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.internal.engine.TestPdf;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultVerificationsTest {

    private static Verification verify(TrustFixture school, byte[] file) {
        return school.verifications.verify(school.visitor, "quyet-dinh.pdf", () -> new ByteArrayInputStream(file));
    }

    @OnEachDatabase
    void tellsAVisitorWhoSignedUnderWhichRootAndWhenOnceThatIsBelieved(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        byte[] file = TestPdf.signed(TestPdf.plain(1), PKI.principal);
        assertThat(verify(school, file).verdict()).isEqualTo(VerificationVerdict.UNDETERMINED);
        school.believe();
        Verification verification = verify(school, file);
        assertThat(verification.verdict()).isEqualTo(VerificationVerdict.VALID);
        VerifiedSignature signature = verification.signatures().get(0);
        assertThat(signature.signer()).isEqualTo("Hieu truong");
        assertThat(signature.track()).contains(TrustTrack.OFFICIAL);
        assertThat(signature.claimedAt()).contains(TestPki.NOW.minusSeconds(3_600));
        assertThat(signature.statusAsOf()).contains(TestPki.days(-1));
        assertThat(signature.coversAll()).isTrue();
        assertThat(verification.sha256()).hasSize(64);
    }

    @OnEachDatabase
    void changesItsVerdictWithTheListsThatAreLoaded(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        school.believe();
        byte[] file = TestPdf.signed(TestPdf.plain(1), PKI.principal);
        assertThat(verify(school, file).verdict()).isEqualTo(VerificationVerdict.VALID);
        school.register.loadCrl(
                school.admin,
                TestPki.crl(
                        PKI.authority,
                        TestPki.NOW,
                        TestPki.days(6),
                        Map.of(PKI.principal.certificate(), TestPki.days(-3))));
        assertThat(verify(school, file).verdict()).isEqualTo(VerificationVerdict.INVALID);
    }

    @OnEachDatabase
    void givesTheSignedRevisionOfAFileThatWasChanged(TestDatabase db) throws IOException {
        TrustFixture school = new TrustFixture(db);
        school.believe();
        byte[] file = TestPdf.signed(TestPdf.plain(1), PKI.principal);
        byte[] more = TestPdf.signed(file, PKI.seal);
        assertThat(school.verifications.signedRevision(school.visitor, () -> new ByteArrayInputStream(more), 1))
                .isEqualTo(file);
        assertThat(school.verifications.signedRevision(school.visitor, () -> new ByteArrayInputStream(more), 2))
                .isEqualTo(more);
        for (int number : List.of(-1, 0, 3)) {
            assertThatThrownBy(() -> school.verifications.signedRevision(
                            school.visitor, () -> new ByteArrayInputStream(more), number))
                    .isInstanceOf(NotFound.class);
        }
    }

    @OnEachDatabase
    void checksAHundredFilesAtOnceOneAfterTheOther(TestDatabase db) throws Exception {
        TrustFixture school = new TrustFixture(db);
        school.believe();
        byte[] good = TestPdf.signed(TestPdf.plain(1), PKI.principal);
        byte[] bad = good.clone();
        bad[600] ^= 1;
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            List<Callable<VerificationVerdict>> calls = Stream.iterate(0, i -> i + 1)
                    .limit(100)
                    .<Callable<VerificationVerdict>>map(i ->
                            () -> verify(school, i % 2 == 0 ? good : bad).verdict())
                    .toList();
            Map<VerificationVerdict, Long> counted = people.invokeAll(calls).stream()
                    .map(DefaultVerificationsTest::got)
                    .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));
            assertThat(counted)
                    .containsEntry(VerificationVerdict.VALID, 50L)
                    .containsEntry(VerificationVerdict.INVALID, 50L);
        } finally {
            people.shutdownNow();
        }
    }

    private static VerificationVerdict got(Future<VerificationVerdict> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @OnEachDatabase
    void refusesAnEmptyFileAndShowsNamesOnOneLine(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        assertThatThrownBy(() -> verify(school, new byte[0]))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("verify.empty");
        assertThat(school.verifications
                        .verify(
                                school.visitor,
                                "a\nb\u0000" + "x".repeat(500),
                                () -> new ByteArrayInputStream(new byte[] {1}))
                        .fileName())
                .hasSizeLessThanOrEqualTo(200)
                .doesNotContain("\n", "\u0000");
    }
}
