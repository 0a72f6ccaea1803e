package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;

/** The account of somebody on a platform. */
@Entity(name = "PlatformAccount")
@Table(name = "platform_account", schema = "q_group")
class AccountEntity {
    @EmbeddedId
    Key key;

    String account;
    /** The account when it is a number, in its one form; else empty. */
    String phone;

    boolean installed;

    @Column(name = "given_at")
    long givenAt;

    @Column(name = "verified_at")
    Long verifiedAt;

    @Column(name = "verified_by")
    String verifiedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "verified_how")
    PlatformAccount.Method verifiedHow;

    long version;

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "person_id")
        String personId;

        @Enumerated(EnumType.STRING)
        Platform platform;

        Key() {}

        Key(String personId, Platform platform) {
            this.personId = personId;
            this.platform = platform;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.personId.equals(personId) && k.platform == platform;
        }

        @Override
        public int hashCode() {
            return personId.hashCode() * 31 + platform.hashCode();
        }
    }
}
