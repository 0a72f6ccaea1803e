package vn.quyche.core.notice.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.notice.internal.model.FeedKey;

/** The address of a person's calendar feed. */
@Entity
@Table(schema = "q_notice", name = "calendar")
class CalendarEntity {

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "feed_name")
    String name;

    String secret;

    @Column(name = "created_at")
    long createdAt;

    FeedKey toKey() {
        return new FeedKey(name, secret);
    }
}
