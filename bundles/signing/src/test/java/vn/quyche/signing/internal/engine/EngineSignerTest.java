package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/** Signs with keys in memory; what comes out is judged by our verifier and by poppler's. */
class EngineSignerTest {

    private static final TestPki PKI = new TestPki();
    private static final EngineVerifier VERIFIER =
            new EngineVerifier(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());
    private static final EngineSigner SIGNER =
            new EngineSigner(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        VERIFIER.close();
    }

    private static EngineSigner.Made signed(
            byte[] file, TestPki.Signer signer, SignatureScheme scheme, Optional<EngineSigner.Stamper> stamper)
            throws Exception {
        return SIGNER.sign(
                file,
                new EngineSigner.How(signer.chain().subList(0, 2), scheme, TestPki.NOW, "Ky van ban", Optional.empty()),
                data -> {
                    try {
                        return scheme.sign(data, signer.key(), Optional.empty());
                    } catch (java.security.GeneralSecurityException e) {
                        throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
                    }
                },
                stamper);
    }

    private static List<VerifiedSignature> valid(byte[] file) {
        EngineOutcome outcome = VERIFIER.verify(file, PKI.trust(), TestPki.NOW);
        assertThat(outcome.findings()).extracting(VerificationFinding::code).isEmpty();
        assertThat(outcome.signatures())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.verdict()).as(one.findings().toString()).isEqualTo(VerificationVerdict.VALID));
        return outcome.signatures();
    }

    private static Map<SignatureScheme, TestPki.Signer> signers() {
        KeyPair curve = TestPki.ec("secp256r1");
        return Map.of(
                SignatureScheme.RSA_PKCS1,
                PKI.principal,
                SignatureScheme.RSA_PSS,
                PKI.principal,
                SignatureScheme.ECDSA,
                PKI.signer("CN=Pho hieu truong,C=VN", PKI.authority, curve));
    }

    @Test
    void signsInEachSchemeWithSha256AndTheSealFollows() throws Exception {
        for (Map.Entry<SignatureScheme, TestPki.Signer> one : signers().entrySet()) {
            byte[] file = signed(TestPdf.plain(2), one.getValue(), one.getKey(), Optional.empty())
                    .file();
            VerifiedSignature signature = valid(file).get(0);
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-B");
            assertThat(signature.algorithm()).startsWith("SHA256");
            assertThat(signature.claimedAt()).contains(TestPki.NOW);
            byte[] sealed = signed(file, PKI.seal, SignatureScheme.RSA_PSS, Optional.empty())
                    .file();
            assertThat(valid(sealed)).hasSize(2);
            assertThat(Arrays.copyOf(sealed, file.length)).isEqualTo(file);
        }
    }

    @Test
    void popplerAgrees() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig (poppler-utils) is not here");
        for (Map.Entry<SignatureScheme, TestPki.Signer> one : signers().entrySet()) {
            byte[] file = signed(TestPdf.plain(1), one.getValue(), one.getKey(), Optional.empty())
                    .file();
            String said = run(
                    "pdfsig",
                    "-nocert",
                    Files.write(folder.resolve("a.pdf"), file).toString());
            assertThat(said)
                    .as(one.getKey().name())
                    .contains("Signature Validation: Signature is Valid", "Total document signed", "SHA-256");
            file[700] ^= 1;
            assertThat(run(
                            "pdfsig",
                            "-nocert",
                            Files.write(folder.resolve("b.pdf"), file).toString()))
                    .doesNotContain("Signature is Valid");
        }
    }

    private static String run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void stampsTheTimeWhenTheAuthorityAnswersWell() throws Exception {
        try (LocalTsa tsa = new LocalTsa(PKI.tsa(), () -> TestPki.NOW)) {
            EngineSigner.Made made = signed(
                    TestPdf.plain(1), PKI.principal, SignatureScheme.RSA_PKCS1, Optional.of(client(TestPki.NOW, tsa)));
            assertThat(made.stampTrouble()).isEmpty();
            VerifiedSignature signature = valid(made.file()).get(0);
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
            assertThat(signature.stampedAt()).contains(TestPki.NOW);
        }
    }

    @Test
    void keepsTheSignatureWithoutAStampAndStampsItLater() throws Exception {
        try (LocalTsa tsa = new LocalTsa(PKI.tsa(), () -> TestPki.NOW)) {
            Map<LocalTsa.Mood, String> moods = Map.of(
                    LocalTsa.Mood.DOWN, "signing.stamp-unreachable",
                    LocalTsa.Mood.SLOW, "signing.stamp-unreachable",
                    LocalTsa.Mood.WRONG_NONCE, "signing.stamp-wrong",
                    LocalTsa.Mood.WRONG_HASH, "signing.stamp-wrong",
                    LocalTsa.Mood.WRONG_TIME, "signing.stamp-other-time",
                    LocalTsa.Mood.RUBBISH, "signing.stamp-wrong",
                    LocalTsa.Mood.REFUSING, "signing.stamp-refused");
            for (Map.Entry<LocalTsa.Mood, String> mood : moods.entrySet()) {
                tsa.mood = mood.getKey();
                TimeStampClient client = client(TestPki.NOW, tsa);
                EngineSigner.Made made =
                        signed(TestPdf.plain(1), PKI.principal, SignatureScheme.RSA_PKCS1, Optional.of(client));
                assertThat(made.stampTrouble().map(StampTrouble::code))
                        .as(mood.toString())
                        .contains(mood.getValue());
                assertThat(valid(made.file()).get(0).level()).isEqualTo("PAdES-BASELINE-B");
                assertThatThrownBy(() -> SIGNER.stamp(made.file(), client))
                        .isInstanceOfSatisfying(
                                StampTrouble.class, e -> assertThat(e.code()).isEqualTo(mood.getValue()));
                tsa.mood = LocalTsa.Mood.WELL;
                byte[] stamped = SIGNER.stamp(made.file(), client);
                assertThat(Arrays.copyOf(stamped, made.file().length)).isEqualTo(made.file());
                assertThat(valid(stamped).get(0).stampedAt()).contains(TestPki.NOW);
            }
        }
    }

    @Test
    void asksTheNextAuthorityWhenOneIsDown() throws Exception {
        try (LocalTsa down = new LocalTsa(PKI.tsa(), () -> TestPki.NOW);
                LocalTsa up = new LocalTsa(PKI.tsa(), () -> TestPki.NOW)) {
            down.mood = LocalTsa.Mood.DOWN;
            assertThat(client(TestPki.NOW, down, up).stamp(new byte[32])).isNotEmpty();
            assertThat(down.asked).hasValue(1);
            assertThat(up.asked).hasValue(1);
        }
    }

    private static TimeStampClient client(Instant now, LocalTsa... authorities) {
        return new TimeStampClient(
                Arrays.stream(authorities).map(LocalTsa::uri).toList(),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    @Regulated("MT.11.3")
    void refusesFilesThatAreNotWhatTheyShow() throws Exception {
        byte[] good = TestPdf.plain(1);
        assertThat(unfit(good)).isEmpty();
        assertThat(unfit(Arrays.copyOf(good, good.length - 40))).contains("signing.truncated");
        assertThat(unfit(Arrays.copyOfRange(good, 300, good.length))).contains("signing.not-pdf");
        assertThat(unfit("không phải PDF".getBytes(StandardCharsets.UTF_8))).contains("signing.not-pdf");
        assertThat(unfit(new byte[21 << 20])).contains("verify.too-large");
        assertThat(unfit(TestPdf.plain(2_001))).contains("verify.too-many-pages");
        assertThat(unfit(TestPdf.rewritten(
                        good,
                        document -> document.getDocumentCatalog()
                                .setOpenAction(new org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript(
                                        "app.alert(1)")))))
                .contains("verify.active-content");
        assertThat(unfit(TestPdf.rewritten(
                        good,
                        document -> document.getDocumentCatalog()
                                .setOpenAction(new org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch()))))
                .contains("verify.active-content");
        assertThat(unfit(TestPdf.rewritten(good, document -> {
                    org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm form =
                            new org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm(document);
                    form.getCOSObject().setString("XFA", "<xdp/>");
                    document.getDocumentCatalog().setAcroForm(form);
                })))
                .contains("verify.dynamic-form");
        assertThat(unfit(TestPdf.rewritten(
                        good,
                        document -> document.protect(new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                                "chu", "", new org.apache.pdfbox.pdmodel.encryption.AccessPermission())))))
                .contains("verify.encrypted");
    }

    private static Optional<String> unfit(byte[] file) {
        return SIGNER.unfit(file).map(VerificationFinding::code);
    }

    @Test
    void doesNotSignWhatWasCertifiedAgainstAnyChange() {
        TestPdf.How how = TestPdf.how();
        how.certification = 1;
        byte[] certified = TestPdf.signed(TestPdf.plain(1), PKI.principal, how);
        assertThatThrownBy(() -> signed(certified, PKI.seal, SignatureScheme.RSA_PKCS1, Optional.empty()))
                .isInstanceOfSatisfying(
                        EngineSigner.Unfit.class, e -> assertThat(e.code()).isEqualTo("signing.cannot-sign-file"));
    }
}
