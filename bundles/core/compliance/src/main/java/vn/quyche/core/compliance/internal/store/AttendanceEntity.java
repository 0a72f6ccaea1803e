package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Training;

/** Whether somebody came to a training that was held. */
@Entity
@IdClass(AttendanceEntity.Key.class)
@Table(schema = "q_compliance", name = "training_attendance")
class AttendanceEntity {

    @Id
    @Column(name = "training_id")
    String trainingId;

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "person_name")
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column(name = "root_id")
    String rootId;

    @Column(name = "school_year")
    String schoolYear;

    @Column(name = "regulation_id")
    String regulationId;

    @Column(name = "starts_at")
    long startsAt;

    boolean present;

    static AttendanceEntity of(Training training, Attendee attendee) {
        AttendanceEntity entity = new AttendanceEntity();
        entity.trainingId = training.id();
        entity.personId = attendee.personId();
        entity.name = attendee.name();
        entity.nameKey = VietnameseText.nameSortKey(attendee.name());
        entity.rootId = training.rootId();
        entity.schoolYear = training.schoolYear();
        entity.regulationId = training.regulationId();
        entity.startsAt = training.startsAt().toEpochMilli();
        entity.present = attendee.present();
        return entity;
    }

    /** The key. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String trainingId;
        String personId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(trainingId, key.trainingId)
                    && Objects.equals(personId, key.personId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(trainingId, personId);
        }
    }
}
