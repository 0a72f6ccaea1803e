package vn.quyche.signing.internal.store;

import java.io.Serializable;
import javax.persistence.Embeddable;

/** A part of what is seen, on a document or on documents of a kind. */
@Embeddable
class StampPlaceKey implements Serializable {
    private static final long serialVersionUID = 1L;

    String owner;
    String part;

    StampPlaceKey() {}

    StampPlaceKey(String owner, String part) {
        this.owner = owner;
        this.part = part;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StampPlaceKey k && k.owner.equals(owner) && k.part.equals(part);
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + part.hashCode();
    }
}
