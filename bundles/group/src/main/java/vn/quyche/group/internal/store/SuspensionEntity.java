package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.members.PostingSuspension;

/** Somebody from whom the right to post is, or was, withdrawn. */
@Entity(name = "PostingSuspension")
@Table(name = "posting_suspension", schema = "q_group")
class SuspensionEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "person_id")
    String personId;

    @Column(name = "first_day")
    LocalDate first;

    @Column(name = "last_day")
    LocalDate last;

    @Column(name = "case_id")
    String caseId;

    @Column(name = "returned_at")
    Long returnedAt;

    @Column(name = "returned_by")
    String returnedBy;

    @Column(name = "return_reason")
    String returnReason;

    /** The name of the person is the directory's matter. */
    PostingSuspension toRecord() {
        return new PostingSuspension(
                id,
                groupId,
                personId,
                "",
                first,
                last,
                caseId,
                Optional.ofNullable(returnedAt).map(Instant::ofEpochMilli),
                returnedBy,
                returnReason);
    }
}
