package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity(name = "TrustCrlPart")
@Table(name = "trust_crl_part", schema = "q_signing")
class TrustCrlPartEntity {
    @Id
    String id;

    @Column(name = "certificate_id")
    String certificateId;

    String content;
}
