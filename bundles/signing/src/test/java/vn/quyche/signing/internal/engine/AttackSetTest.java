package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quyche.signing.api.VerificationVerdict.INVALID;
import static vn.quyche.signing.api.VerificationVerdict.UNDETERMINED;
import static vn.quyche.signing.api.VerificationVerdict.VALID;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;

/** Files with and without fault and what must be said of each: no false "valid", and every refusal with its reason. */
class AttackSetTest {

    private static final List<TestCase> CASES = cases();

    private final EngineVerifier verifier =
            new EngineVerifier(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());

    @TestFactory
    Stream<DynamicTest> saysOfEveryFileWhatMustBeSaid() {
        return CASES.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        cases.addAll(GoodFiles.cases());
        cases.addAll(ChangedFiles.cases());
        cases.addAll(WrappedFiles.cases());
        cases.addAll(CertificateFiles.cases());
        cases.addAll(HostileFiles.cases());
        cases.addAll(OtherForms.cases());
        cases.addAll(StampedFiles.cases());
        cases.addAll(LongTermFiles.cases());
        if (OpenSslFiles.available()) {
            cases.addAll(OpenSslFiles.cases());
        }
        return cases;
    }

    private void check(TestCase each) {
        EngineOutcome outcome = verifier.verify(each.file().get(), each.trust(), TestPki.NOW);
        List<VerificationFinding> all = new ArrayList<>(outcome.findings());
        outcome.signatures().forEach(signature -> all.addAll(signature.findings()));
        VerificationVerdict verdict = VerificationFinding.worst(all);
        if (each.verdict() != VALID) {
            assertThat(verdict).as("never valid; %s", all).isNotEqualTo(VALID);
        }
        assertThat(verdict).as("%s", all).isEqualTo(each.verdict());
        if (!each.code().isEmpty()) {
            assertThat(all.stream().map(VerificationFinding::code))
                    .as("%s", all)
                    .contains(each.code());
        }
        if (each.verdict() == VALID) {
            assertThat(outcome.signatures()).hasSize(each.signatures());
            assertThat(outcome.signatures())
                    .allMatch(signature -> signature.track().isPresent());
        }
    }

    @Test
    void hasFilesThatOpenSslSigned() {
        Assumptions.assumeTrue(OpenSslFiles.available(), "openssl is not installed: its files are left out");
        assertThat(CASES).filteredOn(each -> each.name().startsWith("OpenSSL")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void hasAtLeastAHundredAndFiftyFilesOfAllThreeVerdicts() {
        List<TestCase> cases = CASES;
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        assertThat(cases).extracting(TestCase::verdict).contains(VALID, UNDETERMINED, INVALID);
        assertThat(cases).extracting(TestCase::name).doesNotHaveDuplicates();
    }
}
