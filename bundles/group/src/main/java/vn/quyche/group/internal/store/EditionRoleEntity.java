package vn.quyche.group.internal.store;

import java.io.Serializable;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;

/** One role of a group as it was from a moment on. */
@Entity(name = "EditionRole")
@Table(name = "group_edition_role", schema = "q_group")
class EditionRoleEntity {
    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    GroupRole role;

    @Enumerated(EnumType.STRING)
    Post post;

    @Column(name = "unit_id")
    String unitId;

    @Column(name = "person_id")
    String personId;

    EditionRoleEntity() {}

    EditionRoleEntity(EditionEntity.Key edition, int place, Appointment appointment) {
        key = new Key();
        key.groupId = edition.groupId;
        key.since = edition.since;
        key.place = place;
        role = appointment.role();
        post = appointment.post().orElse(null);
        unitId = appointment.unitId().orElse(null);
        personId = appointment.personId().orElse(null);
    }

    Appointment toRecord() {
        return new Appointment(
                role, Optional.ofNullable(post), Optional.ofNullable(unitId), Optional.ofNullable(personId));
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        long since;
        int place;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.groupId.equals(groupId) && k.since == since && k.place == place;
        }

        @Override
        public int hashCode() {
            return groupId.hashCode() * 31 + Long.hashCode(since) + place;
        }
    }
}
