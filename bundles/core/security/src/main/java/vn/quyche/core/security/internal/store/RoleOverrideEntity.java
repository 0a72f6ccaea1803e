package vn.quyche.core.security.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@IdClass(RoleOverrideEntity.Key.class)
@Table(schema = "q_security", name = "role_override")
class RoleOverrideEntity {

    @Id
    @Column(name = "role_code")
    String role;

    @Id
    String permission;

    boolean granted;

    /** Role and permission. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String role;
        String permission;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && role.equals(key.role) && permission.equals(key.permission);
        }

        @Override
        public int hashCode() {
            return Objects.hash(role, permission);
        }
    }
}
