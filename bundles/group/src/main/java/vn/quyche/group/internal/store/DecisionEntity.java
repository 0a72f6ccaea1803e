package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Platform;

@Entity(name = "GroupDecision")
@Table(name = "group_decision", schema = "q_group")
class DecisionEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    int place;

    @Enumerated(EnumType.STRING)
    GroupDisposition disposition;

    String authority;
    String number;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    String signer;
    String reason;

    @Column(name = "look_alike_reason")
    String lookAlikeReason;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column(name = "until_on")
    LocalDate untilOn;

    @Column(name = "into_id")
    String intoId;

    String code;
    String name;

    @Column(name = "name_folded")
    String nameFolded;

    @Column(name = "sort_key")
    String sortKey;

    @Enumerated(EnumType.STRING)
    Platform platform;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    GroupStatus status;

    @Column(name = "recorded_at")
    Long recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    boolean pending;

    @Column(name = "withdrawn_at")
    Long withdrawnAt;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    @Column(name = "withdrawn_reason")
    String withdrawnReason;

    DecisionEntity() {}

    DecisionEntity(GroupDecision of) {
        id = of.id();
        groupId = of.groupId();
        place = of.place();
        disposition = of.disposition();
        authority = of.authority();
        number = of.decision().number();
        decidedOn = of.decision().date();
        signer = of.decision().signer();
        reason = of.reason();
        lookAlikeReason = of.lookAlikeReason();
        effectiveOn = of.effectiveOn();
        untilOn = of.untilOn().orElse(null);
        intoId = of.into().orElse(null);
        code = of.code();
        name = of.name();
        nameFolded = VietnameseText.fold(of.name());
        sortKey = VietnameseText.sortKey(of.name());
        platform = of.platform();
        endsOn = of.endsOn().orElse(null);
        status = of.status();
        recordedAt = of.recordedAt().map(Instant::toEpochMilli).orElse(null);
        recordedBy = of.recordedBy();
        pending = of.pending();
        withdrawnAt = of.withdrawnAt().map(Instant::toEpochMilli).orElse(null);
        withdrawnBy = of.withdrawnBy();
        withdrawnReason = of.withdrawnReason();
    }

    GroupDecision toRecord() {
        return new GroupDecision(
                id,
                groupId,
                place,
                disposition,
                authority,
                new Decision(number, decidedOn, signer),
                reason,
                lookAlikeReason,
                effectiveOn,
                Optional.ofNullable(untilOn),
                Optional.ofNullable(intoId),
                code,
                name,
                platform,
                Optional.ofNullable(endsOn),
                status,
                Optional.ofNullable(recordedAt).map(Instant::ofEpochMilli),
                recordedBy,
                pending,
                Optional.ofNullable(withdrawnAt).map(Instant::ofEpochMilli),
                withdrawnBy,
                withdrawnReason);
    }
}
