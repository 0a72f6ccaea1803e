package vn.quyche.group.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Requirement;

@Entity(name = "Directive")
@Table(name = "directive", schema = "q_group")
class DirectiveEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    String number;

    @Column(name = "series_year")
    int seriesYear;

    @Column(name = "series_number")
    int seriesNumber;

    String title;

    @Column(name = "title_folded")
    String titleFolded;

    String body;

    @Enumerated(EnumType.STRING)
    Requirement requirement;

    Long deadline;
    String event;

    @Column(name = "event_folded")
    String eventFolded;

    @Column(name = "author_id")
    String authorId;

    @Column(name = "author_name")
    String authorName;

    @Enumerated(EnumType.STRING)
    DirectiveState state;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "issued_at")
    Long issuedAt;

    @Column(name = "replaces_id")
    String replacesId;

    @Column(name = "replaced_by")
    String replacedBy;

    @Column(name = "withdrawn_reason")
    String withdrawnReason;

    boolean pinned;

    @Column(name = "pin_reason")
    String pinReason;

    int pictures;
    int recipients;

    @Column(name = "previous_hash")
    String previousHash;

    String hash;

    @Column(name = "seal_version")
    int sealVersion;

    long version;
}
