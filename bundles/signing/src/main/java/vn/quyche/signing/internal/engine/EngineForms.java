package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.cades.signature.CAdESTimestampParameters;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.XAdESTimestampParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.internal.key.KeyTrouble;

/** Signatures that are not in PDF; made like those, with one use of the key whether or not a time stamp comes. */
final class EngineForms {

    /** The name of the signature in a container, if it is a message. */
    private static final byte[] MESSAGE = "META-INF/signature.p7s".getBytes(StandardCharsets.US_ASCII);

    private EngineForms() {}

    /** A form with what the engine needs for it. */
    private record Form<P extends AbstractSignatureParameters<?>>(
            DocumentSignatureService<P, ?> service, Function<SignatureLevel, P> parameters) {}

    private static Form<?> form(SignatureFormat format) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        return switch (format) {
            case XADES -> new Form<>(new XAdESService(verifier), EngineForms::xades);
            case CADES -> new Form<>(new CAdESService(verifier), EngineForms::cades);
            case ASIC_S -> new Form<>(new ASiCWithCAdESService(verifier), EngineForms::asicS);
            case ASIC_E -> new Form<>(new ASiCWithXAdESService(verifier), EngineForms::asicE);
            case PADES -> throw new IllegalArgumentException("PDF files are signed by EngineSigner");
        };
    }

    static EngineSigner.Made sign(
            SignatureFormat format,
            byte[] file,
            String name,
            EngineSigner.How how,
            EngineSigner.Key key,
            Optional<EngineSigner.Stamper> stamper)
            throws KeyTrouble, IOException {
        return made(form(format), new InMemoryDocument(file, name), how, key, stamper);
    }

    /** What the key is to sign. */
    static byte[] toSign(SignatureFormat format, byte[] file, String name, EngineSigner.How how) {
        return toSign(form(format), new InMemoryDocument(file, name), how);
    }

    private static <P extends AbstractSignatureParameters<?>> byte[] toSign(
            Form<P> form, DSSDocument document, EngineSigner.How how) {
        return form.service()
                .getDataToSign(document, by(form.parameters().apply(SignatureLevel.B), how))
                .getBytes();
    }

    /** Adds a time stamp to what was signed without one. */
    static byte[] stamp(byte[] file, EngineSigner.Stamper stamper, StampTrouble[] trouble) throws IOException {
        DSSDocument document = new InMemoryDocument(file, "file");
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        TSPSource times = times(stamper, trouble);
        return switch (FileShape.of(file)) {
            case XML -> extended(new XAdESService(verifier), xades(SignatureLevel.T), document, times);
            case CMS -> extended(new CAdESService(verifier), cades(SignatureLevel.T), document, times);
            case ZIP ->
                isMessageInside(file)
                        ? extended(new ASiCWithCAdESService(verifier), asicS(SignatureLevel.T), document, times)
                        : extended(new ASiCWithXAdESService(verifier), asicE(SignatureLevel.T), document, times);
            default -> throw new IOException("The file is in no form that takes time stamps");
        };
    }

    /** Adds what proves signatures later. */
    static byte[] extend(
            byte[] file, LongTerm to, EngineTrust trust, EngineSigner.Stamper stamper, StampTrouble[] trouble)
            throws IOException {
        DSSDocument document = new InMemoryDocument(file, "file");
        CommonCertificateVerifier verifier = EngineVerifier.verifier(trust, new KnownLists(trust));
        // a certificate may have ended or been revoked since, and the engine takes no list for one that names no
        // address of
        // lists: whether that counts is for our own verification to say
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new SilentOnStatusAlert());
        TSPSource times = times(stamper, trouble);
        return switch (FileShape.of(file)) {
            case PDF -> {
                PAdESService service = new PAdESService(verifier);
                service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
                yield extended(service, pades(to), document, times);
            }
            case XML -> extended(new XAdESService(verifier), xades(to), document, times);
            case CMS -> extended(new CAdESService(verifier), cades(to), document, times);
            case ZIP ->
                isMessageInside(file)
                        ? extended(new ASiCWithCAdESService(verifier), asicS(to), document, times)
                        : extended(new ASiCWithXAdESService(verifier), asicE(to), document, times);
            default -> throw new IOException("The file is in no form that takes proofs");
        };
    }

    private static boolean isMessageInside(byte[] file) {
        return PdfBombs.find(file, MESSAGE, 0, file.length) >= 0;
    }

    private static PAdESSignatureParameters pades(LongTerm level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(named("PAdES", level));
        parameters.setContentSize(EngineSigner.RESERVED);
        parameters.setSignatureTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        PAdESTimestampParameters archive = new PAdESTimestampParameters(DigestAlgorithm.SHA256);
        archive.setContentSize(EngineSigner.RESERVED);
        parameters.setArchiveTimestampParameters(archive);
        return parameters;
    }

    private static <P extends AbstractSignatureParameters<?>> byte[] extended(
            DocumentSignatureService<P, ?> service, P parameters, DSSDocument document, TSPSource times)
            throws IOException {
        service.setTspSource(times);
        return EngineSigner.bytes(service.extendDocument(document, parameters));
    }

    private static TSPSource times(EngineSigner.Stamper stamper, StampTrouble[] trouble) {
        return (algorithm, digest) -> {
            try {
                return new TimestampBinary(stamper.stamp(digest));
            } catch (StampTrouble e) {
                trouble[0] = e;
                throw new IllegalStateException(e);
            }
        };
    }

    private static <P extends AbstractSignatureParameters<?>> EngineSigner.Made made(
            Form<P> form,
            DSSDocument document,
            EngineSigner.How how,
            EngineSigner.Key key,
            Optional<EngineSigner.Stamper> stamper)
            throws KeyTrouble, IOException {
        StampTrouble[] trouble = new StampTrouble[1];
        DocumentSignatureService<P, ?> service = form.service();
        stamper.ifPresent(by -> service.setTspSource(times(by, trouble)));
        P plain = by(form.parameters().apply(SignatureLevel.B), how);
        byte[] toSign = service.getDataToSign(document, plain).getBytes();
        SignatureValue value = new SignatureValue(EngineSigner.algorithm(how.scheme()), key.sign(toSign));
        if (stamper.isPresent()) {
            try {
                P stamped = by(form.parameters().apply(SignatureLevel.T), how);
                DSSDocument signed = service.signDocument(document, stamped, value);
                return new EngineSigner.Made(EngineSigner.bytes(signed), Optional.empty());
            } catch (RuntimeException e) {
                if (trouble[0] == null) {
                    throw e;
                }
            }
        }
        DSSDocument signed = service.signDocument(document, plain, value);
        return new EngineSigner.Made(EngineSigner.bytes(signed), Optional.ofNullable(trouble[0]));
    }

    private static XAdESSignatureParameters xades(Enum<?> level) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(named("XAdES", level));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setSignatureTimestampParameters(new XAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setArchiveTimestampParameters(new XAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    private static CAdESSignatureParameters cades(Enum<?> level) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(named("CAdES", level));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setSignatureTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setArchiveTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    private static ASiCWithCAdESSignatureParameters asicS(Enum<?> level) {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setSignatureLevel(named("CAdES", level));
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_S);
        parameters.setSignatureTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setArchiveTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    private static ASiCWithXAdESSignatureParameters asicE(Enum<?> level) {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(named("XAdES", level));
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureTimestampParameters(new XAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setArchiveTimestampParameters(new XAdESTimestampParameters(DigestAlgorithm.SHA256));
        return parameters;
    }

    private static eu.europa.esig.dss.enumerations.SignatureLevel named(String form, Enum<?> level) {
        return eu.europa.esig.dss.enumerations.SignatureLevel.valueOf(form + "_BASELINE_" + level);
    }

    /** Says who signs, when and how. */
    private static <P extends AbstractSignatureParameters<?>> P by(P parameters, EngineSigner.How how) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        List<CertificateToken> chain = new ArrayList<>();
        how.chain().forEach(certificate -> chain.add(new CertificateToken(certificate)));
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        // the certificate sets it, too, and knows nothing of RSASSA-PSS
        parameters.setEncryptionAlgorithm(EngineSigner.encryption(how.scheme()));
        parameters.bLevel().setSigningDate(Date.from(how.at()));
        return parameters;
    }
}
