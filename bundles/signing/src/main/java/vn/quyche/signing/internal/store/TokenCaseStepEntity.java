package vn.quyche.signing.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.signing.api.token.TokenCase;

/** A step of a case. */
@Entity(name = "TokenCaseStep")
@Table(name = "token_case_step", schema = "q_signing")
class TokenCaseStepEntity {
    @EmbeddedId
    TokenStepKey key;

    @Enumerated(EnumType.STRING)
    TokenCase.StepKind kind;

    @Column(name = "done_at")
    long doneAt;

    @Column(name = "by_name")
    String byName;

    String body;

    TokenCase.Step toRecord() {
        return new TokenCase.Step(kind, Instant.ofEpochMilli(doneAt), byName, body);
    }
}
