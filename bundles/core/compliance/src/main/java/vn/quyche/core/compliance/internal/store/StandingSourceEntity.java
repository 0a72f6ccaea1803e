package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** How far a source of evidence is counted. */
@Entity
@Table(schema = "q_compliance", name = "standing_source")
class StandingSourceEntity {

    @Id
    String source;

    @Column(name = "next_day")
    LocalDate nextDay;

    @Column(name = "counted_at")
    long countedAt;
}
