package vn.quyche.signing.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** The place of a step in its case. */
@Embeddable
class TokenStepKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "case_id")
    String caseId;

    int place;

    TokenStepKey() {}

    TokenStepKey(String caseId, int place) {
        this.caseId = caseId;
        this.place = place;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TokenStepKey k && k.caseId.equals(caseId) && k.place == place;
    }

    @Override
    public int hashCode() {
        return caseId.hashCode() * 31 + place;
    }
}
