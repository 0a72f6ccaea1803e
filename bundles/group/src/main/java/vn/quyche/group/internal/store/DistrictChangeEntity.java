package vn.quyche.group.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.group.api.district.DistrictChange;

@Entity(name = "DistrictChange")
@Table(name = "district_change", schema = "q_group")
class DistrictChangeEntity {

    /** The place of a change in its list. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "version_no")
        int versionNo;

        int place;

        Key() {}

        Key(int versionNo, int place) {
            this.versionNo = versionNo;
            this.place = place;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.versionNo == versionNo && key.place == place;
        }

        @Override
        public int hashCode() {
            return 31 * versionNo + place;
        }
    }

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    DistrictChange.Kind kind;

    boolean own;

    @Column(name = "school_name")
    String schoolName;

    String name;

    @Column(name = "name_before")
    String nameBefore;

    @Column(name = "text_folded")
    String textFolded;

    String platform;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    String number;

    DistrictChangeEntity() {}

    DistrictChangeEntity(DistrictChange of) {
        key = new Key(of.version(), of.place());
        kind = of.kind();
        own = of.own();
        schoolName = of.schoolName();
        name = of.name();
        nameBefore = of.nameBefore();
        textFolded = VietnameseText.fold(of.name() + " " + of.nameBefore() + " " + of.schoolName());
        platform = of.platform();
        effectiveOn = of.effectiveOn();
        number = of.number();
    }

    DistrictChange toRecord() {
        return new DistrictChange(
                key.versionNo, key.place, kind, own, schoolName, name, nameBefore, platform, effectiveOn, number);
    }
}
