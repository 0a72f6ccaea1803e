package vn.quyche.bench;

import com.sun.management.ThreadMXBean;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.internal.engine.EngineGate;
import vn.quyche.signing.internal.engine.EngineLimits;
import vn.quyche.signing.internal.engine.EngineOutcome;
import vn.quyche.signing.internal.engine.EngineTrust;
import vn.quyche.signing.internal.engine.EngineVerifier;

/** What a verification costs the processor and the memory, against plain DSS in the same program. */
final class VerificationFigures {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double MIB = 1 << 20;

    private final X509Certificate root;
    private final byte[] revoked;
    private final EngineVerifier verifier =
            new EngineVerifier(new EngineGate(1, Duration.ofMinutes(1)), EngineLimits.standard());

    /**
     * @param root who has issued the certificate of the signature
     * @param revoked its list of revoked certificates, DER
     */
    VerificationFigures(X509Certificate root, byte[] revoked) {
        this.root = root;
        this.revoked = revoked;
    }

    /** Verifies a file as a school does; a file that is not valid would measure nothing. */
    Callable<?> ours(byte[] file) {
        EngineTrust trust =
                new EngineTrust(Map.of(root, TrustTrack.values()[0]), List.of(), List.of(revoked), Duration.ofDays(7));
        return () -> {
            EngineOutcome outcome = verifier.verify(file, trust, Instant.now());
            if (outcome.signatures().size() != 1
                    || outcome.signatures().get(0).verdict() != VerificationVerdict.VALID) {
                throw new IllegalStateException("not valid: " + outcome);
            }
            return outcome;
        };
    }

    /** @param pictures whether it compares pictures of pages, as it does unless told otherwise */
    Callable<?> plain(byte[] file, boolean pictures) {
        return () -> {
            PDFDocumentValidator validator =
                    new PDFDocumentValidator(new InMemoryDocument(file, "file.pdf", MimeTypeEnum.PDF));
            CommonTrustedCertificateSource roots = new CommonTrustedCertificateSource();
            roots.addCertificate(new CertificateToken(root));
            CommonCertificateVerifier certificates = new CommonCertificateVerifier();
            certificates.setTrustedCertSources(roots);
            certificates.setCrlSource(new ExternalResourcesCRLSource(new InMemoryDocument(revoked)));
            certificates.setAIASource(null);
            validator.setCertificateVerifier(certificates);
            if (!pictures) {
                PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
                DefaultPdfDifferencesFinder pages = new DefaultPdfDifferencesFinder();
                pages.setMaximalPagesAmountForVisualComparison(0);
                factory.setPdfDifferencesFinder(pages);
                validator.setPdfObjFactory(factory);
            }
            var report = validator.validateDocument().getSimpleReport();
            if (report.getIndication(report.getFirstSignatureId()) != Indication.TOTAL_PASSED) {
                throw new IllegalStateException("plain DSS: not valid");
            }
            return report;
        };
    }

    /** What a piece of work makes in memory on this thread and on the thread of the gate, in MiB. */
    static double allocated(Callable<?> work) throws Exception {
        AtomicLong inside = new AtomicLong();
        Thread looking = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
                    if (thread != null && thread.getThreadName().equals("quyche-signing")) {
                        inside.accumulateAndGet(THREADS.getThreadAllocatedBytes(thread.getThreadId()), Math::max);
                    }
                }
            }
        });
        looking.setDaemon(true);
        looking.start();
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            work.call();
        } finally {
            looking.interrupt();
            looking.join();
        }
        long here = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        return (here + inside.get()) / MIB;
    }
}
