package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A leaving or joining. */
@Entity
@Table(schema = "q_directory", name = "leaving")
class HandoverEntity {

    @Id
    String id;

    String direction;

    @Column(name = "person_id")
    String personId;

    String reason;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "decision_number")
    String decisionNumber;

    @Column(name = "receiver_id")
    String receiverId;

    String state;

    @Column(name = "employment_ended")
    boolean employmentEnded;

    @Column(name = "left_told")
    boolean leftTold;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "opened_at")
    long openedAt;

    @Column(name = "closed_at")
    Long closedAt;

    @Column(name = "closing_reason")
    String closingReason;
}
