package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/**
 * Makes signatures with EU DSS. The key signs once: when no time stamp comes, the same signature is kept without one, and
 * nobody is asked for the PIN again.
 */
public final class EngineSigner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSigner.class);
    /** Bytes kept free in the file for a signature with chain and time stamp. */
    static final int RESERVED = 24 * 1024;

    private final EngineGate gate;
    private final EngineLimits limits;

    public EngineSigner(EngineGate gate, EngineLimits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    @Override
    public void close() {
        gate.close();
    }

    /**
     * How to sign.
     *
     * @param chain the certificate and those above it, as far as they are known
     * @param scheme how the key signs
     * @param at the time of signing
     * @param reason why, as it stands in the file
     * @param stamp what is seen of it; empty when nothing is
     */
    public record How(
            List<X509Certificate> chain, SignatureScheme scheme, Instant at, String reason, Optional<Stamp> stamp) {

        public How {
            chain = List.copyOf(chain);
        }
    }

    /**
     * A signed file.
     *
     * @param file its bytes
     * @param stampTrouble why it has no time stamp although one was asked for; empty otherwise
     */
    public record Made(byte[] file, Optional<StampTrouble> stampTrouble) {}

    /** The largest file, in bytes. */
    public long largestFile() {
        return limits.bytes();
    }

    /** Signs bytes with the key. */
    @FunctionalInterface
    public interface Key {
        byte[] sign(byte[] data) throws KeyTrouble;
    }

    /** Gets a time stamp over a SHA-256. */
    @FunctionalInterface
    public interface Stamper {
        byte[] stamp(byte[] sha256) throws StampTrouble;
    }

    /** What makes a file unfit to be signed in a form; empty when it is fit. */
    public Optional<VerificationFinding> unfit(SignatureFormat format, byte[] file) {
        if (format == SignatureFormat.PADES) {
            return unfit(file);
        }
        if (file.length > limits.bytes()) {
            return Optional.of(VerificationFinding.missing("verify.too-large", limits.bytes() >> 20));
        }
        return format == SignatureFormat.XADES && FileShape.of(file) != FileShape.XML
                ? Optional.of(VerificationFinding.missing("signing.not-xml"))
                : Optional.empty();
    }

    /** What makes a PDF file unfit to be signed; empty when it is fit. */
    public Optional<VerificationFinding> unfit(byte[] file) {
        if (file.length > limits.bytes()) {
            return Optional.of(VerificationFinding.missing("verify.too-large", limits.bytes() >> 20));
        }
        try {
            return gate.run(limits.time(), () -> new PdfFitness(limits).trouble(file));
        } catch (TimeoutException e) {
            return Optional.of(
                    VerificationFinding.missing("verify.too-slow", limits.time().toSeconds()));
        } catch (ExecutionException e) {
            LOG.debug("A file could not be looked at", e);
            return Optional.of(VerificationFinding.missing("verify.unreadable"));
        }
    }

    /**
     * Signs a PDF file (PAdES), at level B, or T when there is a stamper and it stamps.
     *
     * @throws KeyTrouble when the key did not sign
     * @throws Unfit when the file cannot take a signature
     */
    public Made sign(byte[] file, How how, Key key, Optional<Stamper> stamper) throws KeyTrouble, Unfit {
        return inside(limits.time().plus(Duration.ofMinutes(2)), () -> pades(file, how, key, stamper));
    }

    /**
     * What the key is to sign so that a file is signed. {@link #finish} with the same file and the same way makes the signature
     * of it, whenever and in whichever run of the program: nothing of the engine is kept in between.
     *
     * @throws Unfit when the file cannot take a signature
     */
    public byte[] toSign(byte[] file, How how) throws Unfit {
        return withoutKey(() -> service(Optional.empty(), how.stamp(), new StampTrouble[1])
                .getDataToSign(pdf(file), b(how))
                .getBytes());
    }

    /**
     * Puts the value that a key made of {@link #toSign} into the file.
     *
     * @throws Unfit when the file cannot take a signature, or {@code signing.preparation-outdated} when it would not be over
     *     what the key signed
     */
    public Made finish(byte[] file, How how, byte[] signed, byte[] value, Optional<Stamper> stamper) throws Unfit {
        return withoutKey(() -> {
            StampTrouble[] trouble = new StampTrouble[1];
            PAdESService service = service(stamper, how.stamp(), trouble);
            PAdESSignatureParameters plain = b(how);
            if (!Arrays.equals(signed, service.getDataToSign(pdf(file), plain).getBytes())) {
                throw new Unfit("signing.preparation-outdated");
            }
            return put(service, trouble, file, how, plain, value, stamper.isPresent());
        });
    }

    /** What the key is to sign so that a file is signed in a form, as {@link #toSign(byte[], How)} for a PDF file. */
    public byte[] toSign(SignatureFormat format, byte[] file, String name, How how) throws Unfit {
        return format == SignatureFormat.PADES
                ? toSign(file, how)
                : withoutKey(() -> EngineForms.toSign(format, file, name, how));
    }

    /** Puts a value into a file in a form, as {@link #finish(byte[], How, byte[], byte[], Optional)} into a PDF file. */
    public Made finish(
            SignatureFormat format,
            byte[] file,
            String name,
            How how,
            byte[] signed,
            byte[] value,
            Optional<Stamper> stamper)
            throws Unfit {
        if (format == SignatureFormat.PADES) {
            return finish(file, how, signed, value, stamper);
        }
        return withoutKey(() -> {
            if (!Arrays.equals(signed, EngineForms.toSign(format, file, name, how))) {
                throw new Unfit("signing.preparation-outdated");
            }
            return EngineForms.sign(format, file, name, how, data -> value, stamper);
        });
    }

    private <T> T withoutKey(Callable<T> work) throws Unfit {
        try {
            return inside(limits.time().plus(Duration.ofMinutes(2)), work);
        } catch (KeyTrouble e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs a file in a form, as {@link #sign(byte[], How, Key, Optional)} signs a PDF file.
     *
     * @param name the name under which the file is signed; a PDF file knows none
     */
    public Made sign(SignatureFormat format, byte[] file, String name, How how, Key key, Optional<Stamper> stamper)
            throws KeyTrouble, Unfit {
        if (format == SignatureFormat.PADES) {
            return sign(file, how, key, stamper);
        }
        return inside(
                limits.time().plus(Duration.ofMinutes(2)),
                () -> EngineForms.sign(format, file, name, how, key, stamper));
    }

    /** Adds a time stamp over a signed file, with all that it holds. */
    public byte[] stamp(byte[] file, Stamper stamper) throws StampTrouble, Unfit {
        StampTrouble[] trouble = new StampTrouble[1];
        try {
            return inside(limits.time().plus(Duration.ofMinutes(2)), () -> {
                if (FileShape.of(file) != FileShape.PDF) {
                    return EngineForms.stamp(file, stamper, trouble);
                }
                PAdESTimestampParameters parameters = new PAdESTimestampParameters(DigestAlgorithm.SHA256);
                parameters.setContentSize(RESERVED);
                return bytes(
                        service(Optional.of(stamper), Optional.empty(), trouble).timestamp(pdf(file), parameters));
            });
        } catch (Unfit | Unavailable e) {
            if (trouble[0] != null) {
                throw trouble[0];
            }
            throw e;
        } catch (KeyTrouble e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts into a signed file what proves its signatures later: certificates and lists of revoked certificates (level LT), and
     * a time stamp over all of it (level LTA). What is there stays; from LTA on, the proofs of the last time stamp are added
     * and a further one goes over all.
     *
     * @param trust what is believed; nothing else goes in
     * @param stamper asked at level LTA alone
     * @throws Unfit {@code signing.proofs-missing} when something to be put in is not there
     */
    public byte[] extend(byte[] file, LongTerm to, EngineTrust trust, Stamper stamper) throws StampTrouble, Unfit {
        StampTrouble[] trouble = new StampTrouble[1];
        try {
            return inside(limits.time().plus(Duration.ofMinutes(2)), () -> {
                try {
                    return EngineForms.extend(file, to, trust, stamper, trouble);
                } catch (RuntimeException e) {
                    LOG.debug("A file could not be extended", e);
                    throw new Unfit("signing.proofs-missing");
                }
            });
        } catch (Unfit | Unavailable e) {
            if (trouble[0] != null) {
                throw trouble[0];
            }
            throw e;
        } catch (KeyTrouble e) {
            throw new IllegalStateException(e);
        }
    }

    private Made pades(byte[] file, How how, Key key, Optional<Stamper> stamper) throws KeyTrouble, IOException {
        StampTrouble[] trouble = new StampTrouble[1];
        PAdESService service = service(stamper, how.stamp(), trouble);
        PAdESSignatureParameters plain = b(how);
        byte[] toSign = service.getDataToSign(pdf(file), plain).getBytes();
        return put(service, trouble, file, how, plain, key.sign(toSign), stamper.isPresent());
    }

    /** @param plain those with which the data were made: the engine keeps the file with its free place in them */
    private static Made put(
            PAdESService service,
            StampTrouble[] trouble,
            byte[] file,
            How how,
            PAdESSignatureParameters plain,
            byte[] signed,
            boolean stamp)
            throws IOException {
        SignatureValue value = new SignatureValue(algorithm(how.scheme()), signed);
        if (stamp) {
            try {
                PAdESSignatureParameters stamped = parameters(how, SignatureLevel.PAdES_BASELINE_T);
                return new Made(bytes(service.signDocument(pdf(file), stamped, value)), Optional.empty());
            } catch (RuntimeException e) {
                if (trouble[0] == null) {
                    throw e;
                }
            }
        }
        return new Made(bytes(service.signDocument(pdf(file), plain, value)), Optional.ofNullable(trouble[0]));
    }

    private static PAdESSignatureParameters b(How how) {
        return parameters(how, SignatureLevel.PAdES_BASELINE_B);
    }

    private static PAdESService service(Optional<Stamper> stamper, Optional<Stamp> seen, StampTrouble[] trouble) {
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        service.setPdfObjFactory(
                seen.<IPdfObjFactory>map(StampedObjects::new).orElseGet(PdfBoxNativeObjectFactory::new));
        stamper.ifPresent(by -> service.setTspSource((algorithm, digest) -> {
            try {
                return new TimestampBinary(by.stamp(digest));
            } catch (StampTrouble e) {
                trouble[0] = e;
                throw new IllegalStateException(e);
            }
        }));
        return service;
    }

    private static PAdESSignatureParameters parameters(How how, SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(how.chain().get(0)));
        List<CertificateToken> chain = new ArrayList<>();
        how.chain().forEach(certificate -> chain.add(new CertificateToken(certificate)));
        parameters.setCertificateChain(chain);
        parameters.setEncryptionAlgorithm(encryption(how.scheme()));
        parameters.bLevel().setSigningDate(Date.from(how.at()));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(VietnamTime.ZONE));
        parameters.setReason(how.reason());
        parameters.setAppName("Quyche");
        parameters.setContentSize(RESERVED);
        how.stamp().ifPresent(stamp -> parameters.setImageParameters(image(stamp)));
        parameters.setSignatureTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    /** Says that there is something to see, and on which page; the rest is for {@link StampDrawer}. */
    private static SignatureImageParameters image(Stamp stamp) {
        SignatureImageParameters image = new SignatureImageParameters();
        image.setImage(new InMemoryDocument(new byte[] {0}, "stamp.png", MimeTypeEnum.PNG));
        image.getFieldParameters().setPage(stamp.page());
        return image;
    }

    static EncryptionAlgorithm encryption(SignatureScheme scheme) {
        return switch (scheme) {
            case RSA_PKCS1 -> EncryptionAlgorithm.RSA;
            case RSA_PSS -> EncryptionAlgorithm.RSASSA_PSS;
            case ECDSA -> EncryptionAlgorithm.ECDSA;
        };
    }

    static SignatureAlgorithm algorithm(SignatureScheme scheme) {
        return SignatureAlgorithm.getAlgorithm(encryption(scheme), DigestAlgorithm.SHA256);
    }

    private static DSSDocument pdf(byte[] file) {
        return new InMemoryDocument(file, "file.pdf", MimeTypeEnum.PDF);
    }

    static byte[] bytes(DSSDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.writeTo(out);
        return out.toByteArray();
    }

    private <T> T inside(Duration time, Callable<T> work) throws KeyTrouble, Unfit {
        try {
            return gate.run(time, work);
        } catch (TimeoutException e) {
            throw new Unavailable("signing.too-slow", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeyTrouble trouble) {
                throw trouble;
            }
            if (e.getCause() instanceof Unfit unfit) {
                throw unfit;
            }
            // the message may quote the file
            LOG.debug("A file could not be signed", e.getCause());
            throw new Unfit("signing.cannot-sign-file");
        }
    }

    /** The file cannot take a signature. */
    public static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Unfit(String code) {
            super(code);
            this.code = code;
        }

        /** The key of the message. */
        public String code() {
            return code;
        }
    }
}
