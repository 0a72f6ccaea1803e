package vn.quyche.core.notice.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** What became of a person's mail of a day. */
@Entity
@Table(schema = "q_notice", name = "digest")
@IdClass(DigestEntity.Key.class)
class DigestEntity {

    @Id
    @Column(name = "person_id")
    String personId;

    @Id
    @Column(name = "digest_on")
    LocalDate day;

    String state;
    int attempts;

    @Column(name = "changed_at")
    long changedAt;

    /** Person and day. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String personId;
        LocalDate day;

        Key() {}

        Key(String personId, LocalDate day) {
            this.personId = personId;
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && personId.equals(that.personId) && day.equals(that.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(personId, day);
        }
    }
}
