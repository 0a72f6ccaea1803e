package vn.quyche.group.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;

@Entity(name = "ConductCase")
@Table(name = "conduct_case", schema = "q_group")
class CaseEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    CaseKind kind;

    @Column(name = "group_id")
    String groupId;

    String topic;

    @Column(name = "reporter_id")
    String reporterId;

    @Column(name = "reporter_name")
    String reporterName;

    /** Empty when unknown. */
    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String personName;

    @Column(name = "happened_at")
    long happenedAt;

    @Column(name = "happened_on")
    LocalDate happenedOn;

    String body;

    @Column(name = "body_folded")
    String bodyFolded;

    @Enumerated(EnumType.STRING)
    CaseState state;

    @Column(name = "opened_at")
    long openedAt;

    @Column(name = "due_at")
    long dueAt;

    @Column(name = "found_at")
    Long foundAt;

    @Column(name = "settled_at")
    Long settledAt;

    /** Empty while there is none. */
    String outcome;

    @Column(name = "posting_until")
    LocalDate postingUntil;

    long version;
}
