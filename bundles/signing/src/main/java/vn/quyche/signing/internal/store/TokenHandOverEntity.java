package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.token.HandOver;

/** A hand-over. */
@Entity(name = "TokenHandOver")
@Table(name = "token_hand_over", schema = "q_signing")
class TokenHandOverEntity {
    @Id
    String id;

    @Column(name = "token_id")
    String tokenId;

    String serial;

    @Enumerated(EnumType.STRING)
    HandOver.Kind kind;

    @Column(name = "giver_id")
    String giverId;

    @Column(name = "receiver_id")
    String receiverId;

    String place;

    String reason;

    @Column(name = "device_condition")
    String condition;

    @Column(name = "proposed_at")
    long proposedAt;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "giver_at")
    Long giverAt;

    @Column(name = "receiver_at")
    Long receiverAt;

    @Enumerated(EnumType.STRING)
    HandOver.State state;

    String number;

    @Column(name = "settled_at")
    Long settledAt;

    String remark;
}
