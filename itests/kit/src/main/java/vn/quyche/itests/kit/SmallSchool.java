package vn.quyche.itests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * A school with five people, made through REST alone: a principal, two teachers, a guard, a clerk without an account; and
 * the accounts of an administrator, an operator who may do everything, and a system of the district.
 */
public final class SmallSchool implements AutoCloseable {

    private static final String FIRST_DAY = "2024-08-01";

    public final AssemblyProcess process;
    public final SchoolClient anonymous;
    public final SchoolClient admin;
    public final SchoolClient principal;
    public final SchoolClient teacher;
    public final SchoolClient secondTeacher;
    public final SchoolClient guard;
    public final SchoolClient system;
    public final String teacherId;
    public final String secondTeacherId;
    public final String guardId;
    public final String principalId;
    public final String unitId;
    public final String groupId;

    private SmallSchool(AssemblyProcess process) {
        this.process = process;
        anonymous = SchoolClient.anonymous(process);
        admin = SchoolClient.firstSignIn(process, "admin", initialPassword(process));
        // The first principal stands for nobody: the directory is still empty.
        SchoolClient founder = account("sanglap", "Người lập", null, "PRINCIPAL");
        unitId = founder.create(
                "/api/directory/v1/units",
                Map.of("unit", Map.of("type", "SUBJECT_GROUP", "name", "Tổ Toán", "grade", 0), "validFrom", FIRST_DAY));
        founder.create(
                "/api/directory/v1/campuses",
                Map.of("name", "Cơ sở Một", "address", "Thôn Đông", "validFrom", FIRST_DAY));
        principalId = person(founder, "Nguyễn", "Hạnh", "PRINCIPAL");
        teacherId = person(founder, "Lê", "Bình", "TEACHER");
        secondTeacherId = person(founder, "Phạm", "Cường", "TEACHER");
        guardId = person(founder, "Võ", "Dũng", "GUARD");
        person(founder, "Trần", "Giang", "RECORDS_CLERK");
        founder.create(
                "/api/directory/v1/people/" + teacherId + "/memberships", Map.of("unitId", unitId, "from", FIRST_DAY));
        principal = account("hanh", "Nguyễn Hạnh", principalId, "PRINCIPAL");
        teacher = account("binh", "Lê Bình", teacherId, "STAFF");
        secondTeacher = account("cuong", "Phạm Cường", secondTeacherId, "STAFF");
        guard = account("dung", "Võ Dũng", guardId, "GUARD");
        system = account("phong", "Hệ thống của Phòng", null, "SYSTEM_CLIENT");
        groupId = principal.create(
                "/api/group/v1/groups",
                Map.of(
                        "name", "Nhóm toàn trường",
                        "kind", "SCHOOL",
                        "platform", "ZALO",
                        "purpose", "Chỉ đạo chung",
                        "rule", Map.of("allStaff", true),
                        "appointments", List.of(Map.of("role", "OWNER", "post", "PRINCIPAL")),
                        "establishing", Map.of("number", "12/QĐ", "date", "2024-08-20", "signer", "Nguyễn Hạnh"),
                        "link", "https://zalo.me/g/abc"));
        principal
                .post(
                        "/api/group/v1/groups/" + groupId + "/members",
                        Map.of("joined", List.of(principalId, teacherId, secondTeacherId, guardId)))
                .expect(200);
    }

    /** The same school where another process runs it. */
    private SmallSchool(SmallSchool school, AssemblyProcess process) {
        this.process = process;
        anonymous = SchoolClient.anonymous(process);
        admin = SchoolClient.basic(process, "admin", SchoolClient.PASSWORD);
        principal = SchoolClient.basic(process, "hanh", SchoolClient.PASSWORD);
        teacher = SchoolClient.basic(process, "binh", SchoolClient.PASSWORD);
        secondTeacher = SchoolClient.basic(process, "cuong", SchoolClient.PASSWORD);
        guard = SchoolClient.basic(process, "dung", SchoolClient.PASSWORD);
        system = SchoolClient.basic(process, "phong", SchoolClient.PASSWORD);
        teacherId = school.teacherId;
        secondTeacherId = school.secondTeacherId;
        guardId = school.guardId;
        principalId = school.principalId;
        unitId = school.unitId;
        groupId = school.groupId;
    }

    /** Its data were brought elsewhere: the same people, spoken to there. */
    public SmallSchool at(AssemblyProcess elsewhere) {
        return new SmallSchool(this, elsewhere);
    }

    /** Fills an empty school that runs. */
    public static SmallSchool in(AssemblyProcess process) {
        return new SmallSchool(process);
    }

    /** An account with roles, after its first sign-in. */
    public SchoolClient account(String userName, String name, String personId, String... roles) {
        Map<String, Object> account = personId == null
                ? Map.of("userName", userName, "name", name, "roles", List.of(roles))
                : Map.of("userName", userName, "name", name, "roles", List.of(roles), "personId", personId);
        String initial = admin.post("/api/security/v1/accounts", account, "Idempotency-Key", "account-" + userName)
                .expect(201)
                .json()
                .path("initialPassword")
                .asText();
        return SchoolClient.firstSignIn(process, userName, initial);
    }

    /** A person with a post. */
    public String person(SchoolClient editor, String familyName, String givenName, String post) {
        String id = editor.create(
                "/api/directory/v1/people",
                Map.of("person", Map.of("familyName", familyName, "givenName", givenName), "firstDay", FIRST_DAY));
        editor.create(
                "/api/directory/v1/people/" + id + "/posts",
                Map.of("post", post, "concurrent", false, "from", FIRST_DAY, "decisionNumber", "1/QĐ"));
        return id;
    }

    /** A directive to everybody, as REST takes it. */
    public Map<String, Object> directive(String title) {
        return Map.of(
                "groupId", groupId,
                "title", title,
                "text", "Họp hội đồng lúc 7 giờ 30.",
                "requirement", "ACKNOWLEDGE",
                "deadline", "2099-01-05T10:00:00Z");
    }

    /** The password with which the first administrator of a new installation signs in for the first time. */
    public static String initialPassword(AssemblyProcess process) {
        try {
            return Files.readString(process.data().resolve("initial-admin.txt")).split("\\s+")[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
