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
import vn.quyche.core.api.VietnameseText;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.DistrictSchool;

@Entity(name = "School")
@Table(name = "school", schema = "q_district")
class SchoolEntity {
    @Id
    String id;

    String code;

    @Column(name = "code_folded")
    String codeFolded;

    String name;

    @Column(name = "name_folded")
    String nameFolded;

    @Column(name = "sort_key")
    String sortKey;

    String address;

    @Enumerated(EnumType.STRING)
    CollectDoor door;

    /** Empty without one. */
    @Column(name = "sealed_token")
    String sealedToken;

    /** Empty without one. */
    @Column(name = "account_id")
    String accountId;

    @Column(name = "account_name")
    String accountName;

    @Column(name = "active_from")
    LocalDate activeFrom;

    @Column(name = "active_to")
    LocalDate activeTo;

    @Column(name = "taken_at")
    Long takenAt;

    /** When the school made the list that was last taken over, as it says. */
    @Column(name = "made_at")
    Long madeAt;

    String failure;

    @Column(name = "failed_at")
    Long failedAt;

    @Column(name = "summary_at")
    Long summaryAt;

    /** When the school made the figures that were last taken over, as it says; empty when they were collected. */
    @Column(name = "summary_made_at")
    Long summaryMadeAt;

    @Column(name = "summary_failure")
    String summaryFailure;

    long version;

    void write(DistrictSchool of) {
        code = of.code();
        codeFolded = VietnameseText.fold(of.code());
        name = of.name();
        nameFolded = GroupColumns.folded(of.name());
        sortKey = GroupColumns.sortKey(of.name());
        address = of.address();
        door = of.door();
        accountId = of.accountId().orElse("");
        accountName = of.accountName();
        activeFrom = of.activeFrom();
        activeTo = of.activeTo().orElse(null);
        version = of.version();
    }

    DistrictSchool toRecord() {
        return new DistrictSchool(
                id,
                code,
                name,
                address,
                door,
                !sealedToken.isEmpty(),
                Optional.of(accountId).filter(account -> !account.isEmpty()),
                accountName,
                activeFrom,
                Optional.ofNullable(activeTo),
                Optional.ofNullable(takenAt).map(Instant::ofEpochMilli),
                failure,
                Optional.ofNullable(failedAt).map(Instant::ofEpochMilli),
                version);
    }
}
