package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** How far the duties of a recurring rule were laid for good. */
@Entity
@Table(schema = "q_compliance", name = "duty_rule")
class RuleEntity {

    @Id
    String id;

    @Column(name = "settled_to")
    LocalDate settledTo;
}
