package vn.quyche.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.AuthorityLevel;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.security.Caller;

/** Enters the invented school, its units and its sixty people. */
final class DemoStaff {

    private static final LocalDate SINCE = LocalDate.of(2023, 8, 15);
    private static final int PEOPLE = 60;

    private final Structure structure;
    private final People people;
    private final Caller system;
    private LocalDate schoolYear;
    private final List<DemoNames.Name> names = DemoNames.make(PEOPLE);
    private final List<Member> members = new ArrayList<>();
    private final List<HeldClass> classes = new ArrayList<>();
    private final List<String> subjectGroups = new ArrayList<>();
    private List<String> campuses = List.of();
    private String partyCell;
    private String union;
    private String youth;

    /** @param schoolYear the first day of the school year in which the classes are */
    DemoStaff(Structure structure, People people, Caller system, LocalDate schoolYear) {
        this.structure = structure;
        this.people = people;
        this.system = system;
        this.schoolYear = schoolYear;
    }

    private record HeldClass(String id, String assignmentId, int member, int group, int place, String campus) {}

    /**
     * Somebody who was entered.
     *
     * @param id the id of the person
     * @param name the full name
     * @param userName the name to sign in with
     * @param post the first post
     */
    record Member(String id, String name, String userName, Post post) {}

    String partyCell() {
        return partyCell;
    }

    String union() {
        return union;
    }

    String firstSubjectGroup() {
        return subjectGroups.get(0);
    }

    String secondCampus() {
        return campuses.get(1);
    }

    /** Enters everything and gives the people in the order of their posts, the principal first. */
    List<Member> enter() {
        structure.updateSchool(
                system,
                structure.school(system).version(),
                new School("Trường TH&THCS Hoa Sen", "58990417", "THHS", "Suối Mơ", "Số 12 đường Hoa Ban, xã Suối Mơ"));
        authority(AuthorityLevel.DISTRICT_OFFICE, "Phòng Giáo dục và Đào tạo Hòa Lạc", "H99.07", true);
        authority(AuthorityLevel.COMMUNE, "UBND xã Suối Mơ", "H99.31", false);
        campuses = List.of(
                campus("Khu A", "Số 12 đường Hoa Ban"),
                campus("Khu B", "Số 3 đường Lê Lai"),
                campus("Điểm trường Bản Cọ", "Bản Cọ"));
        String office = unit(UnitType.OFFICE, "Tổ Văn phòng");
        for (String name : List.of(
                "Tổ Toán – Tin",
                "Tổ Văn – Sử – Địa",
                "Tổ Khoa học tự nhiên",
                "Tổ Ngoại ngữ",
                "Khối 1 – 3",
                "Khối 4 – 5")) {
            subjectGroups.add(unit(UnitType.SUBJECT_GROUP, name));
        }
        partyCell = unit(UnitType.PARTY_CELL, "Chi bộ trường");
        union = unit(UnitType.TRADE_UNION, "Công đoàn cơ sở");
        youth = unit(UnitType.YOUTH_UNION, "Chi đoàn giáo viên");
        String guards = unit(UnitType.GUARD_OFFICE, "Phòng bảo vệ");
        leadership(campuses, office, guards);
        teachers(campuses);
        return members;
    }

    private void leadership(List<String> campuses, String office, String guards) {
        person(Post.PRINCIPAL, Optional.empty(), campuses.get(0));
        person(Post.VICE_PRINCIPAL, Optional.empty(), campuses.get(0));
        person(Post.VICE_PRINCIPAL, Optional.empty(), campuses.get(1));
        person(Post.RECORDS_CLERK, Optional.of(office), campuses.get(0));
        person(Post.IT_OFFICER, Optional.of(office), campuses.get(0));
        person(Post.ACCOUNTANT, Optional.of(office), campuses.get(0));
        person(Post.LIBRARIAN, Optional.of(office), campuses.get(0));
        person(Post.HEALTH_OFFICER, Optional.of(office), campuses.get(1));
        person(Post.PIONEER_LEADER, Optional.of(youth), campuses.get(0));
        person(Post.HEAD_OF_GUARDS, Optional.of(guards), campuses.get(0));
        person(Post.GUARD, Optional.of(guards), campuses.get(1));
        person(Post.GUARD, Optional.of(guards), campuses.get(2));
        also(0, Post.PARTY_SECRETARY, partyCell);
        also(6, Post.UNION_CHAIR, union);
        also(8, Post.YOUTH_SECRETARY, youth);
        for (int member : List.of(0, 1, 2, 3, 9)) {
            join(member, partyCell);
        }
    }

