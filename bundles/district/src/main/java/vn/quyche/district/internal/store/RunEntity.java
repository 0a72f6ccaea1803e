package vn.quyche.district.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.district.api.CollectionRun;

@Entity(name = "CollectionRun")
@Table(name = "collection_run", schema = "q_district")
class RunEntity {
    @Id
    String id;

    @Column(name = "list_day")
    LocalDate day;

    @Enumerated(EnumType.STRING)
    CollectionRun.State state;

    @Column(name = "started_at")
    long startedAt;

    @Column(name = "started_by")
    String startedBy;

    int total;
    int done;
    int failed;

    @Column(name = "finished_at")
    Long finishedAt;

    CollectionRun toRecord() {
        return new CollectionRun(
                id,
                day,
                state,
                Instant.ofEpochMilli(startedAt),
                startedBy,
                total,
                done,
                failed,
                Optional.ofNullable(finishedAt).map(Instant::ofEpochMilli));
    }
}
