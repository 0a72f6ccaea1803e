package vn.quyche.group.internal.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;

@Entity(name = "Appointment")
@Table(name = "appointment", schema = "q_group")
class AppointmentEntity {
    @EmbeddedId
    PlaceKey key;

    @Enumerated(EnumType.STRING)
    GroupRole role;

    @Enumerated(EnumType.STRING)
    Post post;

    @Column(name = "unit_id")
    String unitId;

    @Column(name = "person_id")
    String personId;

    AppointmentEntity() {}

    AppointmentEntity(String groupId, int place, Appointment appointment) {
        key = new PlaceKey(groupId, place);
        role = appointment.role();
        post = appointment.post().orElse(null);
        unitId = appointment.unitId().orElse(null);
        personId = appointment.personId().orElse(null);
    }

    Appointment toRecord() {
        return new Appointment(
                role, Optional.ofNullable(post), Optional.ofNullable(unitId), Optional.ofNullable(personId));
    }
}
