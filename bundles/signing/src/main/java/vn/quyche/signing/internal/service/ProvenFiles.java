package vn.quyche.signing.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SigningPort;

/** The signed files with proofs that last: for who signed, and for who may see the document. */
@Component(service = ProvenFiles.class)
public final class ProvenFiles {

    private final SigningPort port;
    private final OutgoingDocuments documents;
    private final Attachments attachments;

    @Activate
    public ProvenFiles(
            @Reference SigningPort port, @Reference OutgoingDocuments documents, @Reference Attachments attachments) {
        this.port = port;
        this.documents = documents;
        this.attachments = attachments;
    }

    /** Whether {@link #of} gives the caller a file. */
    public boolean has(Caller caller, MadeSignature made) {
        boolean own = caller.personId().filter(made.personId()::equals).isPresent();
        return !made.longTermFileId().isEmpty()
                && (own || !documents.those(caller, List.of(made.documentId())).isEmpty());
    }

    /** The file of a signature. @throws NotFound {@code signing.no-proofs} when there is none that the caller may see */
    public byte[] of(Caller caller, String signatureId) {
        MadeSignature made = port.get(caller, signatureId);
        if (!has(caller, made)) {
            throw new NotFound("signing.no-proofs");
        }
        return StoredFiles.read(attachments, made.longTermFileId());
    }
}
