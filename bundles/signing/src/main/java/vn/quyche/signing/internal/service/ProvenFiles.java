package vn.quyche.signing.internal.service;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.internal.engine.LongTerm;
import vn.quyche.signing.internal.store.JpaSignedCopyStore;

/**
 * The signed files with proofs that last: for who signed, and for who may see the document. They come by themselves where
 * the school wants them, and at once when who signed or who keeps the tokens asks.
 */
@Component(service = ProvenFiles.class)
public final class ProvenFiles {

    private final SigningPort port;
    private final OutgoingDocuments documents;
    private final Attachments attachments;
    private final SigningEngine engine;
    private final LongTermWork work;
    private final JpaSignedCopyStore copies;
    private final TokenSight sight;
    private final Acts acts;
    private final Access access;

    @Activate
    public ProvenFiles(
            @Reference SigningPort port,
            @Reference OutgoingDocuments documents,
            @Reference Attachments attachments,
            @Reference SigningEngine engine,
            @Reference LongTermWork work,
            @Reference JpaSignedCopyStore copies,
            @Reference TokenSight sight,
            @Reference Acts acts,
            @Reference Access access) {
        this.port = port;
        this.documents = documents;
        this.attachments = attachments;
        this.engine = engine;
        this.work = work;
        this.copies = copies;
        this.sight = sight;
        this.acts = acts;
        this.access = access;
    }

    /** Whether {@link #of} gives the caller a file. */
    public boolean has(Caller caller, MadeSignature made) {
        boolean own = caller.personId().filter(made.personId()::equals).isPresent();
        return !made.longTermFileId().isEmpty()
                && (own
                        || !documents.those(caller, List.of(made.documentId())).isEmpty()
                        || sight.seesAll(caller)
                                && copies.find(made.documentId()).isPresent());
    }

    /** The file of a signature. @throws NotFound {@code signing.no-proofs} when there is none that the caller may see */
    public byte[] of(Caller caller, String signatureId) {
        MadeSignature made = port.get(caller, signatureId);
        if (!has(caller, made)) {
            throw new NotFound("signing.no-proofs");
        }
        return StoredFiles.read(attachments, made.longTermFileId());
    }

    /** Whether {@link #extend} has something to do that the caller may ask for. */
    public boolean mayExtend(Caller caller, MadeSignature made) {
        Act act = act(caller, made);
        return made.stamp() == MadeSignature.Stamp.STAMPED
                && !stands(made)
                && access.allows(caller, act.permission(), act.scope());
    }

    /**
     * Puts the proofs into the file now and not at its turn: those that the school wants, else all (LTA). It asks the time
     * stamp service and waits for it.
     *
     * @return the signature, with its proofs
     * @throws Conflict {@code signing.has-proofs} when they are there, else with the code of what they wait for; what the
     *     file got so far stays
     */
    public MadeSignature extend(Caller caller, String signatureId) {
        MadeSignature before = port.get(caller, signatureId);
        Act act = act(caller, before);
        access.require(caller, act.permission(), act.scope());
        // Outside of the act: nothing of the database is held while another server is waited for.
        Optional<String> lacks =
                stands(before) ? Optional.of("signing.has-proofs") : work.extendNow(before.documentId(), wanted());
        return acts.perform(caller, act, log -> {
            if (lacks.isPresent()) {
                throw new Conflict(lacks.get());
            }
            MadeSignature after = port.get(caller, signatureId);
            log.changed(before.proofs(), after.proofs());
            return after;
        });
    }

    private LongTerm wanted() {
        return engine.wanted().orElse(LongTerm.LTA);
    }

    private boolean stands(MadeSignature made) {
        return made.longTerm().equals(LongTerm.LTA.name()) || made.longTerm().equals(wanted().name());
    }

    /** The own signature is everybody's to extend, those of others are for who keeps the tokens. */
    private static Act act(Caller caller, MadeSignature made) {
        boolean own = caller.personId().filter(made.personId()::equals).isPresent();
        return own
                ? Act.on("signing.signature", made.id(), "signing.extend", TokenPermissions.HOLD, Scope.own(caller))
                : Act.on("signing.signature", made.id(), "signing.extend", TokenPermissions.KEEP, Scope.school());
    }
}
