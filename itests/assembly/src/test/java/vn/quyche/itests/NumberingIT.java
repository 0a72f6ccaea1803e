package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;

/** The power fails while clerks number documents, all at once: no number is lost, doubled or left out (NĐ 30/2020, Điều 15). */
class NumberingIT {

    private static final String OUTGOING = "/api/document/v1/outgoing/";
    private static final String REGISTER = "/api/document/v1/books/BOOK-OUTGOING/documents";
    private static final String SCHOOL = "/api/directory/v1/school";
    private static final int DOCUMENTS = 240;
    private static final int CLERKS = 12;
    private static final int BEFORE_THE_CUT = 60;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    @Test
    void keepsEveryNumberThatItGaveAndLeavesNoGap() throws Exception {
        try (AssemblyProcess process = AssemblyProcess.named("numbering")
                .empty()
                .configured("vn.quyche.core.web.cfg", "account.per.minute = 1000000\naddress.per.minute = 1000000\n")
                .start()) {
            SmallSchool school = SmallSchool.in(process);
            SchoolClient clerk = school.account("giang", "Trần Giang", null, "RECORDS_CLERK");
            SchoolClient.Answer profile = school.principal.get(SCHOOL).expect(200);
            school.principal
                    .put(
                            SCHOOL,
                            Map.of("name", "Trường Thử", "code", "", "abbreviation", "TT", "place", "", "address", ""),
                            "If-Match",
                            profile.headers().firstValue("ETag").orElseThrow())
                    .expect(200);
            for (int i = 0; i < DOCUMENTS; i++) {
                waiting.add(approved(school, i));
            }
            numberUntilThePowerIsCut(process, clerk);
            assertThat(waiting).as("some were still waiting").isNotEmpty();

            process.start();

            acknowledged.forEach((id, number) -> assertThat(
                            get(school, OUTGOING + id).path("number").asInt())
                    .isEqualTo(number));
            List<Integer> kept = numbers(school);
            assertThat(kept).hasSizeGreaterThanOrEqualTo(acknowledged.size());
            assertThat(kept)
                    .isEqualTo(IntStream.rangeClosed(1, kept.size()).boxed().toList());
            JsonNode next = clerk.call("POST", OUTGOING + waiting.remove() + "/number", null)
                    .expect(200)
                    .json();
            assertThat(next.path("number").asInt()).isEqualTo(kept.size() + 1);
            assertThat(school.admin
                            .call("POST", "/api/audit/v1/verification", null)
                            .expect(200)
                            .json()
                            .path("faults"))
                    .isEmpty();
        }
    }

    private void numberUntilThePowerIsCut(AssemblyProcess process, SchoolClient clerk) throws InterruptedException {
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        for (int i = 0; i < CLERKS; i++) {
            clerks.submit(() -> number(clerk));
        }
        clerks.shutdown();
        while (acknowledged.size() < BEFORE_THE_CUT && !clerks.isTerminated()) {
            Thread.sleep(10);
        }
        process.kill();
        assertThat(clerks.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_CUT);
    }

    /** Ends when the process is gone: the call fails then, and the thread with it. */
    private void number(SchoolClient clerk) {
        for (String id = waiting.poll(); id != null; id = waiting.poll()) {
            SchoolClient.Answer answer = clerk.call("POST", OUTGOING + id + "/number", null);
            acknowledged.put(id, answer.expect(200).json().path("number").asInt());
        }
    }

    private static String approved(SmallSchool school, int i) {
        String file = school.principal
                .raw(
                        "POST",
                        "/api/document/v1/uploads?fileName=van-ban.txt",
                        ("Văn bản số " + i).getBytes(StandardCharsets.UTF_8),
                        "application/octet-stream")
                .expect(201)
                .id();
        String id = school.principal.create(
                OUTGOING.substring(0, OUTGOING.length() - 1),
                Map.of(
                        "kind",
                        "DECISION",
                        "subject",
                        "Văn bản " + i,
                        "urgency",
                        "NORMAL",
                        "recipients",
                        List.of("Lưu: VT"),
                        "approverId",
                        school.principalId,
                        "signerId",
                        school.principalId,
                        "capacity",
                        "HEAD",
                        "fileId",
                        file));
        JsonNode submitted = school.principal
                .call("POST", OUTGOING + id + "/submission", null)
                .expect(200)
                .json();
        school.principal
                .post(
                        OUTGOING + id + "/approval",
                        Map.of("sha256", submitted.path("sha256").asText()))
                .expect(200);
        return id;
    }

    private static List<Integer> numbers(SmallSchool school) {
        List<Integer> numbers = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(school, REGISTER + "?size=100" + after);
            page.path("items").forEach(one -> numbers.add(one.path("number").asInt()));
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        return numbers;
    }

    private static JsonNode get(SmallSchool school, String path) {
        return school.principal.get(path).expect(200).json();
    }
}
