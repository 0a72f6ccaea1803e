package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.quyche.core.directory.internal.TestSchool.TODAY;
import static vn.quyche.core.directory.internal.service.DefaultPeopleTest.assertCode;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.Joinings.Joining;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.directory.StaffImports.Change;
import vn.quyche.core.api.directory.StaffImports.Import;
import vn.quyche.core.api.directory.StaffImports.Row;
import vn.quyche.core.api.directory.StaffImports.RowKind;
import vn.quyche.core.api.directory.StaffImports.State;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultStaffImportsTest {

    @OnEachDatabase
    void takesOverTheListOfTheMinistry(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        byte[] file = StaffFile.official()
                .row(
                        1,
                        "79001",
                        "Trần Quang Minh",
                        "5/3/1975",
                        "Nam",
                        "Hiệu trưởng",
                        "",
                        "",
                        "Khu A",
                        "",
                        "0912345678",
                        "minh@thcs.edu.vn",
                        "x",
                        "x",
                        "01/08/2005")
                .row(
                        2,
                        "79002",
                        Normalizer.normalize("Lê Thị Lan", Normalizer.Form.NFD),
                        LocalDate.of(1985, 3, 20),
                        "Nữ",
                        "Tổ trưởng",
                        "Giáo viên THCS hạng II",
                        "Toán - Tin",
                        "Khu A",
                        "9A1",
                        912345679,
                        "",
                        "",
                        "x",
                        "2010-08-01")
                .row(
                        3,
                        "79003",
                        "Nguyễn Văn An",
                        "1990-01-15",
                        "nam",
                        "",
                        "Giáo viên",
                        "Tổ Toán – Tin",
                        "Khu B",
                        "Lớp 8A2",
                        "+84 912 345 670",
                        "",
                        "không",
                        "",
                        "")
                .row()
                .row("Tổng số: 3 người")
                .row("", "", "", "", "", "Hiệu trưởng")
                .xlsx();

        Import plan = read(school, school.principal, file);

        assertThat(plan.error()).isEmpty();
        assertThat(plan.state()).isEqualTo(State.READY);
        assertThat(plan.headerRow()).isEqualTo(5);
        assertThat(plan.counts()).isEqualTo(new StaffImports.Counts(3, 0, 0, 0, 0));
        assertThat(plan.createdUnits())
                .containsExactlyInAnyOrder("Khu A", "Khu B", "Tổ Toán - Tin", "9A1", "8A2", "Chi bộ", "Công đoàn");
        assertThat(school.directory.staff(TODAY))
                .as("a dry run changes nothing")
                .isEmpty();

        Import applied = apply(school, school.principal, plan);

        assertThat(applied.error()).isEmpty();
        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(school.directory.staff(TODAY))
                .extracting(Person::fullName)
                .containsExactly("Nguyễn Văn An", "Lê Thị Lan", "Trần Quang Minh");
        Person lan = byName(school, "Lê Thị Lan");
        assertThat(lan.posts()).containsExactlyInAnyOrder(Post.SUBJECT_HEAD, Post.TEACHER, Post.HOMEROOM_TEACHER);
        assertThat(lan.phone()).isEqualTo("0912345679");
        People.Detail detail = school.people.get(school.principal, lan.id());
        assertThat(detail.data().birthDate()).contains(LocalDate.of(1985, 3, 20));
        assertThat(detail.data().gender()).contains(Gender.FEMALE);
        assertThat(detail.employments().get(0).from()).isEqualTo(LocalDate.of(2010, 8, 1));
        assertThat(detail.memberships()).extracting(People.Membership::type).containsExactly(UnitType.TRADE_UNION);
        assertThat(school.structure.units(school.clerk, Optional.of(UnitType.SUBJECT_GROUP), false))
                .as("two spellings of one group")
                .hasSize(1);
        assertThat(school.acts.done())
                .filteredOn(act -> act.action().equals("directory.create-person"))
                .hasSize(3);
        assertThat(school.acts.events())
                .filteredOn(e -> e.type().equals("directory.person-joined.v1"))
                .hasSize(3);

        Import again = read(school, school.principal, file);
        assertThat(again.counts()).as("the same list again").isEqualTo(new StaffImports.Counts(0, 0, 3, 0, 0));
    }

    @OnEachDatabase
    void showsWhatWouldChangeFieldByField(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        apply(
                school,
                school.clerk,
                read(
                        school,
                        school.clerk,
                        list(
                                "79001,Lê Thị Hoà,20/03/1985,0912345678,Giáo viên,Tổ Văn,9A1",
                                "79002,Trần Văn Bình,21/03/1986,0912345679,Giáo viên,Tổ Văn,",
                                "79003,Phạm Thị Cúc,22/03/1987,,Kế toán,Văn phòng,")));
        school.clock.advance(Duration.ofDays(2));

        Import plan = read(
                school,
                school.clerk,
                list(
                        "79001,Lê Thị Hòa,20/03/1985,0987654321,Giáo viên,Tổ Sử,",
                        "79002,Trần Văn Bình,21/03/1986,0912345679,Giáo viên; Tổ trưởng,Tổ Văn,9A1",
                        "79004,Đỗ Văn Dũng,23/03/1988,,Bảo vệ,,"));

        assertThat(plan.counts()).isEqualTo(new StaffImports.Counts(1, 2, 0, 1, 0));
        List<Row> rows = rows(school, plan);
        assertThat(rows.get(0).changes())
                .as("the other place of the tone is no change of the name")
                .containsExactly(
                        new Change("phone", "0912345678", "0987654321"), new Change("unit", "Tổ Văn", "Tổ Sử"));
        assertThat(rows.get(1).changes())
                .containsExactly(
                        new Change("posts", "TEACHER", "SUBJECT_HEAD,TEACHER"),
                        new Change("unit", "", "Tổ Văn"),
                        new Change("homeroom", "", "9A1"));
        assertThat(rows.get(3).kind()).isEqualTo(RowKind.LEFT);
        assertThat(rows.get(3).name()).isEqualTo("Phạm Thị Cúc");

        apply(school, school.clerk, plan);

        LocalDate today = school.clock.today();
        assertThat(byName(school, "Phạm Thị Cúc").posts())
                .as("an import lets nobody go")
                .containsExactly(Post.ACCOUNTANT);
        Person hoa = byName(school, "Lê Thị Hoà");
        assertThat(hoa.posts()).as("the class went to somebody else").containsExactly(Post.TEACHER);
        assertThat(school.directory
                        .find(hoa.id(), today.minusDays(1))
                        .orElseThrow()
                        .posts())
                .containsExactlyInAnyOrder(Post.TEACHER, Post.HOMEROOM_TEACHER);
        assertThat(byName(school, "Trần Văn Bình").posts())
                .containsExactlyInAnyOrder(Post.TEACHER, Post.SUBJECT_HEAD, Post.HOMEROOM_TEACHER);
    }

    @OnEachDatabase
    void namesEachBadRowWithItsReason(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        Import plan = read(
                school,
                school.clerk,
                list(
                        "79001,NguyÔn V¨n An,20/03/1985,,Giáo viên,,",
                        "79002,Nguyễn Vаn Bình,20/03/1985,,Giáo viên,,",
                        "79003,Lê Văn Cường,31/02/1985,,Giáo viên,,",
                        "79004,Lê Văn Dũng,1985,,Giáo viên,,",
                        "79005,Lê Văn Em,20/03/1985,12,Giáo viên,,",
                        "79006,Lê Văn Giang,20/03/1985,,Phi hành gia,,",
                        "79007,Lê Văn Hải,20/03/1985,,Giáo viên,,9A1",
                        "79007,Lê Văn Hùng,20/03/1985,,Giáo viên,,",
                        "79009,Lê Văn Khoa,20/03/1985,,Giáo viên,,9A1",
                        ",Lê Văn Lâm,,,,,"));

        assertThat(plan.state()).isEqualTo(State.READY);
        assertThat(plan.counts()).isEqualTo(new StaffImports.Counts(1, 0, 0, 0, 9));
        assertThat(rows(school, plan).stream()
                        .filter(row -> row.kind() == RowKind.BAD)
                        .map(row -> row.number() + " " + row.errors().get(0).code()))
                .containsExactly(
                        "2 directory.old-encoding",
                        "3 directory.look-alike-letter",
                        "4 directory.import-bad-date",
                        "5 directory.import-bad-date",
                        "6 directory.bad-phone",
                        "7 directory.import-unknown-post",
                        "9 directory.import-twice",
                        "10 directory.import-post-twice",
                        "11 directory.import-only-name");

        apply(school, school.clerk, plan);

        assertThat(school.directory.staff(TODAY)).extracting(Person::fullName).containsExactly("Lê Văn Hải");
    }

    @OnEachDatabase
    void matchesByNameAndBirthdayAndByNameAndPhone(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        apply(
                school,
                school.clerk,
                read(
                        school,
                        school.clerk,
                        list(
                                ",Lê Văn An,20/03/1985,,Giáo viên,,",
                                ",Lê Văn Bình,,0912345678,Giáo viên,,",
                                ",Lê Văn Cường,20/03/1985,,Giáo viên,,")));

        Import plan = read(
                school,
                school.clerk,
                list(
                        "79001,LÊ VĂN AN,20/03/1985,,,,",
                        ",Lê Văn Bình,,+84912345678,,Tổ Văn,",
                        ",Lê Văn Cường,,,Kế toán,,",
                        ",Lê Văn Cường,21/09/1999,,Kế toán,,"));

        assertThat(rows(school, plan).stream().filter(r -> r.number() > 0).map(Row::kind))
                .as("code added; unchanged but for the group; nobody can say who; another one")
                .containsExactly(RowKind.CHANGED, RowKind.CHANGED, RowKind.BAD, RowKind.NEW);
        assertThat(plan.counts().left())
                .as("a bad row does not make its person one who left")
                .isZero();
    }

    @OnEachDatabase
    void hidesTheColumnsThatTheCallerMayNotRead(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        byte[] file = StaffFile.official()
                .row(
                        1,
                        "79001",
                        "Trần Quang Minh",
                        "5/3/1975",
                        "Nam",
                        "Hiệu trưởng",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "x",
                        "x",
                        "")
                .xlsx();

        Import byClerk = read(school, school.clerk, file);
        assertThat(byClerk.columns()).doesNotContain("PARTY", "UNION");
        assertThat(byClerk.ignored()).contains("PARTY", "UNION");
        apply(school, school.clerk, byClerk);
        assertThat(school.structure.units(school.principal, Optional.of(UnitType.PARTY_CELL), false))
                .isEmpty();

        Import byPrincipal = read(school, school.principal, file);
        assertThat(rows(school, byPrincipal).get(0).changes())
                .as("what the clerk sees of it")
                .isEmpty();
        assertThatThrownBy(() -> school.imports.apply(school.clerk, byPrincipal.id(), Optional.empty()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void refusesAPlanWhenTheDirectoryChangedOrADayPassed(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        Import plan = read(school, school.clerk, list("79001,Lê Văn An,20/03/1985,,Giáo viên,,"));
        school.person("Trần", "Văn", "Bình");
        assertCode(
                () -> school.imports.apply(school.clerk, plan.id(), Optional.empty()),
                Conflict.class,
                "directory.import-directory-changed");

        Import second = read(school, school.clerk, list("79001,Lê Văn An,20/03/1985,,Giáo viên,,"));
        school.clock.advance(Duration.ofHours(25));
        assertCode(
                () -> school.imports.apply(school.clerk, second.id(), Optional.empty()),
                Conflict.class,
                "directory.import-outdated");

        Import third = read(school, school.clerk, list("79001,Lê Văn An,20/03/1985,,Giáo viên,,"));
        apply(school, school.clerk, third);
        assertCode(
                () -> school.imports.apply(school.clerk, third.id(), Optional.empty()),
                Conflict.class,
                "directory.import-state");
        assertThat(school.directory.staff(school.clock.today())).hasSize(2);
    }

    @OnEachDatabase
    void appliesAllOrNothing(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        Import plan = read(
                school,
                school.clerk,
                list(
                        "79001,Lê Văn An,20/03/1985,,Giáo viên,Tổ Văn,",
                        "79002,Lê Văn Bình,20/03/1986,,Giáo viên,Tổ Văn,"));
        // Somebody changes the directory between the first look and the transaction.
        school.store.advance("elsewhere");

        Import refused = ended(school, school.clerk, plan.id(), () -> {
            try {
                school.imports.apply(school.clerk, plan.id(), Optional.empty());
            } catch (Conflict e) {
                assertThat(e.code()).isEqualTo("directory.import-directory-changed");
            }
        });

        assertThat(refused.state()).isEqualTo(State.READY);
        assertThat(school.directory.staff(TODAY)).isEmpty();
        assertThat(school.directory.units(TODAY)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("MT.10.5")
    void whoComesToTheSchoolWithTheListGetsOneJoiningAndNobodyALeaving(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String office = "79001,Nguyễn Thị Thu,20/03/1985,Văn thư,01/08/2020";
        String knownFromBefore = "79002,Đỗ Văn Dũng,21/03/1986,Giáo viên,01/09/2015";
        apply(school, school.clerk, read(school, school.clerk, joined(office, knownFromBefore)));

        Import plan = read(
                school,
                school.clerk,
                joined(
                        office,
                        "79003,Bùi Văn Lâm,22/03/1987,Giáo viên,01/10/2026",
                        "79004,Vũ Thị Mai,23/03/1988,Giáo viên,",
                        "79005,Phan Văn Hòa,24/03/1989,Giáo viên,01/09/2019"));
        assertThat(rows(school, plan).stream().filter(Row::joining).map(Row::name))
                .containsExactly("Bùi Văn Lâm", "Vũ Thị Mai");
        assertThat(plan.counts().left()).isOne();
        assertThat(joinings(school)).isEmpty();

        Import applied =
                school.ended(school.imports.apply(school.clerk, plan.id(), Optional.of(ArrivalReason.TRANSFER)));
        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(joinings(school))
                .extracting(Joining::personName, Joining::firstDay, Joining::reason, Joining::giverId)
                .containsExactlyInAnyOrder(
                        tuple(
                                "Bùi Văn Lâm",
                                LocalDate.of(2026, 10, 1),
                                ArrivalReason.TRANSFER,
                                byName(school, "Nguyễn Thị Thu").id()),
                        tuple(
                                "Vũ Thị Mai",
                                TODAY,
                                ArrivalReason.TRANSFER,
                                byName(school, "Nguyễn Thị Thu").id()));
        assertThat(school.leavings
                        .list(school.clerk, Optional.empty(), PageRequest.first())
                        .items())
                .isEmpty();

        Import again = read(
                school, school.clerk, joined(office, "79003,Bùi Văn Lâm,22/03/1987,Giáo viên; Tổ trưởng,01/10/2026"));
        assertThat(rows(school, again)).noneMatch(Row::joining);
        school.ended(school.imports.apply(school.clerk, again.id(), Optional.of(ArrivalReason.RECRUITMENT)));
        assertThat(joinings(school)).hasSize(2);
    }

    @OnEachDatabase
    void opensNoJoiningWithoutTheRightOrWithoutAnybodyWhoGives(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        Import plan = read(school, school.clerk, joined("79003,Bùi Văn Lâm,22/03/1987,Giáo viên,01/10/2026"));
        school.access.grant(school.teacher, "directory:import");
        assertThatThrownBy(
                        () -> school.imports.apply(school.teacher, plan.id(), Optional.of(ArrivalReason.RECRUITMENT)))
                .isInstanceOf(Forbidden.class);

        Import refused =
                school.ended(school.imports.apply(school.clerk, plan.id(), Optional.of(ArrivalReason.RECRUITMENT)));
        assertThat(refused.state()).isEqualTo(State.READY);
        assertThat(refused.error()).map(FieldError::code).contains("directory.import-no-giver");
        assertThat(school.directory.staff(TODAY)).isEmpty();
    }

    private static byte[] joined(String... rows) {
        String head = "Mã định danh CBGV,Họ và tên,Ngày sinh,Chức vụ,Ngày vào trường\n";
        return (head + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Joining> joinings(TestSchool school) {
        return school.joinings
                .list(school.clerk, Optional.empty(), PageRequest.first())
                .items();
    }

    @OnEachDatabase
    void aCancelledPlanIsGone(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        Import plan = read(school, school.clerk, list("79001,Lê Văn An,20/03/1985,,Giáo viên,,"));

        school.imports.cancel(school.clerk, plan.id());

        assertThat(school.imports.get(school.clerk, plan.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(rows(school, plan)).isEmpty();
        assertCode(
                () -> school.imports.apply(school.clerk, plan.id(), Optional.empty()),
                Conflict.class,
                "directory.import-state");
    }

    @OnEachDatabase
    void readsCsvWithAnySeparatorAndTheSheetBehindTheFirst(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        StaffFile file = new StaffFile()
                .row("Họ đệm", "Tên", "Ngày sinh", "Chức vụ")
                .row("Lê \"Thị\"", "Lan", "20/03/1985", "Giáo viên")
                .row("Lê Thị", "Mai, Hoa", "20/03/1985", "Giáo viên")
                .row("Trần", "Bình", "21.3.1986", "Kế toán; Thủ quỹ");

        for (char separator : new char[] {',', ';', '\t'}) {
            Import plan = read(school, school.clerk, "ds.csv", file.csv(separator));
            assertThat(plan.counts()).as("separator " + separator).isEqualTo(new StaffImports.Counts(1, 0, 0, 0, 2));
        }
        assertThat(read(school, school.clerk, file.xlsxBehindAnotherSheet()).sheet())
                .isEqualTo("Danh sách");
    }

    @OnEachDatabase
    void refusesWhatIsNoStaffList(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String sheet = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>";

        assertFails(school, new byte[0], "directory.import-empty");
        assertFails(school, ole2("Workbook"), "directory.import-old-excel");
        assertFails(school, ole2("EncryptedPackage"), "directory.import-password");
        assertFails(
                school,
                "<html><table></table></html>".getBytes(StandardCharsets.UTF_8),
                "directory.import-not-a-table");
        assertFails(school, StaffFile.zip(Map.of("word/document.xml", "<w/>")), "directory.import-not-a-table");
        assertFails(school, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1, 2, 3}, "directory.import-broken");
        assertFails(school, StaffFile.withSheet(sheet + "<row><c>"), "directory.import-broken");
        assertFails(
                school,
                new StaffFile().row("Tên hàng", "Số lượng").row("Phấn", 3).xlsx(),
                "directory.import-no-header");
        assertFails(
                school,
                "Họ và tên;Ngày sinh\nNguy\u00f4n;1".getBytes(StandardCharsets.ISO_8859_1),
                "directory.import-not-utf8");
        assertFails(school, new byte[] {1, 2, 0, 4, 5, 6}, "directory.import-not-a-table");
        assertThat(school.directory.staff(TODAY)).isEmpty();
    }

    @OnEachDatabase
    void survivesZipBombsAndOtherTricks(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String head = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>";
        String headings = StaffFile.inlineRow(1, "Họ và tên", "Ngày sinh", "Chức vụ");

        assertFails(
                school,
                StaffFile.withSheet(head + headings + " ".repeat(80 << 20) + "</sheetData></worksheet>"),
                "directory.import-bomb");
        assertFails(
                school,
                StaffFile.withSheet("<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + head
                        + StaffFile.inlineRow(1, "&x;", "&b;", "Chức vụ") + "</sheetData></worksheet>"),
                "directory.import-no-header",
                "directory.import-broken");
        Import far = read(
                school,
                school.clerk,
                StaffFile.withSheet(head + headings
                        + "<row r='2'><c t='inlineStr'><is><t>Lê Văn An</t></is></c><c r='B2'><v>31126</v></c>"
                        + "<c r='C2' t='str'><f>A1</f><v>Giáo viên &amp; Tổ trưởng</v></c>"
                        + "<c r='ZZZZZZZZZZ2' t='inlineStr'><is><t>x</t></is></c></row>"
                        + "<row r='3'><c t='s'><v>999999999</v></c><c><v>1E+999999999</v></c><c t='e'><v>#REF!</v></c></row>"
                        + "</sheetData></worksheet>"));
        assertThat(far.counts()).isEqualTo(new StaffImports.Counts(1, 0, 0, 0, 0));
        assertThat(rows(school, far).get(0).changes())
                .as("a serial date, and the value that Excel kept of a formula")
                .contains(new Change("birthDate", "", "1985-03-20"), new Change("posts", "", "SUBJECT_HEAD,TEACHER"));
    }

    @OnEachDatabase
    void refusesMoreRowsThanAllowed(TestDatabase db) {
        TestSchool school = TestSchool.withMaxRows(db, 2);

        assertFails(
                school,
                list("1,Lê An,20/03/1985,,,,", "2,Lê Bình,20/03/1985,,,,", "3,Lê Cúc,20/03/1985,,,,"),
                "directory.import-too-many-rows");
    }

    @OnEachDatabase
    void takesFiftyThousandRows(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        StaffFile file = new StaffFile().row("Mã định danh", "Họ và tên", "Ngày sinh", "Chức vụ", "Tổ chuyên môn");
        for (int i = 0; i < 50_000; i++) {
            file.row(String.valueOf(100_000 + i), "Nguyễn Văn An", "20/03/1985", "Giáo viên", "Tổ " + i % 50);
        }

        Import plan = read(school, school.clerk, file.xlsx());

        assertThat(plan.error()).isEmpty();
        assertThat(plan.counts().fresh()).isEqualTo(50_000);
        assertThat(school.imports
                        .rows(
                                school.clerk,
                                plan.id(),
                                Optional.of(RowKind.NEW),
                                PageRequest.first(1).sorted("-row"))
                        .items())
                .extracting(Row::number)
                .containsExactly(50_001);
    }

    @OnEachDatabase
    void needsThePermission(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        assertThatThrownBy(() -> school.imports.start(school.teacher, "a.csv", StaffFile.source(new byte[1])))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> school.imports.list(school.teacher, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void refusesAFileThatIsTooLargeBeforeReadingIt(TestDatabase db) {
        TestSchool school = TestSchool.on(db);

        assertCode(
                () -> school.imports.start(school.clerk, "a.xlsx", StaffFile.source(new byte[31 << 20])),
                Invalid.class,
                "directory.import-too-large");
    }

    private static byte[] list(String... rows) {
        StringBuilder csv = new StringBuilder(
                "\ufeffMã định danh CBGV,Họ và tên,Ngày sinh,Số điện thoại,Chức vụ,Tổ chuyên môn,Chủ nhiệm lớp\n");
        for (String row : rows) {
            csv.append(row).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ole2(String stream) {
        byte[] bytes = new byte[4096];
        byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }

    private static void assertFails(TestSchool school, byte[] file, String... codes) {
        Import failed = read(school, school.clerk, file);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.error()).map(FieldError::code).get().isIn((Object[]) codes);
    }

    private static Import read(TestSchool school, Caller caller, byte[] file) {
        return read(school, caller, "danh sach.xlsx", file);
    }

    private static Import read(TestSchool school, Caller caller, String name, byte[] file) {
        return school.ended(school.imports.start(caller, name, StaffFile.source(file)));
    }

    private static Import apply(TestSchool school, Caller caller, Import plan) {
        return school.ended(school.imports.apply(caller, plan.id(), Optional.empty()));
    }

    private static Import ended(TestSchool school, Caller caller, String importId, Runnable step) {
        step.run();
        return school.imports.await(caller, importId, Duration.ofMinutes(1));
    }

    private static List<Row> rows(TestSchool school, Import plan) {
        return school.imports
                .rows(school.clerk, plan.id(), Optional.empty(), PageRequest.first())
                .items();
    }

    private static Person byName(TestSchool school, String name) {
        return school.directory.staff(school.clock.today()).stream()
                .filter(person -> person.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
