package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerifiedSignature;

/**
 * Verifies files with EU DSS under our own policy and with our own rules on top. Reaches out to nothing: no revocation service,
 * no certificate of an authority is fetched, whatever addresses a file names.
 */
public final class EngineVerifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineVerifier.class);
    private static final String POLICY = "/policy/verification.xml";

    private final EngineGate gate;
    private final EngineLimits limits;
    private volatile ValidationPolicy policy;
    private volatile EngineKnowledge knowledge;

    public EngineVerifier(EngineGate gate, EngineLimits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    /** Verifies a file; whatever it does ends in an outcome. */
    public EngineOutcome verify(byte[] file, EngineTrust trust, Instant now) {
        if (file.length > limits.bytes()) {
            return EngineOutcome.only(VerificationFinding.missing("verify.too-large", limits.bytes() >> 20));
        }
        try {
            return gate.run(limits.time(), () -> checked(file, trust, now));
        } catch (TimeoutException e) {
            return EngineOutcome.only(
                    VerificationFinding.missing("verify.too-slow", limits.time().toSeconds()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
                LOG.warn(
                        "A file ran out of {} while it was verified",
                        cause.getClass().getSimpleName());
                return EngineOutcome.only(VerificationFinding.missing("verify.too-complex"));
            }
            // the message may quote the file
            LOG.warn("A file could not be verified: {}", cause.getClass().getName());
            LOG.debug("A file could not be verified", cause);
            return EngineOutcome.only(VerificationFinding.missing("verify.unreadable"));
        }
    }

    /** The bytes that a signature of a PDF file covers. */
    public Optional<byte[]> revision(byte[] file, int number) {
        if (file.length > limits.bytes() || FileShape.of(file) != FileShape.PDF) {
            return Optional.empty();
        }
        try {
            return gate.run(limits.time(), () -> {
                List<PdfSignature> signatures = new PdfLook(file, limits)
                        .look().signatures().stream()
                                .filter(signature -> !signature.timestamp())
                                .toList();
                if (number < 1 || number > signatures.size()) {
                    return Optional.empty();
                }
                PdfSignature signature = signatures.get(number - 1);
                boolean whole = signature.findings().stream()
                        .noneMatch(finding -> finding.code().equals("verify.bad-range"));
                return whole ? Optional.of(Arrays.copyOf(file, (int) signature.end())) : Optional.empty();
            });
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("No revision could be cut out", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        gate.close();
    }

    private EngineOutcome checked(byte[] file, EngineTrust trust, Instant now) {
        FileShape shape = FileShape.of(file);
        return switch (shape) {
            case PDF -> pdf(file, trust, now);
            case ZIP ->
                FileShape.unsafeContainer(file, limits)
                        .map(EngineOutcome::only)
                        .orElseGet(() -> other(file, trust, now, shape));
            case XML ->
                PdfBombs.find(file, "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII), 0, file.length) >= 0
                        ? EngineOutcome.only(VerificationFinding.missing("verify.doctype"))
                        : other(file, trust, now, shape);
            case CMS -> message(file).map(der -> other(der, trust, now, shape)).orElseGet(EngineVerifier::unknown);
            case OTHER -> unknown();
        };
    }

    private static Optional<byte[]> message(byte[] file) {
        return file[0] == '-' ? PemMessage.of(file) : Optional.of(file);
    }

    private static EngineOutcome unknown() {
        return EngineOutcome.only(VerificationFinding.missing("verify.unknown-form"));
    }

    private EngineOutcome pdf(byte[] file, EngineTrust trust, Instant now) {
        PdfLook look = new PdfLook(file, limits).look();
        if (!look.readable()) {
            return new EngineOutcome(look.findings(), List.of());
        }
        List<VerificationFinding> findings = new ArrayList<>(look.findings());
        PDFDocumentValidator validator =
                new PDFDocumentValidator(new InMemoryDocument(file, "file.pdf", MimeTypeEnum.PDF));
        validator.setPdfObjFactory(new ReadObjects(file, look.hasLaterRevisions()));
        Reports reports = run(validator, trust, now);
        DiagnosticData data = reports.getDiagnosticData();
        Map<List<Long>, PdfSignature> open = new HashMap<>(look.byRange());
        List<VerifiedSignature> signatures = new ArrayList<>();
        SignatureRules rules = new SignatureRules(reports, knowledge(trust), now);
        List<SignatureWrapper> inOrder = data.getSignatures().stream()
                .sorted(Comparator.comparingLong(EngineVerifier::end))
                .toList();
        for (SignatureWrapper signature : inOrder) {
            PdfSignature ours = open.remove(range(signature));
            List<VerificationFinding> more = new ArrayList<>();
            if (ours == null) {
                more.add(VerificationFinding.wrong("verify.bad-range"));
            } else {
                more.addAll(ours.findings());
            }
            signatures.add(rules.judge(
                    signature,
                    signatures.size() + 1,
                    more,
                    ours != null && !look.later(ours),
                    ours == null ? 0 : ours.end()));
        }
        for (PdfSignature left : open.values()) {
            if (left.timestamp()) {
                findings.addAll(left.findings());
            } else {
                // the form shows a signature that the engine does not take for one
                findings.add(VerificationFinding.wrong("verify.bad-range"));
            }
        }
        findings.addAll(rules.unproven(data.getTimestampList()));
        if (signatures.isEmpty()) {
            findings.add(VerificationFinding.missing("verify.no-signature"));
        }
        return new EngineOutcome(findings, signatures);
    }

    private static List<Long> range(SignatureWrapper signature) {
        List<BigInteger> range = signature.getSignatureByteRange();
        return range == null
                ? List.of()
                : range.stream().map(BigInteger::longValue).toList();
    }

    private static long end(SignatureWrapper signature) {
        List<Long> range = range(signature);
        return range.size() == 4 ? range.get(2) + range.get(3) : 0;
    }

    private EngineOutcome other(byte[] file, EngineTrust trust, Instant now, FileShape shape) {
        SignedDocumentValidator validator;
        try {
            validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(file, "file"));
        } catch (RuntimeException e) {
            LOG.debug("No validator takes the file", e);
            return unknown();
        }
        if (validator instanceof PDFDocumentValidator) {
            return unknown();
        }
        Reports reports = run(validator, trust, now);
        List<SignatureWrapper> found = reports.getDiagnosticData().getSignatures();
        if (found.isEmpty()) {
            return EngineOutcome.only(VerificationFinding.missing("verify.no-signature"));
        }
        if (found.size() > limits.signatures()) {
            return EngineOutcome.only(VerificationFinding.missing("verify.too-many-signatures", limits.signatures()));
        }
        SignatureRules rules = new SignatureRules(reports, knowledge(trust), now);
        List<VerificationFinding> findings = new ArrayList<>();
        if (shape == FileShape.CMS && !CmsShape.attributesInDer(file)) {
            findings.add(VerificationFinding.wrong("verify.not-der"));
        }
        boolean enveloping = shape == FileShape.XML && found.size() == 1 && EnvelopingXml.holdsWhole(file);
        List<VerifiedSignature> signatures = new ArrayList<>();
        for (SignatureWrapper signature : found) {
            List<VerificationFinding> more = new ArrayList<>();
            if (!signature.isCounterSignature() && !SignatureRules.coversWhole(signature) && !enveloping) {
                more.add(VerificationFinding.missing("verify.part-only"));
            }
            boolean all = more.isEmpty();
            signatures.add(rules.judge(signature, signatures.size() + 1, more, all, 0));
        }
        return new EngineOutcome(findings, signatures);
    }

    private Reports run(SignedDocumentValidator validator, EngineTrust trust, Instant now) {
        validator.setCertificateVerifier(verifier(trust, knowledge(trust).known()));
        validator.setDefaultDigestAlgorithm(DigestAlgorithm.SHA256);
        validator.setValidationTime(Date.from(now));
        validator.setEnableEtsiValidationReport(false);
        validator.setIncludeSemantics(false);
        return validator.validateDocument(policy());
    }

    private EngineKnowledge knowledge(EngineTrust trust) {
        EngineKnowledge now = knowledge;
        if (now == null || now.trust() != trust) {
            now = EngineKnowledge.of(trust);
            knowledge = now;
        }
        return now;
    }

    /** What the engine believes: nothing but what it is given. */
    static CommonCertificateVerifier verifier(EngineTrust trust, CRLSource lists) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
        trust.roots().keySet().forEach(root -> roots.addCertificate(new CertificateToken(root)));
        verifier.setTrustedCertSources(roots);
        CommonCertificateSource authorities = new CommonCertificateSource();
        trust.authorities().forEach(authority -> authorities.addCertificate(new CertificateToken(authority)));
        verifier.setAdjunctCertSources(authorities);
        verifier.setCrlSource(lists);
        verifier.setOcspSource(null);
        verifier.setAIASource(null);
        return verifier;
    }

    private ValidationPolicy policy() {
        ValidationPolicy known = policy;
        if (known == null) {
            try (InputStream in = EngineVerifier.class.getResourceAsStream(POLICY)) {
                known = new EtsiValidationPolicyFactory().loadValidationPolicy(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            policy = known;
        }
        return known;
    }

    /** How long one file may take. */
    public Duration time() {
        return limits.time();
    }

    /** The limits of a file. */
    public EngineLimits limits() {
        return limits;
    }
}
