package vn.quyche.core.document.internal.store;

import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates.Template;

@Entity(name = "Template")
@Table(name = "template", schema = "q_document")
class TemplateEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    String name;

    String folded;

    boolean shipped;

    boolean active;

    int latest;

    long version;

    void take(Template template) {
        id = template.id();
        kind = template.kind();
        name = template.name();
        folded = VietnameseText.fold(template.name());
        shipped = template.shipped();
        active = template.active();
        latest = template.latest();
        version = template.version();
    }

    Template toRecord() {
        return new Template(id, kind, name, shipped, active, latest, version);
    }
}
