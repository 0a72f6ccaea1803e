package vn.quyche.district.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.district.api.ListedEntry;

@Entity(name = "ListEntry")
@Table(name = "list_entry", schema = "q_district")
class EntryEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "school_code_folded")
    String schoolCodeFolded;

    @Column(name = "school_name")
    String schoolName;

    @Column(name = "school_sort_key")
    String schoolSortKey;

    @Column(name = "check_code")
    String checkCode;

    @Embedded
    GroupColumns columns;

    @Column(name = "review_number")
    String reviewNumber;

    @Column(name = "reviewed_on")
    LocalDate reviewedOn;

    @Column(name = "from_version")
    int fromVersion;

    @Column(name = "official_from")
    LocalDate officialFrom;

    @Column(name = "until_on")
    LocalDate untilOn;

    EntryEntity() {}

    EntryEntity(ListedEntry of) {
        id = of.id();
        groupId = of.groupId();
        schoolCode = of.schoolCode();
        schoolCodeFolded = VietnameseText.fold(of.schoolCode());
        schoolName = of.schoolName();
        schoolSortKey = GroupColumns.sortKey(of.schoolName());
        checkCode = of.checkCode();
        columns = new GroupColumns(of.group());
        reviewNumber = of.number();
        reviewedOn = of.date().orElse(null);
        fromVersion = of.fromVersion();
        officialFrom = of.officialFrom();
        untilOn = of.until().orElse(null);
    }

    ListedEntry toRecord() {
        return new ListedEntry(
                id,
                groupId,
                schoolCode,
                schoolName,
                checkCode,
                columns.toRecord(),
                reviewNumber,
                Optional.ofNullable(reviewedOn),
                fromVersion,
                officialFrom,
                Optional.ofNullable(untilOn));
    }
}
