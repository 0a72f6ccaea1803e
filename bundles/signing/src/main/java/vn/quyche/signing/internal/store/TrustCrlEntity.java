package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.TrustCrl;

@Entity(name = "TrustCrl")
@Table(name = "trust_crl", schema = "q_signing")
class TrustCrlEntity {
    /** The certificate of the authority. */
    @Id
    String id;

    @Column(name = "this_update")
    long thisUpdate;

    @Column(name = "next_update")
    Long nextUpdate;

    int entries;
    int parts;

    @Column(name = "loaded_at")
    long loadedAt;

    TrustCrl toRecord(String issuer, Instant freshSince) {
        Instant asOf = Instant.ofEpochMilli(thisUpdate);
        return new TrustCrl(
                issuer,
                asOf,
                Optional.ofNullable(nextUpdate).map(Instant::ofEpochMilli),
                entries,
                Instant.ofEpochMilli(loadedAt),
                !asOf.isBefore(freshSince));
    }
}
