package vn.quyche.group.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.members.GroupOperation;

/** An operation that a leader handed to a member. */
@Entity(name = "HandedOperation")
@Table(name = "handed_operation", schema = "q_group")
class HandedEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "group_name")
    String groupName;

    @Enumerated(EnumType.STRING)
    GroupOperation operation;

    @Column(name = "from_person_id")
    String fromPersonId;

    @Column(name = "from_name")
    String fromName;

    @Column(name = "to_person_id")
    String toPersonId;

    @Column(name = "to_name")
    String toName;

    @Column(name = "first_day")
    LocalDate first;

    @Column(name = "last_day")
    LocalDate last;

    String reason;

    @Column(name = "given_at")
    long givenAt;

    @Column(name = "ended_at")
    Long endedAt;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "end_reason")
    String endReason;
}
