package vn.quyche.core.directory.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** One thing to hand over or to give. */
@Entity
@Table(schema = "q_directory", name = "leaving_item")
class HandoverItemEntity {

    @Id
    String id;

    @Column(name = "leaving_id")
    String leavingId;

    String domain;

    @Column(name = "item_key")
    String itemKey;

    String clause;

    String title;

    String link;

    @Column(name = "receiver_id")
    String receiverId;

    @Column(name = "by_itself")
    boolean byItself;

    @Column(name = "leaver_confirmed_at")
    Long leaverConfirmedAt;

    @Column(name = "receiver_confirmed_at")
    Long receiverConfirmedAt;

    String state;
}
