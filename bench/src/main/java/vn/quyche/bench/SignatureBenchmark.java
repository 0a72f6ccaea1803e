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
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.quyche.signing.internal.engine.EngineGate;
import vn.quyche.signing.internal.engine.EngineLimits;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.model.SignatureScheme;

/**
 * What signatures cost, against plain DSS in the same program: PAdES-B over 100 KB and its verification on the processor, the
 * verification of 5 MB in memory, and a file of a batch as a batch makes it (looked at, signed, verified).
 */
final class SignatureBenchmark implements Benchmark {

    private static final int ROUNDS = Bench.setting("ROUNDS", 5);
    private static final int EACH = 20;
    private static final int SIZE = 100 * 1024;
    private static final int LARGE = 5 << 20;
    private static final int MANY = 100_000;
    private static final double SIGNING = 1.3;
    private static final double VERIFYING = 1.5;
    private static final double MEMORY = 0.5;
    private static final double BATCH = 5;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public void run(Figures figures) throws Exception {
        KeyPair rootKeys = rsa();
        KeyPair keys = rsa();
        X500Name rootName = new X500Name("CN=Do toc do: goc,C=VN");
        X509Certificate root = certificate(rootName, rootName, rootKeys, rootKeys, true);
        X509Certificate certificate = certificate(new X500Name("CN=Do toc do,C=VN"), rootName, keys, rootKeys, false);
        byte[] file = file(SIZE);
        EngineSigner signer = new EngineSigner(new EngineGate(1, Duration.ofMinutes(1)), EngineLimits.standard());
        EngineSigner.How how = new EngineSigner.How(
                List.of(certificate), SignatureScheme.RSA_PKCS1, Instant.now(), "Ký văn bản", Optional.empty());
        Callable<byte[]> ours = () -> signed(signer, file, how, keys);
        Callable<?> plain = () -> plain(file, keys, certificate);
        double[] signing = least(ours, plain);
        figures.atMost("PAdES-B, 100 KB, CPU", "ms", signing[0], signing[1], SIGNING);

        VerificationFigures verification = new VerificationFigures(root, revoked(rootName, rootKeys, 0));
        byte[] small = ours.call();
        double[] verifying =
                least(verification.ours(small), verification.plain(small, true), verification.plain(small, false));
        figures.atMost("verification, 100 KB, CPU", "ms", verifying[0], verifying[1], VERIFYING);
        figures.told("  against DSS without comparison of pictures", "ms", verifying[0], verifying[2]);

        VerificationFigures many = new VerificationFigures(root, revoked(rootName, rootKeys, MANY));
        double[] withMany = least(many.ours(small), verification.ours(small));
        figures.told("  with a list of 100,000 revoked, against an empty one", "ms", withMany[0], withMany[1]);

        byte[] large = signed(signer, file(LARGE), how, keys);
        double memory = VerificationFigures.allocated(verification.ours(large));
        double plainMemory = VerificationFigures.allocated(verification.plain(large, true));
        figures.atMost("verification, 5 MB, allocated", "MiB", memory, plainMemory, MEMORY);

        double[] batch = least(
                () -> {
                    signer.unfit(file);
                    return verification.ours(signed(signer, file, how, keys)).call();
                },
                plain,
                () -> signed(keys, file));
        figures.atLeast("a file of a batch, a second of CPU", "/s", 1000 / batch[0], 1000 / batch[1], BATCH);
        figures.told("  the key alone", "/s", 1000 / batch[2], 1000 / batch[1]);
    }

    /** The least that each costs, in turn with the others. */
    private static double[] least(Callable<?>... works) throws Exception {
        double[] least = new double[works.length];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.length; i++) {
                least[i] = Math.min(least[i], millis(works[i]));
            }
        }
        return least;
    }

    private static byte[] signed(EngineSigner signer, byte[] file, EngineSigner.How how, KeyPair keys)
            throws Exception {
        return signer.sign(file, how, data -> signed(keys, data), Optional.empty())
                .file();
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

    private static byte[] file(int size) throws Exception {
        byte[] noise = new byte[size];
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

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name name, X500Name issuer, KeyPair keys, KeyPair issuerKeys, boolean authority) throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                authority ? BigInteger.ONE : BigInteger.TWO,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                name,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKeys)));
    }

    /** A list of so many others. */
    private static byte[] revoked(X500Name issuer, KeyPair keys, int others) throws Exception {
        Instant now = Instant.now();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(now.minus(Duration.ofHours(1))));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
        for (int i = 0; i < others; i++) {
            builder.addCRLEntry(
                    BigInteger.valueOf(1_000_000L + i),
                    Date.from(now.minus(Duration.ofHours(2))),
                    CRLReason.keyCompromise);
        }
        return builder.build(signer(keys)).getEncoded();
    }

    private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
    }
}
