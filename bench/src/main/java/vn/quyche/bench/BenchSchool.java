package vn.quyche.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;

/** A school to measure: the real distribution, its limits on requests raised, filled through its doors. */
final class BenchSchool {

    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý");
    private static final List<String> MIDDLE =
            List.of("Văn", "Thị", "Minh", "Thu", "Quốc", "Ngọc", "Hữu", "Thanh", "Đức", "Kim", "Gia", "Xuân");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Chi", "Dung", "Giang", "Hà", "Hiền", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân",
            "Sơn", "Tâm", "Uyên", "Vân", "Yến", "Đạt");
    private static final Path JAR = Path.of(System.getProperty("quyche.bench.jar"));
    private static final long PATIENCE_MS = 120_000;

    private BenchSchool() {}

    /** An empty school that does not count requests, not started yet; on Derby. */
    static AssemblyProcess roomy(String name) throws IOException {
        AssemblyProcess school = AssemblyProcess.named("bench-" + name).empty();
        configure(school, "vn.quyche.core.web", """
                account.per.minute = 100000000
                address.per.minute = 100000000
                failures.per.minute = 100000000
                """);
        return school;
    }

    /** The same on another database. */
    static AssemblyProcess roomy(String name, String url, String user) throws IOException {
        AssemblyProcess school = roomy(name);
        configure(school, "vn.quyche.core.persistence", "url = " + url + "\nuser = " + user + "\n");
        return school;
    }

    private static void configure(AssemblyProcess school, String pid, String lines) throws IOException {
        Path etc = Files.createDirectories(school.data().resolve("karaf/etc"));
        Files.writeString(etc.resolve(pid + ".cfg"), lines);
    }

    /** Drops a file into the folder that the container watches: written beside it, then moved in. */
    static void drop(AssemblyProcess school, Path file, String name) throws IOException {
        Path beside = Files.copy(file, school.data().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, school.deploy().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts the bare service into the running school, and returns when it answers. */
    static void addBareService(SmallSchool school) throws IOException, InterruptedException {
        drop(school.process, JAR, "bench-bare.jar");
        await(() ->
                // before it stands, who is not signed in is led to the form
                school.anonymous
                        .get("/bench/bare/people/" + school.teacherId)
                        .text()
                        .contains(school.teacherId));
    }

    /** Imports so many teachers from an Excel file, and gives the ids of all people. */
    static List<String> importPeople(SmallSchool school, int count) throws IOException, InterruptedException {
        byte[] file = staffList(count);
        String imports = "/api/directory/v1/imports";
        String id = school.principal
                .raw("POST", imports + "?fileName=nhan-su.xlsx", file, "application/octet-stream")
                .expect(201)
                .id();
        await(() -> state(school, id).equals("READY"));
        school.principal.post(imports + "/" + id + "/apply", Map.of()).expect(200);
        await(() -> state(school, id).equals("APPLIED"));
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = school.principal
                    .get("/api/directory/v1/people?size=200" + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(person -> ids.add(person.path("id").asText()));
            after = page.path("next").isTextual()
                    ? "&after=" + encoded(page.path("next").asText())
                    : "";
        } while (!after.isEmpty());
        return ids;
    }

    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String state(SmallSchool school, String importId) {
        JsonNode json = school.principal
                .get("/api/directory/v1/imports/" + importId)
                .expect(200)
                .json();
        String state = json.path("state").asText();
        if (state.equals("FAILED") || json.path("counts").path("bad").asInt() > 0) {
            throw new IllegalStateException(json.toString());
        }
        return state;
    }

    private static byte[] staffList(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Quyche", "1.0")) {
            Worksheet sheet = book.newWorksheet("Danh sách");
            List<String> header = List.of("STT", "Họ và tên (*)", "Ngày sinh (dd/mm/yyyy)", "Chức vụ", "Tổ chuyên môn");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int i = 0; i < count; i++) {
                sheet.value(i + 1, 0, String.valueOf(i + 1));
                sheet.value(i + 1, 1, name(i));
                sheet.value(
                        i + 1,
                        2,
                        LocalDate.of(1970, 1, 1).plusDays(i).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
                sheet.value(i + 1, 3, "Giáo viên");
                sheet.value(i + 1, 4, "Tổ Toán");
            }
        }
        return out.toByteArray();
    }

    /** An invented name. */
    static String name(int i) {
        return FAMILY.get(i % FAMILY.size()) + " " + MIDDLE.get(i / 7 % MIDDLE.size()) + " "
                + GIVEN.get(i / 3 % GIVEN.size());
    }

    /** What is waited for. */
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    static void await(Condition condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!condition.holds()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("waited in vain");
            }
            Thread.sleep(20);
        }
    }

    /** The memory that a process has in RAM, in MiB. */
    static double residentMib(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("no VmRSS of " + pid);
    }

    /** What the school's heap holds after a collection, in MiB. */
    static double liveHeapMib(long pid) {
        String jcmd = System.getProperty("java.home") + "/bin/jcmd";
        AssemblyProcess.run(List.of(jcmd, "" + pid, "GC.run"), Map.of());
        String info = AssemblyProcess.run(List.of(jcmd, "" + pid, "GC.heap_info"), Map.of());
        return java.util.regex.Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K")
                        .matcher(info)
                        .results()
                        .mapToLong(match -> Long.parseLong(match.group(1)))
                        .sum()
                / 1024.0;
    }
}
