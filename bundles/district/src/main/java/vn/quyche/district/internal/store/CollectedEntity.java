package vn.quyche.district.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.ReviewState;

@Entity(name = "CollectedGroup")
@Table(name = "collected_group", schema = "q_district")
class CollectedEntity {
    @Id
    String id;

    @Column(name = "school_id")
    String schoolId;

    @Embedded
    GroupColumns columns;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_change")
    GroupChange change;

    @Enumerated(EnumType.STRING)
    ReviewState state;

    /** Empty until it is recognised for the first time. */
    @Column(name = "check_code")
    String checkCode;

    @Column(name = "first_seen_at")
    long firstSeenAt;

    @Column(name = "changed_at")
    long changedAt;

    @Column(name = "gone_at")
    Long goneAt;

    long version;

    CollectedGroup toRecord(String schoolCode, String schoolName) {
        return new CollectedGroup(
                id,
                schoolId,
                schoolCode,
                schoolName,
                columns.toRecord(),
                change,
                state,
                0,
                checkCode,
                Instant.ofEpochMilli(firstSeenAt),
                Instant.ofEpochMilli(changedAt),
                Optional.ofNullable(goneAt).map(Instant::ofEpochMilli),
                version);
    }
}
