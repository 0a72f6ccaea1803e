package vn.quyche.district.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import vn.quyche.core.api.NameSkeleton;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.district.api.SchoolGroup;

/** The columns of a group's list, with what they are sorted and found by. */
@Embeddable
class GroupColumns {

    private static final int LONGEST_KEY = 400;

    @Column(name = "school_group_id")
    String schoolGroupId;

    String code;
    String name;

    @Column(name = "name_folded")
    String nameFolded;

    @Column(name = "sort_key")
    String sortKey;

    String skeleton;
    String kind;
    String platform;
    String members;
    String leader;
    String administrator;

    @Column(name = "decision_number")
    String decisionNumber;

    @Column(name = "decision_on")
    LocalDate decisionOn;

    String remark;

    GroupColumns() {}

    GroupColumns(SchoolGroup of) {
        schoolGroupId = of.id();
        code = of.code();
        name = of.name();
        nameFolded = folded(of.name());
        sortKey = sortKey(of.name());
        skeleton = skeleton(of.name());
        kind = of.kind();
        platform = of.platform();
        members = of.members();
        leader = of.leader();
        administrator = of.administrator();
        decisionNumber = of.decisionNumber();
        decisionOn = of.decisionDate().orElse(null);
        remark = of.remark();
    }

    SchoolGroup toRecord() {
        return new SchoolGroup(
                schoolGroupId,
                code,
                name,
                kind,
                platform,
                members,
                leader,
                administrator,
                decisionNumber,
                Optional.ofNullable(decisionOn),
                remark);
    }

    static String folded(String name) {
        return cut(VietnameseText.fold(name), LONGEST_KEY);
    }

    static String sortKey(String name) {
        return cut(VietnameseText.sortKey(name), 2 * LONGEST_KEY);
    }

    static String skeleton(String name) {
        return cut(NameSkeleton.of(name), LONGEST_KEY);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
