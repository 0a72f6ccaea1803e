package vn.quyche.signing.internal.service;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.internal.engine.EngineOutcome;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.engine.EngineTrust;
import vn.quyche.signing.internal.engine.LongTerm;
import vn.quyche.signing.internal.engine.StampTrouble;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;

/**
 * Puts proofs that last into the signed file of a document, and renews the time stamp over them. The file with the proofs is
 * kept beside what was sent; of what cannot be done it is written down why, and when to try again, ever more seldom.
 */
@Component(service = LongTermWork.class)
public final class LongTermWork {

    private static final Logger LOG = LoggerFactory.getLogger(LongTermWork.class);
    private static final String NAME = "signing.long-term";
    private static final String OWNER = "signing.signature";
    private static final Duration FIRST_WAIT = Duration.ofMinutes(30);
    /** Waiting doubles up to a day. */
    private static final int LONGEST_DOUBLING = 6;

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final JpaMadeSignatureStore store;
    private final SigningEngine engine;
    private final TrustSnapshots trust;
    private final Attachments attachments;
    private final DocumentSigning documents;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public LongTermWork(
            @Reference JpaMadeSignatureStore store,
            @Reference SigningEngine engine,
            @Reference TrustSnapshots trust,
            @Reference Attachments attachments,
            @Reference DocumentSigning documents,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.engine = engine;
        this.trust = trust;
        this.attachments = attachments;
        this.documents = documents;
        this.tx = tx;
        this.clock = clock;
    }

    /** Why there are no proofs yet. */
    private static final class Waits extends Exception {

        private static final long serialVersionUID = 1L;

        Waits(String code) {
            super(code);
        }
    }

    /** Somebody else was quicker: what was stored here goes back with its transaction. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A file with proofs. */
    private record Proven(byte[] file, LongTerm level, String code, Instant due) {}

    /**
     * Extends the file of a document; what is in vain is tried again later, ever more seldom.
     *
     * @return why there are no proofs yet, as a code with a text; empty when they are there
     */
    public Optional<String> extend(String documentId, LongTerm wanted) {
        return extend(documentId, wanted, this::laterAgain);
    }

    /** The same because a person asks: what is in vain does not put the next try off. */
    Optional<String> extendNow(String documentId, LongTerm wanted) {
        return extend(documentId, wanted, (latest, code) -> store.longTermSays(latest.documentId(), code));
    }

    private Optional<String> extend(String documentId, LongTerm wanted, BiConsumer<MadeSignature, String> inVain) {
        MadeSignature latest = store.latest(documentId).orElseThrow();
        Caller system = Caller.system(NAME);
        try {
            Proven proven = proven(latest, wanted);
            byte[] file = proven.file();
            Attachment stored =
                    attachments.receive(system, latest.fileName(), () -> new ByteArrayInputStream(file), file.length);
            tx.run(() -> {
                attachments.attach(system, List.of(stored.id()), OWNER, latest.id());
                if (!store.extended(
                        documentId,
                        latest.longTermFileId(),
                        proven.level().name(),
                        stored.id(),
                        proven.code(),
                        proven.due())) {
                    throw new Overtaken();
                }
            });
            return Optional.of(proven.code()).filter(code -> !code.isEmpty());
        } catch (Overtaken e) {
            LOG.info("{} was extended by somebody else", documentId);
            return Optional.empty();
        } catch (Waits | StampTrouble e) {
            return tell(inVain, latest, e.getMessage());
        } catch (EngineSigner.Unfit | QuycheException e) {
            LOG.warn("{} could not be extended: {}", documentId, e.getMessage());
            return tell(inVain, latest, "signing.proofs-missing");
        }
    }

    private static Optional<String> tell(BiConsumer<MadeSignature, String> inVain, MadeSignature latest, String code) {
        inVain.accept(latest, code);
        return Optional.of(code);
    }

    private void laterAgain(MadeSignature latest, String code) {
        int tries = Math.min(store.longTermTries(latest.id()), LONGEST_DOUBLING);
        Duration wait = FIRST_WAIT.multipliedBy(1L << tries);
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        tx.run(() ->
                store.longTermWaits(latest.documentId(), code, clock.instant().plus(bounded)));
    }

    private Proven proven(MadeSignature latest, LongTerm wanted) throws Waits, StampTrouble, EngineSigner.Unfit {
        byte[] file = StoredFiles.read(attachments, latest.lastFileId());
        if (documents.find(Fingerprint.of(file)).isPresent()) {
            throw new Waits("signing.not-issued");
        }
        if (latest.stamp() != MadeSignature.Stamp.STAMPED) {
            throw new Waits("signing.no-stamp");
        }
        EngineTrust now = trust.now();
        if (latest.longTerm().isEmpty()) {
            for (VerifiedSignature signature : valid(file, now)) {
                Optional<Instant> stamped = signature.stampedAt();
                if (stamped.isEmpty()) {
                    throw new Waits("signing.no-stamp");
                }
                if (signature
                        .statusAsOf()
                        .filter(known -> !known.isBefore(stamped.get()))
                        .isEmpty()) {
                    throw new Waits("signing.lists-older");
                }
            }
            file = engine.signer().extend(file, LongTerm.LT, now, engine.stamper());
            EngineTrust alone = new EngineTrust(now.roots(), now.authorities(), List.of(), now.freshness());
            reaches(valid(file, alone), LongTerm.LT);
        }
        if (wanted == LongTerm.LT && !latest.longTerm().equals(LongTerm.LTA.name())) {
            return new Proven(file, LongTerm.LT, "", clock.instant());
        }
        try {
            byte[] archived = engine.signer().extend(file, LongTerm.LTA, now, engine.stamper());
            List<VerifiedSignature> signatures = valid(archived, now);
            reaches(signatures, LongTerm.LTA);
            Instant until = signatures.stream()
                    .map(VerifiedSignature::archivedUntil)
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant due = until.minus(engine.renewBefore());
            // a certificate that ends so soon is not renewed with itself over and over
            Instant earliest = clock.instant().plus(LONGEST_WAIT);
            return new Proven(archived, LongTerm.LTA, "", due.isBefore(earliest) ? earliest : due);
        } catch (StampTrouble e) {
            if (!latest.longTerm().isEmpty()) {
                throw e;
            }
            return new Proven(file, LongTerm.LT, e.code(), clock.instant().plus(FIRST_WAIT));
        }
    }

    /** The signatures of a file that holds. */
    private List<VerifiedSignature> valid(byte[] file, EngineTrust believed) throws Waits {
        EngineOutcome outcome = engine.verifier().verify(file, believed, clock.instant());
        List<VerificationFinding> all = new ArrayList<>(outcome.findings());
        outcome.signatures().forEach(signature -> all.addAll(signature.findings()));
        for (VerificationFinding finding : all) {
            if (finding.verdict() != VerificationVerdict.VALID) {
                throw new Waits(
                        finding.code().startsWith("verify.revoked")
                                ? "signing.revoked-meanwhile"
                                : "signing.not-valid-now");
            }
        }
        return outcome.signatures();
    }

    private static void reaches(List<VerifiedSignature> signatures, LongTerm level) throws Waits {
        if (signatures.isEmpty()
                || !signatures.stream().allMatch(one -> one.level().endsWith("-" + level))) {
            throw new Waits("signing.proofs-missing");
        }
    }
}
