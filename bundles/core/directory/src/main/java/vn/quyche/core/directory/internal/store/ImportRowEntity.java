package vn.quyche.core.directory.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A row of a plan. */
@Entity
@Table(schema = "q_directory", name = "staff_import_row")
@IdClass(ImportRowKey.class)
class ImportRowEntity {

    @Id
    @Column(name = "import_id")
    String importId;

    @Id
    @Column(name = "position_no")
    int position;

    @Column(name = "row_no")
    int rowNumber;

    String kind;

    @Column(name = "person_id")
    String personId;

    String name;

    @Column(name = "values_json")
    String valuesJson;

    @Column(name = "changes_json")
    String changesJson;

    @Column(name = "errors_json")
    String errorsJson;
}
