package vn.quyche.bench;

import com.sun.management.OperatingSystemMXBean;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.quyche.signing.internal.engine.EngineGate;
import vn.quyche.signing.internal.engine.EngineLimits;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.model.SignatureScheme;

/** What a PAdES-B signature over 100 KB costs the processor through our gate, against plain DSS in the same program. */
final class SignatureBenchmark implements Benchmark {

    private static final int ROUNDS = Bench.setting("ROUNDS", 5);
    private static final int EACH = 20;
    private static final int SIZE = 100 * 1024;
    private static final double TARGET = 1.3;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public void run(Figures figures) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate = certificate(keys);
        byte[] file = file();
        EngineSigner signer = new EngineSigner(new EngineGate(1, Duration.ofMinutes(1)), EngineLimits.standard());
        EngineSigner.How how = new EngineSigner.How(
                List.of(certificate), SignatureScheme.RSA_PKCS1, Instant.now(), "Ký văn bản", Optional.empty());
        Callable<?> ours = () -> signer.sign(file, how, data -> signed(keys, data), Optional.empty());
        Callable<?> plain = () -> plain(file, keys, certificate);
        double bestOurs = Double.MAX_VALUE;
        double bestPlain = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            bestPlain = Math.min(bestPlain, millis(plain));
            bestOurs = Math.min(bestOurs, millis(ours));
        }
        figures.atMost("PAdES-B, 100 KB, CPU", "ms", bestOurs, bestPlain, TARGET);
    }

    /** Of the processor, whichever threads work. */
    private static double millis(Callable<?> work) throws Exception {
        long start = SYSTEM.getProcessCpuTime();
        for (int i = 0; i < EACH; i++) {
            work.call();
        }
        return (SYSTEM.getProcessCpuTime() - start) / 1e6 / EACH;
    }

    private static byte[] plain(byte[] file, KeyPair keys, X509Certificate certificate) throws Exception {
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSA);
        parameters.setSigningCertificate(new CertificateToken(certificate));
        parameters.setCertificateChain(List.of(new CertificateToken(certificate)));
        InMemoryDocument document = new InMemoryDocument(file, "file.pdf", MimeTypeEnum.PDF);
        byte[] value = signed(keys, service.getDataToSign(document, parameters).getBytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.signDocument(document, parameters, new SignatureValue(SignatureAlgorithm.RSA_SHA256, value))
                .writeTo(out);
        return out.toByteArray();
    }

    private static byte[] signed(KeyPair keys, byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] file() throws Exception {
        byte[] noise = new byte[SIZE];
        new Random(1).nextBytes(noise);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            page.setContents(new PDStream(document, new ByteArrayInputStream(noise)));
            document.save(out);
            return out.toByteArray();
        }
    }

    private static X509Certificate certificate(KeyPair keys) throws Exception {
        X500Name name = new X500Name("CN=Do toc do,C=VN");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(30))),
                                name,
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    }
}
