package vn.quyche.group.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.api.inspection.Line;

/** A line of a signed report. */
@Entity(name = "InspectionLine")
@Table(name = "inspection_line", schema = "q_group")
class LineEntity {
    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    Line.Section section;

    @Column(name = "subject_id")
    String subjectId;

    String title;
    String word;

    @Column(name = "at_time")
    Long at;

    int amount;

    @Column(name = "other_amount")
    int otherAmount;

    LineEntity() {}

    LineEntity(String inspectionId, int place, Line line) {
        key = new Key();
        key.inspectionId = inspectionId;
        key.place = place;
        section = line.section();
        subjectId = line.subjectId();
        title = line.title();
        word = line.word();
        at = line.at().map(Instant::toEpochMilli).orElse(null);
        amount = line.amount();
        otherAmount = line.otherAmount();
    }

    Line toRecord() {
        return new Line(
                section,
                subjectId,
                title,
                word,
                Optional.ofNullable(at).map(Instant::ofEpochMilli),
                amount,
                otherAmount);
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "inspection_id")
        String inspectionId;

        int place;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.inspectionId.equals(inspectionId) && k.place == place;
        }

        @Override
        public int hashCode() {
            return inspectionId.hashCode() * 31 + place;
        }
    }
}
