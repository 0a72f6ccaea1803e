package vn.quyche.signing.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.SignatureKind;

/**
 * Signs many documents with one PIN, one after the other, each whole or not at all and each asked of the guard. The PIN opens the
 * key once and is wiped; the open key is in memory only, so that after a restart the PIN is asked for again.
 */
@ProviderType
public interface SignBatches {

    /** How many documents a batch has at most. */
    int MOST = 1_000;

    /** What to sign; see {@link SigningPort.Request}. */
    record NewBatch(List<SigningPort.Document> documents, String tokenId, SignatureKind kind, SignatureLevel level) {

        public NewBatch {
            documents = documents == null ? List.of() : List.copyOf(documents);
        }
    }

    /**
     * Begins; gives the id at once.
     *
     * @param pin wiped before this returns
     * @throws vn.quyche.core.api.error.Refused as {@link SigningPort#sign} for the token and the PIN
     */
    String start(Caller caller, NewBatch batch, char[] pin);

    /** Goes on with a batch of the caller's that stopped. @throws vn.quyche.core.api.error.Conflict {@code signing.batch-state} */
    SignBatch resume(Caller caller, String batchId, char[] pin);

    /** Signs no more of it; what is signed stays signed. */
    SignBatch cancel(Caller caller, String batchId);

    /** Batches, newest first: all with {@code signing:tokens}, otherwise the caller's own. */
    Page<SignBatch> list(Caller caller, PageRequest page);

    /** One batch. @throws vn.quyche.core.api.error.NotFound {@code signing.batch-not-found} */
    SignBatch get(Caller caller, String batchId);

    /** The documents of a batch, in order. */
    Page<SignBatch.Item> items(Caller caller, String batchId, Optional<SignBatch.ItemState> state, PageRequest page);
}
