package vn.quyche.core.document.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.CaseFile;

@Entity(name = "CaseFile")
@Table(name = "case_file", schema = "q_document")
class CaseFileEntity {
    @Id
    String id;

    String code;

    String title;

    String folded;

    @Column(name = "file_year")
    int year;

    @Column(name = "keeper_id")
    String keeperId;

    @Column(name = "keeper_name")
    String keeperName;

    @Column(name = "retention_years")
    int retentionYears;

    @Enumerated(EnumType.STRING)
    CaseFile.State state;

    @Column(name = "closed_on")
    LocalDate closedOn;

    @Column(name = "transferred_on")
    LocalDate transferredOn;

    String receiver;

    int documents;

    long version;

    void take(CaseFile file) {
        id = file.id();
        code = file.code();
        title = file.title();
        folded = VietnameseText.fold(file.code() + " " + file.title());
        year = file.year();
        keeperId = file.keeperId();
        keeperName = file.keeperName();
        retentionYears = file.retentionYears();
        state = file.state();
        closedOn = file.closedOn().orElse(null);
        transferredOn = file.transferredOn().orElse(null);
        receiver = file.receiver();
        documents = file.documents();
        version = file.version();
    }

    CaseFile toRecord() {
        return new CaseFile(
                id,
                code,
                title,
                year,
                keeperId,
                keeperName,
                retentionYears,
                state,
                Optional.ofNullable(closedOn),
                Optional.ofNullable(transferredOn),
                receiver,
                documents,
                version);
    }
}
