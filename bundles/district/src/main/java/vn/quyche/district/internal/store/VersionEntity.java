package vn.quyche.district.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.district.api.PublishedVersion;

@Entity(name = "ListVersion")
@Table(name = "list_version", schema = "q_district")
class VersionEntity {
    @Id
    @Column(name = "version_no")
    int versionNo;

    String number;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    String signer;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    String note;

    @Column(name = "group_count")
    int groupCount;

    int added;
    int changed;
    int removed;

    @Column(name = "published_at")
    long publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    VersionEntity() {}

    VersionEntity(PublishedVersion of) {
        versionNo = of.version();
        number = of.number();
        decidedOn = of.date();
        signer = of.signer();
        effectiveOn = of.effectiveOn();
        note = of.note();
        groupCount = of.groups();
        added = of.added();
        changed = of.changed();
        removed = of.removed();
        publishedAt = of.publishedAt().toEpochMilli();
        publishedBy = of.publishedBy();
    }

    PublishedVersion toRecord() {
        return new PublishedVersion(
                versionNo,
                number,
                decidedOn,
                signer,
                effectiveOn,
                note,
                groupCount,
                added,
                changed,
                removed,
                Instant.ofEpochMilli(publishedAt),
                publishedBy);
    }
}
