package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.NewDistrictSchool;
import vn.quyche.district.api.SchoolStanding;
import vn.quyche.district.api.Schools;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultSchoolsTest {

    private static NewDistrictSchool with(NewDistrictSchool school, String address, Optional<String> token) {
        return new NewDistrictSchool(
                school.code(),
                school.name(),
                address,
                school.door(),
                token,
                school.accountName(),
                school.activeFrom(),
                school.activeTo());
    }

    @OnEachDatabase
    @Regulated("TB.1")
    void registersASchoolAndKeepsItsTokenSealed(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        NewDistrictSchool entered =
                office.newSchool("THA", "Trường Tiểu học Hòa An", CollectDoor.REST, "https://tha.example/");
        String id = office.schools.register(office.head, entered, "k1");
        assertThat(office.schools.register(office.head, entered, "k1")).isEqualTo(id);
        DistrictSchool school = office.schools.get(office.reader, id);
        assertThat(school.address()).isEqualTo("https://tha.example");
        assertThat(school.tokenKept()).isTrue();
        assertThat(office.schoolStore.sealedToken(id).orElseThrow()).doesNotContain("qt_0123");
        assertThat(office.tokens.of(id)).isEqualTo("qt_0123456789abcdef");
        assertThat(office.acts.lastDone().after().toString()).doesNotContain("qt_0123");
        assertThat(entered.toString()).doesNotContain("qt_0123");
    }

    @OnEachDatabase
    void refusesATakenCodeABadAddressAndWhoMayNot(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        NewDistrictSchool school =
                office.newSchool("THA", "Trường Tiểu học Hòa An", CollectDoor.REST, "https://tha.example");
        office.schools.register(office.head, school, "");
        assertThatThrownBy(() -> office.schools.register(office.head, school, ""))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        office.schools.register(office.head, with(school, "http://tha.example", school.token()), ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.schools.register(office.head, with(school, "", school.token()), ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.schools.register(office.reader, school, ""))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void keepsTheTokenOnAChangeButNotForAnotherAddress(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        NewDistrictSchool school =
                office.newSchool("THA", "Trường Tiểu học Hòa An", CollectDoor.REST, "https://tha.example");
        String id = office.schools.register(office.head, school, "");
        DistrictSchool same =
                office.schools.change(office.head, id, 1, with(school, "https://tha.example", Optional.empty()));
        assertThat(same.tokenKept()).isTrue();
        assertThat(same.version()).isEqualTo(2);
        assertThatThrownBy(() -> office.schools.change(
                        office.head, id, 2, with(school, "https://evil.example", Optional.empty())))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.code()).isEqualTo("district.token-for-new-address"));
        assertThatThrownBy(() -> office.schools.change(office.head, id, 1, school))
                .isInstanceOf(Conflict.class);
        assertThat(office.tokens.of(id)).isEqualTo("qt_0123456789abcdef");
    }

    @OnEachDatabase
    void listsByNamePageByPageWithCounts(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.pushing("B", "Trường Mầm non Bình Minh");
        office.pushing("C", "Trường THCS Cẩm Tú");
        office.push(office.machineA, "A", DistrictFixture.group("1", "Hội đồng"), DistrictFixture.group("2", "Chi bộ"));
        office.recognise("Chi bộ");
        Page<SchoolStanding> first = office.schools.list(office.reader, Schools.Query.active(), PageRequest.first(2));
        assertThat(first.items())
                .extracting(row -> row.school().name())
                .containsExactly("Trường Mầm non Bình Minh", "Trường THCS Cẩm Tú");
        Page<SchoolStanding> second =
                office.schools.list(office.reader, Schools.Query.active(), new PageRequest(2, first.next()));
        assertThat(second.items()).singleElement().satisfies(row -> {
            assertThat(row.counts().pending()).isEqualTo(1);
            assertThat(row.counts().recognised()).isEqualTo(1);
        });
        assertThat(second.next()).isEmpty();
        assertThat(office.schools
                        .list(
                                office.reader,
                                new Schools.Query(Optional.of("binh minh"), Schools.Part.ALL),
                                PageRequest.first())
                        .items())
                .hasSize(1);
        office.clock.set(LocalDate.parse("2027-01-01"));
        DistrictSchool school = office.schools.byCode(office.head, "b");
        office.schools.change(
                office.head,
                school.id(),
                school.version(),
                new NewDistrictSchool(
                        "B",
                        school.name(),
                        "",
                        CollectDoor.PUSH,
                        Optional.empty(),
                        Optional.of("acc-b"),
                        school.activeFrom(),
                        Optional.of(LocalDate.of(2026, 12, 31))));
        assertThat(office.schools
                        .list(office.reader, Schools.Query.active(), PageRequest.first())
                        .items())
                .hasSize(2);
    }
}
