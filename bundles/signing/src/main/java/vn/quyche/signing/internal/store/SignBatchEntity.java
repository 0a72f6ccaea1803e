package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SignatureLevel;

/** A batch; one that goes on is stored as running, and whether it does is told by how long it is believed to. */
@Entity(name = "SignBatch")
@Table(name = "sign_batch", schema = "q_signing")
class SignBatchEntity {
    @Id
    String id;

    @Column(name = "token_id")
    String tokenId;

    String serial;

    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String personName;

    @Enumerated(EnumType.STRING)
    SignatureLevel level;

    @Enumerated(EnumType.STRING)
    SignBatch.State state;

    int total;

    int done;

    int failed;

    @Column(name = "stop_code")
    String stopCode;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "ended_at")
    Long endedAt;

    @Column(name = "running_until")
    long runningUntil;

    SignBatch toRecord(Instant now) {
        boolean stopped = state == SignBatch.State.RUNNING && runningUntil <= now.toEpochMilli();
        return new SignBatch(
                id,
                tokenId,
                serial,
                personId,
                personName,
                level,
                stopped ? SignBatch.State.STOPPED : state,
                total,
                done,
                failed,
                stopCode,
                Instant.ofEpochMilli(createdAt),
                Optional.ofNullable(endedAt).map(Instant::ofEpochMilli));
    }
}
