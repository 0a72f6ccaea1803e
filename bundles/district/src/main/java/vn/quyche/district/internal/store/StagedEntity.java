package vn.quyche.district.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A group that has come, and waits for the rest of its school's list. */
@Entity(name = "StagedGroup")
@Table(name = "staged_group", schema = "q_district")
class StagedEntity {

    /** The place of a group in what has come. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "run_id")
        String runId;

        @Column(name = "school_id")
        String schoolId;

        int place;

        Key() {}

        Key(String runId, String schoolId, int place) {
            this.runId = runId;
            this.schoolId = schoolId;
            this.place = place;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.runId.equals(runId)
                    && key.schoolId.equals(schoolId)
                    && key.place == place;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * runId.hashCode() + schoolId.hashCode()) + place;
        }
    }

    @EmbeddedId
    Key key;

    /** The group as JSON. */
    String content;

    StagedEntity() {}

    StagedEntity(String runId, String schoolId, int place, String content) {
        key = new Key(runId, schoolId, place);
        this.content = content;
    }
}
