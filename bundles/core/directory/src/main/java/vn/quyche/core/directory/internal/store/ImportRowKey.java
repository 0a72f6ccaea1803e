package vn.quyche.core.directory.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** The key of a row of a plan. */
class ImportRowKey implements Serializable {

    private static final long serialVersionUID = 1L;

    String importId;
    int position;

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportRowKey key && key.position == position && Objects.equals(key.importId, importId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(importId, position);
    }
}
