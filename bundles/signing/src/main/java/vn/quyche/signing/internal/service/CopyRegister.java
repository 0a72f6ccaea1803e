package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.internal.store.CopyEntry;
import vn.quyche.signing.internal.store.JpaSignedCopyStore;

/** The register of copies: what was signed gets its line and number in the transaction of its signature, and nothing else does. */
@Component(service = CopyRegister.class)
public final class CopyRegister {

    private static final String COPY = "SIGNED_COPY";

    private final Acts acts;
    private final Directory directory;
    private final DocumentSigning documents;
    private final Attachments attachments;
    private final JpaSignedCopyStore store;
    private final Clock clock;

    @Activate
    public CopyRegister(
            @Reference Acts acts,
            @Reference Directory directory,
            @Reference DocumentSigning documents,
            @Reference Attachments attachments,
            @Reference JpaSignedCopyStore store,
            @Reference Clock clock) {
        this.acts = acts;
        this.directory = directory;
        this.documents = documents;
        this.attachments = attachments;
        this.store = store;
        this.clock = clock;
    }

    static Act act(Caller caller) {
        return Act.create(COPY, "signing.make-copy", TokenPermissions.HOLD, Scope.own(caller));
    }

    /** The document to which an attachment belongs. */
    DocumentSigning.Signable main(SigningPort.Document asked) {
        return documents
                .find(asked.sha256())
                .filter(one -> one.documentId().equals(asked.documentId()))
                .orElseThrow(() -> new Refused("MT.11.3", "signing.not-approved"));
    }

    /** Adds what a value from elsewhere has just signed, when it is a copy. */
    void settle(Caller caller, String preparationId, MadeSignature signature) {
        store.prepared(preparationId).ifPresent(entry -> {
            // the document may have been signed anew or sent since
            entry.document().ifPresent(this::main);
            add(caller, entry, signature);
        });
    }

    /** Adds what was just signed. */
    @Regulated("TA.10.1")
    SignedCopy add(Caller caller, CopyEntry entry, MadeSignature signature) {
        return acts.perform(caller, act(caller), log -> {
            CopyKind kind = entry.kind();
            int year = VietnamTime.today(clock).getYear();
            int number = kind.numbered() ? store.nextNumber(year) : 0;
            String code = kind.numbered()
                    ? "%02d/%s-%s"
                            .formatted(number, kind.code(), directory.school().abbreviation())
                    : entry.title();
            SignedCopy copy = new SignedCopy(
                    entry.id(),
                    kind,
                    year,
                    number,
                    code,
                    entry.document().map(SigningPort.Document::documentId).orElse(entry.source()),
                    entry.basis(),
                    signature.fileName(),
                    entry.sourceSha256(),
                    signature.id(),
                    signature.fileId(),
                    signature.sha256(),
                    signature.personId(),
                    signature.personName(),
                    signature.signedAt());
            store.insert(copy);
            attachments.attach(caller, List.of(signature.fileId()), COPY, entry.id());
            log.subject(entry.id());
            log.changed(null, copy);
            return copy;
        });
    }
}
