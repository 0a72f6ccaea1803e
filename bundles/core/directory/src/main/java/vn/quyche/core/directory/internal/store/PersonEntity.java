package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A person. */
@Entity
@Table(schema = "q_directory", name = "person")
class PersonEntity {

    @Id
    String id;

    @Column(name = "family_name")
    String familyName;

    @Column(name = "middle_name")
    String middleName;

    @Column(name = "given_name")
    String givenName;

    @Column(name = "birth_date")
    LocalDate birthDate;

    String gender;

    String phone;

    String email;

    @Column(name = "staff_code")
    String staffCode;

    long version;
}
