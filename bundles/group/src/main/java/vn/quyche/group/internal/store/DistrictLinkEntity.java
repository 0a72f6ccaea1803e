package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.district.DistrictLink;

@Entity(name = "DistrictLink")
@Table(name = "district_link", schema = "q_group")
class DistrictLinkEntity {
    @Id
    String id;

    String address;

    @Column(name = "sealed_token")
    String sealedToken;

    boolean sends;

    /** How far the changes were read; empty before the first time. */
    String seen;

    @Column(name = "read_at")
    Long readAt;

    @Column(name = "sent_at")
    Long sentAt;

    @Column(name = "sent_hash")
    String sentHash;

    @Column(name = "figures_at")
    Long figuresAt;

    @Column(name = "figures_hash")
    String figuresHash;

    String failure;

    @Column(name = "failed_at")
    Long failedAt;

    long version;

    DistrictLink toRecord() {
        return new DistrictLink(
                address,
                !sealedToken.isEmpty(),
                sends,
                Optional.ofNullable(readAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(sentAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(figuresAt).map(Instant::ofEpochMilli),
                failure,
                Optional.ofNullable(failedAt).map(Instant::ofEpochMilli),
                version);
    }
}
