package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.core.api.compliance.ParameterValues;

/** A value that the school decided for a parameter. */
@Entity
@Table(schema = "q_compliance", name = "parameter_value")
@IdClass(ParameterValueEntity.Key.class)
class ParameterValueEntity {

    @Id
    @Column(name = "parameter_key")
    String key;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "parameter_value")
    String value;

    String decision;

    @Column(name = "entered_by")
    String enteredBy;

    @Column(name = "entered_at")
    long enteredAt;

    ParameterValues.Value toValue() {
        return new ParameterValues.Value(value, validFrom, decision, enteredBy, Instant.ofEpochMilli(enteredAt));
    }

    /** Parameter and day. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String key;
        LocalDate validFrom;

        Key() {}

        Key(String key, LocalDate validFrom) {
            this.key = key;
            this.validFrom = validFrom;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && key.equals(that.key) && validFrom.equals(that.validFrom);
        }

        @Override
        public int hashCode() {
            return Objects.hash(key, validFrom);
        }
    }
}
