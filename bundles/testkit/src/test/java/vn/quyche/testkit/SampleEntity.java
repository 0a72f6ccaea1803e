package vn.quyche.testkit;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An entity written as stores write theirs. */
@Entity(name = "Thing")
@Table(schema = "q_sample", name = "thing")
class SampleEntity {

    @Id
    String id;

    String name;

    @Column(name = "since_day")
    LocalDate since;

    @Column(name = "at_ms")
    long at;

    @Column(name = "is_open")
    boolean open;

    @Column(name = "long_text")
    String longText;

    static SampleEntity of(String id, String name) {
        SampleEntity thing = new SampleEntity();
        thing.id = id;
        thing.name = name;
        thing.since = LocalDate.of(2025, 9, 5);
        thing.at = 1_757_000_000_123L;
        thing.open = true;
        thing.longText = "ậ".repeat(10_000);
        return thing;
    }
}
