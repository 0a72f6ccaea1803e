package vn.quyche.group.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Platform;

@Entity(name = "MessagingGroup")
@Table(name = "messaging_group", schema = "q_group")
class GroupEntity {
    @Id
    String id;

    String code;
    String name;

    @Column(name = "name_folded")
    String nameFolded;

    @Column(name = "sort_key")
    String sortKey;

    @Enumerated(EnumType.STRING)
    GroupKind kind;

    @Enumerated(EnumType.STRING)
    Platform platform;

    String purpose;

    @Column(name = "all_staff")
    boolean allStaff;

    @Column(name = "decision_number")
    String decisionNumber;

    @Column(name = "decision_date")
    LocalDate decisionDate;

    @Column(name = "decision_signer")
    String decisionSigner;

    String link;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    GroupStatus status;

    @Column(name = "dissolved_mark")
    String dissolvedMark;

    @Column(name = "dissolving_number")
    String dissolvingNumber;

    @Column(name = "dissolving_date")
    LocalDate dissolvingDate;

    @Column(name = "dissolving_signer")
    String dissolvingSigner;

    @Column(name = "registered_at")
    long registeredAt;

    long version;

    @Column(name = "series_year")
    int seriesYear;

    @Column(name = "series_last")
    int seriesLast;

    @Column(name = "chain_hash")
    String chainHash;
}
