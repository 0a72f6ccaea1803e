package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.core.directory.internal.TestSchool.TODAY;
import static vn.quyche.core.directory.internal.service.DefaultPeopleTest.assertCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.AuthorityLevel;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.Structure.AuthorityData;
import vn.quyche.core.api.directory.Structure.CampusData;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultStructureTest {

    @OnEachDatabase
    void keepsTheSchoolWithItsVersion(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        School entered = new School("Trường THCS Thử Nghiệm", "79000123", "THCSTN", "Thử Nghiệm", "");
        assertThat(school.structure.school(school.teacher).version()).isZero();

        Structure.SchoolView saved = school.structure.updateSchool(school.clerk, 0, entered);

        assertThat(school.directory.school()).isEqualTo(entered);
        assertCode(
                () -> school.structure.updateSchool(school.clerk, 0, entered),
                Conflict.class,
                "core.changed-meanwhile");
        assertThat(school.structure
                        .updateSchool(school.clerk, saved.version(), entered)
                        .version())
                .isEqualTo(saved.version() + 1);
        assertThatThrownBy(() -> school.structure.updateSchool(school.teacher, 2, entered))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void unitsStandBelowUnits(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String block = school.unit(UnitData.of(UnitType.GRADE_BLOCK, "Khối 9"));
        String schoolClass = school.unit(
                new UnitData(UnitType.SCHOOL_CLASS, "9A1", Optional.of(block), Optional.empty(), "2026-2027", 9));

        assertThat(school.directory.withBelow(block)).containsExactlyInAnyOrder(block, schoolClass);
        assertThat(school.directory.withBelow("unknown")).containsExactly("unknown");
        UnitData circle =
                new UnitData(UnitType.GRADE_BLOCK, "Khối 9", Optional.of(schoolClass), Optional.empty(), "", 0);
        assertCode(
                () -> school.structure.updateUnit(school.clerk, block, 0, circle),
                Invalid.class,
                "directory.unit-in-itself");
        assertCode(
                () -> school.structure.closeUnit(school.clerk, block, TODAY),
                Conflict.class,
                "directory.unit-has-units");
    }

    @OnEachDatabase
    void aUnitReachesThoseBelowItButNotInASensitiveOne(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String block = school.unit(UnitData.of(UnitType.GRADE_BLOCK, "Khối 9"));
        String schoolClass = school.unit(below(UnitType.SCHOOL_CLASS, "9A1", block));
        String cell = school.unit(below(UnitType.PARTY_CELL, "Chi bộ", block));
        String cellClass = school.unit(below(UnitType.GRADE_BLOCK, "Ban", cell));
        String head = school.person("Lê", "Thị", "Lan");
        school.post(head, Post.SUBJECT_HEAD, block);
        String homeroom = school.person("Trần", "Văn", "Minh");
        school.post(homeroom, Post.HOMEROOM_TEACHER, schoolClass);
        String comrade = school.person("Phạm", "Thu", "Hà");
        school.people.join(school.principal, "", comrade, cell, TODAY);
        String under = school.person("Hồ", "Văn", "Khoa");
        school.people.join(school.principal, "", under, cellClass, TODAY);

        assertThat(school.directory.membersWithin(block, TODAY)).containsExactlyInAnyOrder(head, homeroom);
        assertThat(school.directory.membersWithin(cell, TODAY)).containsExactlyInAnyOrder(comrade, under);
        assertThat(school.directory.membersWithin("unknown", TODAY)).isEmpty();
        assertThat(school.directory.membersWithin(block, LocalDate.of(2018, 1, 1)))
                .isEmpty();
        assertThat(school.directory.unitsAround(homeroom, TODAY)).containsExactlyInAnyOrder(schoolClass, block);
        assertThat(school.directory.unitsAround(comrade, TODAY)).containsExactly(cell);
        assertThat(school.directory.unitsAround(under, TODAY)).containsExactlyInAnyOrder(cellClass, cell);
        assertThat(school.directory.unitsAround("unknown", TODAY)).isEmpty();
    }

    private static UnitData below(UnitType type, String name, String above) {
        boolean schoolClass = type == UnitType.SCHOOL_CLASS;
        return new UnitData(
                type, name, Optional.of(above), Optional.empty(), schoolClass ? "2026-2027" : "", schoolClass ? 9 : 0);
    }

    @OnEachDatabase
    void aUnitIsRenamedAndTwinsAreRefused(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String id = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Toán"));

        assertCode(
                () -> school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "TỔ TOÁN")),
                Conflict.class,
                "directory.unit-exists");
        Structure.UnitView renamed =
                school.structure.updateUnit(school.clerk, id, 0, UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Toán – Tin"));
        assertThat(renamed.data().name()).isEqualTo("Tổ Toán – Tin");
        assertThat(renamed.version()).isEqualTo(1);
        assertCode(
                () -> school.structure.updateUnit(school.clerk, id, 0, UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Lý")),
                Conflict.class,
                "core.changed-meanwhile");
        assertCode(
                () -> school.structure.updateUnit(school.clerk, id, 1, UnitData.of(UnitType.OFFICE, "Tổ Lý")),
                Invalid.class,
                "directory.unit-type-fixed");
    }

    @OnEachDatabase
    void closingAUnitEndsWhatIsHeldInIt(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String unit = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Văn"));
        String lan = school.person("Lê", "Thị", "Lan");
        school.post(lan, Post.SUBJECT_HEAD, unit);
        assertThat(school.structure.unit(school.teacher, unit).heads()).containsExactly("Lê Thị Lan");

        school.structure.closeUnit(school.clerk, unit, TODAY);

        assertThat(school.directory.membersOf(unit, TODAY)).containsExactly(lan);
        assertThat(school.directory.membersOf(unit, TODAY.plusDays(1))).isEmpty();
        assertThat(school.directory.units(TODAY.plusDays(1))).isEmpty();
        assertThat(school.structure.units(school.clerk, Optional.empty(), true)).hasSize(1);
        assertThat(school.acts.lastDone().note()).contains("1");
    }

    @OnEachDatabase
    void classesHaveASchoolYearAndOthersHaveNone(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        assertThatThrownBy(() -> school.unit(UnitData.of(UnitType.SCHOOL_CLASS, "9A1")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.unit(
                        new UnitData(UnitType.OFFICE, "Văn phòng", Optional.empty(), Optional.empty(), "2026-2027", 3)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.unit(UnitData.of(UnitType.OFFICE, "V¨n phßng")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.unit(UnitData.of(null, "x"))).isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void aCampusInUseStays(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String campus = school.structure.createCampus(
                school.clerk, "", new CampusData("Khu A", "Số 1 đường Thử Nghiệm"), LocalDate.of(2019, 1, 1));
        school.unit(new UnitData(UnitType.OFFICE, "Văn phòng", Optional.empty(), Optional.of(campus), "", 0));

        assertCode(
                () -> school.structure.closeCampus(school.clerk, campus, TODAY),
                Conflict.class,
                "directory.campus-in-use");
        assertThat(school.structure
                        .updateCampus(school.clerk, campus, 0, new CampusData("Khu 1", ""))
                        .version())
                .isEqualTo(1);
        assertThat(school.directory.campuses(TODAY)).extracting(Campus::name).containsExactly("Khu 1");
        assertThat(school.directory.campuses(LocalDate.of(2018, 1, 1))).isEmpty();
    }

    @OnEachDatabase
    void districtOfficesEndedAndTheCommuneFollows(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        AuthorityData endless = new AuthorityData(
                AuthorityLevel.DISTRICT_OFFICE, "Phòng GD&ĐT", "", LocalDate.of(2000, 1, 1), Optional.empty());
        AuthorityData ended = new AuthorityData(
                AuthorityLevel.DISTRICT_OFFICE,
                "Phòng GD&ĐT",
                "",
                LocalDate.of(2000, 1, 1),
                Optional.of(LocalDate.of(2025, 6, 30)));
        AuthorityData commune = new AuthorityData(
                AuthorityLevel.COMMUNE, "UBND xã Thử Nghiệm", "G01", LocalDate.of(2025, 7, 1), Optional.empty());

        assertCode(() -> school.structure.createAuthority(school.clerk, "", endless), Invalid.class, "core.invalid");
        school.structure.createAuthority(school.clerk, "", ended);
        school.structure.createAuthority(school.clerk, "", commune);

        assertThat(names(school, LocalDate.of(2025, 6, 30))).containsExactly("Phòng GD&ĐT");
        assertThat(names(school, LocalDate.of(2025, 7, 1))).containsExactly("UBND xã Thử Nghiệm");
        assertCode(
                () -> school.structure.createAuthority(school.clerk, "", commune),
                Conflict.class,
                "directory.authority-overlaps");
    }

    private static List<String> names(TestSchool school, LocalDate day) {
        return school.directory.authorities(day).stream().map(Authority::name).toList();
    }
}
