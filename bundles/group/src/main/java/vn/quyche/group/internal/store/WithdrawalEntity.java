package vn.quyche.group.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Somebody from whom the right to post is withdrawn. */
@Entity(name = "PostingWithdrawal")
@Table(name = "posting_withdrawal", schema = "q_group")
class WithdrawalEntity {
    @EmbeddedId
    Key key;

    @Column(name = "until_day")
    LocalDate until;

    @Column(name = "case_id")
    String caseId;

    WithdrawalEntity() {}

    WithdrawalEntity(String groupId, String personId) {
        key = new Key();
        key.groupId = groupId;
        key.personId = personId;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        @Column(name = "person_id")
        String personId;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.groupId.equals(groupId) && k.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return groupId.hashCode() * 31 + personId.hashCode();
        }
    }
}
