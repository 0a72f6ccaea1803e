package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.RegulationArticle;

/** An edition without its articles. */
@Entity
@Table(schema = "q_compliance", name = "regulation_edition")
class EditionEntity {

    @Id
    String id;

    @Column(name = "regulation_id")
    String regulationId;

    @Column(name = "sequence_no")
    int sequence;

    String kind;
    String title;

    @Column(name = "short_title")
    String shortTitle;

    String parameters;
    String bases;
    String code;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    String place;
    String superior;
    String issuer;
    String capacity;

    @Column(name = "signer_post")
    String signerPost;

    String signer;
    String recipients;

    @Column(name = "ends_others")
    String endsOthers;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Long decidedAt;

    @Column(name = "laid_on")
    LocalDate laidOn;

    long version;

    void take(Edition edition) {
        id = edition.id();
        regulationId = edition.regulationId();
        sequence = edition.sequence();
        kind = edition.kind().name();
        endsOn = edition.endsOn().orElse(null);
        endedBy = edition.endedBy().orElse(null);
        decidedBy = edition.decidedBy();
        decidedAt = edition.decidedAt().map(Instant::toEpochMilli).orElse(null);
        version = edition.version();
        Edition.Content content = edition.content();
        title = content.title();
        shortTitle = content.shortTitle();
        parameters = Json.of(content.parameters());
        bases = Json.of(content.bases());
        effectiveOn = content.effectiveOn().orElse(null);
        Decision decision = content.decision();
        code = decision.code();
        decidedOn = decision.decidedOn().orElse(null);
        place = decision.place();
        superior = decision.superior();
        issuer = decision.issuer();
        capacity = decision.capacity().name();
        signerPost = decision.signerPost();
        signer = decision.signer();
        recipients = Json.of(decision.recipients());
        endsOthers = Json.of(decision.ends());
    }

    Edition toEdition(List<RegulationArticle> articles) {
        Decision decision = new Decision(
                code,
                Optional.ofNullable(decidedOn),
                place,
                superior,
                issuer,
                SigningCapacity.valueOf(capacity),
                signerPost,
                signer,
                StoredJson.list(recipients),
                StoredJson.list(endsOthers));
        return new Edition(
                id,
                regulationId,
                sequence,
                Edition.Kind.valueOf(kind),
                decidedAt != null,
                new Edition.Content(
                        title,
                        shortTitle,
                        articles,
                        StoredJson.map(parameters),
                        StoredJson.list(bases),
                        decision,
                        Optional.ofNullable(effectiveOn)),
                Optional.ofNullable(endsOn),
                Optional.ofNullable(endedBy),
                decidedBy,
                Optional.ofNullable(decidedAt).map(Instant::ofEpochMilli),
                version);
    }
}
