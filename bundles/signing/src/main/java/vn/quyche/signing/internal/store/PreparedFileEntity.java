package vn.quyche.signing.internal.store;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.SignatureFormat;

/** The file of a signature that waits for its value, when it is no document of the register. */
@Entity(name = "PreparedFile")
@Table(name = "prepared_file", schema = "q_signing")
class PreparedFileEntity {
    @Id
    @Column(name = "preparation_id")
    String preparationId;

    String kind;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "file_id")
    String fileId;

    @Enumerated(EnumType.STRING)
    SignatureFormat format;

    /** A line each. */
    @Column(name = "shown_lines")
    String shownLines;

    static PreparedFileEntity of(PreparedFile file) {
        PreparedFileEntity entity = new PreparedFileEntity();
        entity.preparationId = file.preparationId();
        entity.kind = file.kind();
        entity.fileName = file.fileName();
        entity.fileId = file.fileId();
        entity.format = file.format();
        entity.shownLines = String.join("\n", file.lines());
        return entity;
    }

    PreparedFile toRecord() {
        List<String> lines = shownLines.isEmpty() ? List.of() : List.of(shownLines.split("\n"));
        return new PreparedFile(preparationId, kind, fileName, fileId, format, lines);
    }
}
