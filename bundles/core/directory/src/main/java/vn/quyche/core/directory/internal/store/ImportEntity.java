package vn.quyche.core.directory.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An import and the head of its plan. */
@Entity
@Table(schema = "q_directory", name = "staff_import")
class ImportEntity {

    @Id
    String id;

    @Column(name = "file_name")
    String fileName;

    String sheet;

    @Column(name = "header_row")
    int headerRow;

    @Column(name = "column_names")
    String columnNames;

    String ignored;

    @Column(name = "created_units")
    String createdUnits;

    String state;

    @Column(name = "fresh_count")
    int freshCount;

    @Column(name = "changed_count")
    int changedCount;

    @Column(name = "unchanged_count")
    int unchangedCount;

    @Column(name = "left_count")
    int leftCount;

    @Column(name = "bad_count")
    int badCount;

    @Column(name = "error_json")
    String errorJson;

    String stamp;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_by_name")
    String createdByName;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "applied_at")
    Long appliedAt;
}
