package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.custody.LegalHold;

@Entity(name = "LegalHold")
@Table(name = "legal_hold", schema = "q_group")
class HoldEntity {
    @Id
    String id;

    @Column(name = "directive_id")
    String directiveId;

    /** Of the directive; it never changes. */
    String number;

    String title;

    String reason;

    @Column(name = "laid_by")
    String laidBy;

    @Column(name = "laid_name")
    String laidName;

    @Column(name = "laid_at")
    long laidAt;

    boolean standing;

    @Column(name = "lifted_by")
    String liftedBy;

    @Column(name = "lifted_name")
    String liftedName;

    @Column(name = "lifted_at")
    Long liftedAt;

    @Column(name = "lift_reason")
    String liftReason;

    LegalHold toRecord() {
        return new LegalHold(
                id,
                directiveId,
                number,
                title,
                reason,
                laidBy,
                laidName,
                Instant.ofEpochMilli(laidAt),
                Optional.ofNullable(liftedBy),
                liftedName,
                Optional.ofNullable(liftedAt).map(Instant::ofEpochMilli),
                liftReason);
    }
}
