package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.signing.api.SignBatch;

/** A document of a batch. */
@Entity(name = "SignBatchItem")
@Table(name = "sign_batch_item", schema = "q_signing")
@IdClass(SignBatchItemKey.class)
class SignBatchItemEntity {
    @Id
    @Column(name = "batch_id")
    String batchId;

    @Id
    int place;

    @Column(name = "document_id")
    String documentId;

    String sha256;

    @Enumerated(EnumType.STRING)
    SignBatch.ItemState state;

    String clause;

    String code;

    @Column(name = "signature_id")
    String signatureId;

    SignBatch.Item toRecord() {
        return new SignBatch.Item(place, documentId, sha256, state, clause, code, signatureId);
    }
}
