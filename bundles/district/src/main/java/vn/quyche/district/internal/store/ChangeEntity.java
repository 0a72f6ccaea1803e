package vn.quyche.district.internal.store;

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
import vn.quyche.district.api.ListChange;

@Entity(name = "ListChange")
@Table(name = "list_change", schema = "q_district")
class ChangeEntity {

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
    ListChange.Kind kind;

    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "school_code_folded")
    String schoolCodeFolded;

    @Column(name = "school_name")
    String schoolName;

    @Column(name = "school_sort_key")
    String schoolSortKey;

    @Column(name = "group_code")
    String groupCode;

    @Column(name = "school_group_id")
    String schoolGroupId;

    String name;

    @Column(name = "name_before")
    String nameBefore;

    String platform;

    @Column(name = "platform_before")
    String platformBefore;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    String number;

    ChangeEntity() {}

    ChangeEntity(ListChange of) {
        key = new Key(of.version(), of.place());
        kind = of.kind();
        schoolCode = of.schoolCode();
        schoolCodeFolded = VietnameseText.fold(of.schoolCode());
        schoolName = of.schoolName();
        schoolSortKey = GroupColumns.sortKey(of.schoolName());
        groupCode = of.groupCode();
        schoolGroupId = of.schoolGroupId();
        name = of.name();
        nameBefore = of.nameBefore();
        platform = of.platform();
        platformBefore = of.platformBefore();
        effectiveOn = of.effectiveOn();
        number = of.number();
    }

    ListChange toRecord() {
        return new ListChange(
                key.versionNo,
                key.place,
                kind,
                schoolCode,
                schoolName,
                groupCode,
                schoolGroupId,
                name,
                nameBefore,
                platform,
                platformBefore,
                effectiveOn,
                number);
    }
}
