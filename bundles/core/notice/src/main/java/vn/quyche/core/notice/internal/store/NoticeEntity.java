package vn.quyche.core.notice.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.notice.Notice;

/** A notice. Rows are written by {@link JpaNoticeStore} in bulk; the entity reads them. */
@Entity
@Table(schema = "q_notice", name = "notice")
class NoticeEntity {

    @Id
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "notice_key")
    String key;

    String kind;
    String title;
    String body;
    String link;

    @Column(name = "sent_at")
    long sentAt;

    @Column(name = "read_at")
    Long readAt;

    Notice toNotice() {
        return new Notice(
                id,
                kind,
                title,
                body,
                link,
                Instant.ofEpochMilli(sentAt),
                Optional.ofNullable(readAt).map(Instant::ofEpochMilli));
    }

    Sent toSent() {
        return new Sent(personId, key, toNotice());
    }
}