    private void teachers(List<String> campuses) {
        for (int group = 0; group < subjectGroups.size(); group++) {
            String unit = subjectGroups.get(group);
            String campus = campuses.get(group < 4 ? 0 : group - 3);
            for (int place = 0; place < 8; place++) {
                int member = members.size();
                person(Post.TEACHER, Optional.of(unit), campus);
                if (place == 0) {
                    also(member, Post.SUBJECT_HEAD, unit);
                    join(member, partyCell);
                } else if (place < 4) {
                    openClass(member, group, place, campus);
                } else if (place > 5) {
                    join(member, youth);
                }
                join(member, union);
            }
        }
    }

    /** Closes the classes of the year that ended and opens those of the new one, with the same teachers. */
    void newSchoolYear(LocalDate firstDay) {
        List<HeldClass> ended = List.copyOf(classes);
        classes.clear();
        schoolYear = firstDay;
        for (HeldClass old : ended) {
            people.endAssignment(system, old.assignmentId(), firstDay.minusDays(1));
            structure.closeUnit(system, old.id(), firstDay.minusDays(1));
            openClass(old.member(), old.group(), old.place(), old.campus());
        }
    }

    private void openClass(int member, int group, int place, String campus) {
        String id = schoolClass(group, place, campus);
        classes.add(new HeldClass(id, also(member, Post.HOMEROOM_TEACHER, id), member, group, place, campus));
    }

    private void person(Post post, Optional<String> unit, String campus) {
        int place = members.size();
        DemoNames.Name name = names.get(place);
        String userName = userName(name, place);
        String id = people.create(
                system,
                "",
                new People.Data(
                        name.family(),
                        name.middle(),
                        name.given(),
                        Optional.of(LocalDate.of(1970 + place % 28, 1 + place % 12, 1 + place % 28)),
                        Optional.of(name.gender()),
                        phone(place),
                        userName + "@thhs.example",
                        String.format("5899041700%04d", place + 1)),
                SINCE);
        people.assign(
                system, "", id, new People.NewAssignment(post, unit, Optional.of(campus), false, "05/QĐ-THHS", SINCE));
        members.add(new Member(id, name.full(), userName, post));
    }

    /** The phone number of the person at a place. */
    static String phone(int place) {
        return String.format("09%08d", 12_000_000 + place * 7_919);
    }

    private String also(int member, Post post, String unit) {
        return people.assign(
                system,
                "",
                members.get(member).id(),
                new People.NewAssignment(post, Optional.of(unit), Optional.empty(), true, "31/QĐ-THHS", schoolYear));
    }

    private void join(int member, String unit) {
        people.join(system, "", members.get(member).id(), unit, SINCE);
    }

    private String unit(UnitType type, String name) {
        return structure.createUnit(system, "", Structure.UnitData.of(type, name), SINCE);
    }

    private String schoolClass(int group, int place, String campus) {
        int grade = group < 4 ? 6 + group : group == 4 ? place : 4 + place % 2;
        String name = "Lớp " + grade + (char) ('A' + (group < 4 ? place - 1 : place / 2));
        return structure.createUnit(
                system,
                "",
                new Structure.UnitData(
                        UnitType.SCHOOL_CLASS, name, Optional.empty(), Optional.of(campus), yearName(), grade),
                schoolYear);
    }

    private String yearName() {
        return schoolYear.getYear() + "-" + (schoolYear.getYear() + 1);
    }

    private String campus(String name, String address) {
        return structure.createCampus(system, "", new Structure.CampusData(name, address), SINCE);
    }

    private void authority(AuthorityLevel level, String name, String organId, boolean past) {
        LocalDate change = LocalDate.of(2025, 7, 1);
        structure.createAuthority(
                system,
                "",
                new Structure.AuthorityData(
                        level,
                        name,
                        organId,
                        past ? LocalDate.of(2010, 1, 1) : change,
                        past ? Optional.of(change.minusDays(1)) : Optional.empty()));
    }

    /** Given name and initials, as schools do it: {@code lan.ttn}; a number where two would be alike. */
    private String userName(DemoNames.Name name, int place) {
        StringBuilder initials = new StringBuilder();
        for (String part :
                VietnameseText.fold(name.family() + " " + name.middle()).split(" ")) {
            initials.append(part.charAt(0));
        }
        String plain = VietnameseText.fold(name.given()).toLowerCase(Locale.ROOT) + "." + initials;
        boolean taken = members.stream().anyMatch(member -> member.userName().equals(plain));
        return taken ? plain + place : plain;
    }
}
