package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quyche.core.directory.internal.TestSchool.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Leavings.Leaving;
import vn.quyche.core.api.directory.StaffImports.Import;
import vn.quyche.core.api.directory.StaffImports.Row;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

/** Handing over and imports, in every order that their lists offer, page by page. */
class SortedListsTest {

    @OnEachDatabase
    void casesByTheirDay(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String receiver = school.person("Lê", "Thị", "Cúc");
        String late = school.leaving(school.person("Lê", "Thị", "An"), TODAY.plusDays(20), receiver);
        String soon = school.leaving(school.person("Lê", "Thị", "Bình"), TODAY.plusDays(10), receiver);
        String alsoLate = school.leaving(school.person("Lê", "Thị", "Dung"), TODAY.plusDays(20), receiver);

        assertThat(cases(school, "day")).containsExactly(soon, late, alsoLate);
        assertThat(cases(school, "-day")).containsExactly(alsoLate, late, soon);
        assertThat(cases(school, "opened")).containsExactly(late, soon, alsoLate);
        assertThat(cases(school, "name")).containsExactly(late, soon, alsoLate);
        assertThat(cases(school, "-name")).containsExactly(alsoLate, soon, late);
        Pages.refusesNonsense("name", page -> school.leavings.list(school.clerk, Optional.empty(), page));
        Pages.refusesNonsense("name", page -> school.joinings.list(school.clerk, Optional.empty(), page));
        Pages.refusesNonsense("day", page -> school.leavings.list(school.clerk, Optional.empty(), page));
        Pages.refusesNonsense("opened", page -> school.joinings.list(school.clerk, Optional.empty(), page));
    }

    @OnEachDatabase
    void importsAndTheirRows(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        Import first = read(school, "b.csv", "Lê Thị An", "Lê Thị Bình", "Lê Thị Cúc");
        Import second = read(school, "A.csv", "Lê Thị Dung");

        assertThat(Pages.read("time", page -> school.imports.list(school.clerk, page)))
                .extracting(Import::id)
                .containsExactly(first.id(), second.id());
        assertThat(Pages.read("-row", page -> school.imports.rows(school.clerk, first.id(), Optional.empty(), page)))
                .extracting(Row::number)
                .containsExactly(4, 3, 2);
        assertThat(Pages.read("file", page -> school.imports.list(school.clerk, page)))
                .extracting(Import::id)
                .containsExactly(second.id(), first.id());
        assertThat(Pages.read("-file", page -> school.imports.list(school.clerk, page)))
                .extracting(Import::id)
                .containsExactly(first.id(), second.id());
        Pages.refusesNonsense("file", page -> school.imports.list(school.clerk, page));
        Pages.refusesNonsense("time", page -> school.imports.list(school.clerk, page));
        Pages.refusesNonsense("row", page -> school.imports.rows(school.clerk, first.id(), Optional.empty(), page));
    }

    private static Import read(TestSchool school, String fileName, String... names) {
        String file =
                "Mã định danh CBGV,Họ và tên,Ngày sinh\n," + String.join(",01/02/1990\n,", names) + ",01/02/1990\n";
        return school.ended(
                school.imports.start(school.clerk, fileName, StaffFile.source(file.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> cases(TestSchool school, String sort) {
        return Pages.read(sort, page -> school.leavings.list(school.clerk, Optional.empty(), page)).stream()
                .map(Leaving::id)
                .toList();
    }
}
