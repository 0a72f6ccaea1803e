package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.SigningKey;

/** Where the key of a token is. */
@Entity(name = "SigningKey")
@Table(name = "signing_key", schema = "q_signing")
class SigningKeyEntity {
    @Id
    @Column(name = "token_id")
    String tokenId;

    String serial;

    @Enumerated(EnumType.STRING)
    SigningKey.Kind kind;

    String library;

    @Column(name = "slot_index")
    int slotIndex;

    String scheme;

    String sealed;

    @Column(name = "wrong_pins")
    int wrongPins;

    boolean confirmed;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    long addedAt;
}
