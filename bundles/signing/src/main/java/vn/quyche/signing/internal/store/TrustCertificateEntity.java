package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustTrack;

@Entity(name = "TrustCertificate")
@Table(name = "trust_certificate", schema = "q_signing")
class TrustCertificateEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    TrustTrack track;

    boolean root;
    String subject;

    @Column(name = "subject_folded")
    String subjectFolded;

    @Column(name = "sort_key")
    String sortKey;

    String issuer;
    String serial;
    String fingerprint;

    @Column(name = "not_before")
    long notBefore;

    @Column(name = "not_after")
    long notAfter;

    String der;

    @Column(name = "added_at")
    long addedAt;

    @Column(name = "added_by")
    String addedBy;

    TrustCertificate toRecord(Optional<TrustCrl> crl) {
        return new TrustCertificate(
                id,
                track,
                root,
                subject,
                issuer,
                serial,
                fingerprint,
                Instant.ofEpochMilli(notBefore),
                Instant.ofEpochMilli(notAfter),
                Optional.of(Instant.ofEpochMilli(addedAt)),
                addedBy,
                crl);
    }
}
