package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/** Signatures that are not in PDF: judged by our verifier and, where it can, by OpenSSL. */
class EngineFormsTest {

    private static final TestPki PKI = new TestPki();
    private static final EngineVerifier VERIFIER =
            new EngineVerifier(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());
    private static final EngineSigner SIGNER =
            new EngineSigner(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());
    private static final byte[] XML = "<bao-cao><so>24/BC-TN</so></bao-cao>".getBytes(StandardCharsets.UTF_8);
    private static final List<SignatureFormat> FORMATS =
            List.of(SignatureFormat.XADES, SignatureFormat.CADES, SignatureFormat.ASIC_S, SignatureFormat.ASIC_E);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        VERIFIER.close();
    }

    private static EngineSigner.Made signed(
            SignatureFormat format, SignatureScheme scheme, Optional<EngineSigner.Stamper> stamper) throws Exception {
        TestPki.Signer signer = PKI.principal;
        return SIGNER.sign(
                format,
                XML,
                "bao-cao.xml",
                new EngineSigner.How(signer.chain().subList(0, 2), scheme, TestPki.NOW, "Ký báo cáo", Optional.empty()),
                data -> {
                    try {
                        return scheme.sign(data, signer.key(), Optional.empty());
                    } catch (GeneralSecurityException e) {
                        throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
                    }
                },
                stamper);
    }

    private static EngineOutcome judged(byte[] file) {
        return VERIFIER.verify(file, PKI.trust(), TestPki.NOW);
    }

    private static String valid(byte[] file) {
        EngineOutcome outcome = judged(file);
        assertThat(outcome.findings()).extracting(VerificationFinding::code).isEmpty();
        assertThat(outcome.signatures())
                .hasSize(1)
                .allSatisfy(one ->
                        assertThat(one.verdict()).as(one.findings().toString()).isEqualTo(VerificationVerdict.VALID));
        return outcome.signatures().get(0).level();
    }

    private static void notValid(byte[] file) {
        EngineOutcome outcome = judged(file);
        boolean good = outcome.findings().stream().allMatch(one -> one.verdict() == VerificationVerdict.VALID)
                && !outcome.signatures().isEmpty()
                && outcome.signatures().stream().allMatch(one -> one.verdict() == VerificationVerdict.VALID);
        assertThat(good).as(outcome.toString()).isFalse();
    }

    private static TimeStampClient client(LocalTsa tsa) {
        return new TimeStampClient(
                List.of(tsa.uri()),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Clock.fixed(TestPki.NOW, ZoneOffset.UTC));
    }

    @Test
    @Regulated({"MT.11.3", "TA.10.1"})
    void signsInEachFormWithAndWithoutATimeStampAndLater() throws Exception {
        try (LocalTsa tsa = new LocalTsa(PKI.tsa(), () -> TestPki.NOW)) {
            for (SignatureFormat format : FORMATS) {
                byte[] plain = signed(format, SignatureScheme.RSA_PSS, Optional.empty())
                        .file();
                assertThat(valid(plain)).as(format.name()).endsWith("BASELINE-B");
                byte[] stamped = signed(format, SignatureScheme.RSA_PKCS1, Optional.of(client(tsa)))
                        .file();
                assertThat(valid(stamped)).as(format.name()).endsWith("BASELINE-T");
                assertThat(valid(SIGNER.stamp(plain, client(tsa))))
                        .as(format.name())
                        .endsWith("BASELINE-T");
            }
            tsa.mood = LocalTsa.Mood.DOWN;
            EngineSigner.Made made = signed(SignatureFormat.CADES, SignatureScheme.RSA_PSS, Optional.of(client(tsa)));
            assertThat(made.stampTrouble()).isPresent();
            assertThat(valid(made.file())).endsWith("BASELINE-B");
        }
    }

    @Test
    @Regulated("TA.10.1")
    void whatIsExtendedProvesItselfWithoutAnyList() throws Exception {
        EngineTrust lists = LongTermFiles.lists(TestPki.NOW);
        try (LocalTsa tsa = new LocalTsa(PKI.tsa(), () -> TestPki.NOW)) {
            for (SignatureFormat format : FORMATS) {
                byte[] stamped = signed(format, SignatureScheme.RSA_PKCS1, Optional.of(client(tsa)))
                        .file();
                byte[] lt = SIGNER.extend(stamped, LongTerm.LT, lists, client(tsa));
                EngineOutcome alone = VERIFIER.verify(lt, PKI.trust(List.of()), TestPki.NOW);
                assertThat(alone.signatures())
                        .as(format + " " + alone)
                        .allMatch(one -> one.verdict() == VerificationVerdict.VALID
                                && one.level().endsWith("-LT"));
                byte[] lta = SIGNER.extend(lt, LongTerm.LTA, lists, client(tsa));
                assertThat(valid(lta)).as(format.name()).endsWith("-LTA");
                assertThat(valid(SIGNER.extend(lta, LongTerm.LTA, lists, client(tsa))))
                        .as(format + " renewed")
                        .endsWith("-LTA");
            }
            byte[] stamped = signed(SignatureFormat.CADES, SignatureScheme.RSA_PKCS1, Optional.of(client(tsa)))
                    .file();
            tsa.mood = LocalTsa.Mood.DOWN;
            assertThatThrownBy(() -> SIGNER.extend(stamped, LongTerm.LTA, lists, client(tsa)))
                    .isInstanceOfSatisfying(
                            StampTrouble.class, e -> assertThat(e.code()).isEqualTo("signing.stamp-unreachable"));
        }
    }

    @Test
    void whatIsChangedOrAddedIsNotValid() throws Exception {
        for (SignatureFormat format : List.of(SignatureFormat.ASIC_S, SignatureFormat.ASIC_E)) {
            byte[] file =
                    signed(format, SignatureScheme.RSA_PSS, Optional.empty()).file();
            notValid(zipped(file, "bao-cao.xml", "<khac/>".getBytes(StandardCharsets.UTF_8)));
            notValid(zipped(file, "them.txt", "không ai ký".getBytes(StandardCharsets.UTF_8)));
        }
        byte[] xml = signed(SignatureFormat.XADES, SignatureScheme.RSA_PSS, Optional.empty())
                .file();
        notValid(new String(xml, StandardCharsets.UTF_8)
                .replace("24/BC", "25/BC")
                .getBytes(StandardCharsets.UTF_8));
        byte[] message = signed(SignatureFormat.CADES, SignatureScheme.RSA_PSS, Optional.empty())
                .file();
        notValid(new String(message, StandardCharsets.ISO_8859_1)
                .replace("24/BC", "25/BC")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A container with one entry replaced or added. */
    private static byte[] zipped(byte[] file, String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean replaced = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] old = in.readAllBytes();
                boolean same = entry.getName().equals(name);
                replaced |= same;
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(same ? content : old);
            }
            if (!replaced) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    @Test
    void openSslReadsOurMessages() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not here");
        Files.writeString(
                folder.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(PKI.root.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        for (SignatureScheme scheme : List.of(SignatureScheme.RSA_PKCS1, SignatureScheme.RSA_PSS)) {
            byte[] message =
                    signed(SignatureFormat.CADES, scheme, Optional.empty()).file();
            assertThat(openssl(message)).as(scheme.name()).isZero();
            assertThat(Files.readAllBytes(folder.resolve("out.xml"))).isEqualTo(XML);
            byte[] changed = new String(message, StandardCharsets.ISO_8859_1)
                    .replace("24/BC", "25/BC")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(openssl(changed)).as(scheme.name()).isNotZero();
        }
    }

    private int openssl(byte[] message) throws Exception {
        Files.write(folder.resolve("a.p7m"), message);
        Process process = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-inform",
                        "DER",
                        "-in",
                        "a.p7m",
                        "-CAfile",
                        "root.pem",
                        "-purpose",
                        "any",
                        "-attime",
                        String.valueOf(TestPki.NOW.getEpochSecond()),
                        "-out",
                        "out.xml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
