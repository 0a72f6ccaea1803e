package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.api.inspection.Figure;

/** A figure of a signed report. */
@Entity(name = "InspectionFigure")
@Table(name = "inspection_figure", schema = "q_group")
class FigureEntity {
    @EmbeddedId
    Key key;

    int amount;

    FigureEntity() {}

    FigureEntity(String inspectionId, Figure figure, int amount) {
        key = new Key();
        key.inspectionId = inspectionId;
        key.figure = figure;
        this.amount = amount;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "inspection_id")
        String inspectionId;

        @Enumerated(EnumType.STRING)
        Figure figure;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.inspectionId.equals(inspectionId) && k.figure == figure;
        }

        @Override
        public int hashCode() {
            return inspectionId.hashCode() * 31 + figure.hashCode();
        }
    }
}
