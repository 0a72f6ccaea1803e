package vn.quyche.core.security.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "own_role")
class OwnRoleEntity {

    @Id
    String code;

    String label;
}
