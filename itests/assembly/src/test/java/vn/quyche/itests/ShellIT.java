package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The administrator's shell, as {@code ./quyche shell} gives it. */
@ExtendWith(SharedSchool.class)
class ShellIT {

    private static final String OPERATOR = "vanhanh";

    private final SmallSchool school;

    ShellIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    void doesWhatTheAccountMayDo() throws IOException {
        school.account(OPERATOR, "Người vận hành", null, "ADMIN", "PRINCIPAL");
        JsonNode groups = new ObjectMapper().readTree(shell(OPERATOR, "group:list --json"));
        assertThat(groups.path("items").findValuesAsText("name")).contains("Nhóm toàn trường");
        assertThat(shell(OPERATOR, "duty:list --all")).doesNotContain("Lỗi:", "Exception");
        assertThat(shell(OPERATOR, "audit:verify")).contains("Nhật ký toàn vẹn");

        Path file = Path.of("target/staff.xlsx").toAbsolutePath();
        staffList(file);
        assertThat(shell(OPERATOR, "directory:import " + file)).doesNotContain("Lỗi:", "Exception");
        assertThat(names()).doesNotContain("Đặng Thị Khuê");
        assertThat(shell(OPERATOR, "directory:import --apply " + file)).doesNotContain("Lỗi:", "Exception");
        assertThat(names()).contains("Đặng Thị Khuê", "Bùi Văn Lâm");
    }

    @Test
    void sendsADirectiveToAUnitWithinAGroup() throws IOException {
        school.account("totruong", "Người ban hành", null, "ADMIN", "PRINCIPAL");
        String id = school.principal.create("/api/group/v1/directives?issue=true", toUnit("Họp tổ Toán"));
        assertThat(school.principal
                        .get("/api/group/v1/directives/" + id + "/units")
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("Tổ Toán");
        assertThat(school.principal
                        .get("/api/group/v1/directives/" + id + "/receipts?unit=" + school.unitId)
                        .expect(200)
                        .json()
                        .findValuesAsText("personId"))
                .containsExactly(school.teacherId);
        school.principal
                .get("/api/group/v1/directives/" + id + "/receipts?unit=none")
                .expect(404);
        school.principal
                .post("/api/group/v1/directives", Map.of("groupId", school.groupId, "units", List.of("x".repeat(99))))
                .expect(400);

        JsonNode receipts =
                new ObjectMapper().readTree(shell("totruong", "group:receipts --json --unit 'to toan' " + id));
        assertThat(receipts.path("items").findValuesAsText("personId")).containsExactly(school.teacherId);
        // the unit is looked for before it is said that only people write directives
        assertThat(shell("totruong", "group:directive-issue --deadline 2099-01-05T17:00 --to-unit La N01 Họp Tổ"))
                .contains("Lỗi:", "group.no-unit");
    }

    private Map<String, Object> toUnit(String title) {
        Map<String, Object> directive = new HashMap<>(school.directive(title));
        directive.put("units", List.of(school.unitId));
        return directive;
    }

    @Test
    void refusesInOneLineWhatItMayNot() {
        // The administrator of accounts does not keep the directory.
        assertThat(shell("admin", "directory:import /nowhere.xlsx").lines().filter(line -> line.startsWith("Lỗi:")))
                .hasSize(1);
        assertThat(shell("admin", "duty:list"))
                .doesNotContain("Lỗi:", "Exception")
                .contains("duty:list --all");
        assertThat(shell("admin", "duty:list --all")).contains("Lỗi:", "(core.forbidden: duty:read)");
        assertThat(shell("admin", "audit:verify --colour red")).doesNotContain("\tat ");
        assertThat(shell("binh", "group:list")).contains("authentication").doesNotContain("Nhóm toàn trường");
    }

    @Test
    void hidesFromAViewerWhatOnlyAdministratorsUse() {
        school.admin
                .post("/api/security/v1/roles", Map.of("code", "WATCH", "label", "Trực máy"))
                .expect(201);
        school.admin
                .put("/api/security/v1/roles/WATCH/permissions", Set.of("platform:shell"))
                .expect(200);
        school.account("trucmay", "Trực máy", null, "WATCH");
        assertThat(shell("trucmay", "security:account-list")).contains("Command not found");
        assertThat(shell("trucmay", "bundle:list")).doesNotContain("vn.quyche.group |");
        assertThat(shell("trucmay", "shell:exec id")).doesNotContain("uid=");
    }

    private String shell(String account, String command) {
        return school.process.shell(account, SchoolClient.PASSWORD, command);
    }

    private List<String> names() {
        return school.principal
                .get("/api/directory/v1/people?size=100")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("fullName");
    }

    private static void staffList(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Quyche", "1.0")) {
            Worksheet sheet = book.newWorksheet("Danh sách");
            List<List<String>> rows = List.of(
                    List.of("DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN"),
                    List.of("STT", "Họ và tên (*)", "Ngày sinh (dd/mm/yyyy)", "Chức vụ", "Tổ chuyên môn"),
                    List.of("1", "Đặng Thị Khuê", "02/03/1985", "Giáo viên", "Tổ Toán"),
                    List.of("2", "Bùi Văn Lâm", "14/11/1990", "Giáo viên", "Tổ Toán"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
    }
}
