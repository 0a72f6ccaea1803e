package vn.quyche.signing.internal.job;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.engine.StampTrouble;
import vn.quyche.signing.internal.service.SigningEngine;
import vn.quyche.signing.internal.service.StoredFiles;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;

/**
 * Gets the time stamps that did not come at signing. The stamped file becomes the next state of a document that is not issued
 * yet; of one that is, it is kept beside what was sent.
 */
@Component(service = Job.class)
public final class StampJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(StampJob.class);
    private static final int AT_ONCE = 50;
    private static final String OWNER = "signing.signature";

    private final JpaMadeSignatureStore store;
    private final SigningEngine engine;
    private final Verifications verifications;
    private final Attachments attachments;
    private final DocumentSigning documents;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public StampJob(
            @Reference JpaMadeSignatureStore store,
            @Reference SigningEngine engine,
            @Reference Verifications verifications,
            @Reference Attachments attachments,
            @Reference DocumentSigning documents,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.engine = engine;
        this.verifications = verifications;
        this.attachments = attachments;
        this.documents = documents;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signing.stamps";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        if (!engine.stamper().available()) {
            return;
        }
        Set<String> waiting = new LinkedHashSet<>();
        List<MadeSignature> oldest = store.waiting(AT_ONCE);
        oldest.forEach(made -> waiting.add(made.documentId()));
        for (String documentId : waiting) {
            if (!stamped(documentId)) {
                // whoever gives no stamp to one gives none to the next
                return;
            }
        }
    }

    /** Stamps the latest file of a thing, which holds all signatures on it; gives whether to go on with others. */
    private boolean stamped(String documentId) {
        MadeSignature latest = store.latest(documentId).orElseThrow();
        Caller system = Caller.system(name());
        try {
            byte[] file = engine.signer().stamp(StoredFiles.read(attachments, latest.fileId()), engine.stamper());
            if (verifications
                            .verify(system, latest.fileName(), () -> new ByteArrayInputStream(file))
                            .verdict()
                    == VerificationVerdict.INVALID) {
                tx.run(() -> store.waits(documentId, "signing.stamp-wrong"));
                return true;
            }
            Attachment stored =
                    attachments.receive(system, latest.fileName(), () -> new ByteArrayInputStream(file), file.length);
            tx.run(() -> {
                if (documents.find(latest.sha256()).isPresent()) {
                    documents.signed(system, latest.sha256(), stored.id(), latest.signedAt());
                } else {
                    attachments.attach(system, List.of(stored.id()), OWNER, latest.id());
                }
                store.stamped(documentId, stored.id(), clock.instant());
            });
            return true;
        } catch (StampTrouble e) {
            tx.run(() -> store.waits(documentId, e.code()));
            return false;
        } catch (EngineSigner.Unfit | QuycheException e) {
            LOG.warn("{} could not be stamped: {}", documentId, e.getMessage());
            tx.run(() -> store.waits(documentId, "signing.cannot-sign-file"));
            return true;
        }
    }
}
