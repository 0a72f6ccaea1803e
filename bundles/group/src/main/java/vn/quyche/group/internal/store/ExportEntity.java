package vn.quyche.group.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.custody.CustodyExport;

@Entity(name = "CustodyExport")
@Table(name = "custody_export", schema = "q_group")
class ExportEntity {
    @Id
    String id;

    @Column(name = "directive_id")
    String directiveId;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    @Column(name = "at_ms")
    long at;

    String reason;

    @Column(name = "manifest_hash")
    String manifestHash;

    ExportEntity() {}

    ExportEntity(CustodyExport export, String groupId) {
        id = export.id();
        directiveId = export.directiveId();
        this.groupId = groupId;
        byId = export.byId();
        byName = export.byName();
        at = export.at().toEpochMilli();
        reason = export.reason();
        manifestHash = export.manifestHash();
    }

    CustodyExport toRecord() {
        return new CustodyExport(id, directiveId, byId, byName, Instant.ofEpochMilli(at), reason, manifestHash);
    }
}
