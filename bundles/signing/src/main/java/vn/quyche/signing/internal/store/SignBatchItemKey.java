package vn.quyche.signing.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** The key of a document of a batch. */
public class SignBatchItemKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String batchId;
    int place;

    @Override
    public boolean equals(Object other) {
        return other instanceof SignBatchItemKey key && key.place == place && Objects.equals(key.batchId, batchId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(batchId, place);
    }
}
