package vn.quyche.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;

/**
 * A district office: how long collecting the lists and figures of all its schools takes, publishing, a page of the list and
 * a check by code; with 50 schools and with 500. The schools are one server on the loopback address that answers as theirs
 * do.
 */
final class DistrictBenchmark implements Benchmark {

    private static final int FEW = 50;
    private static final int MANY = 500;
    /** Twice the work for twice the schools, and what a machine's noise adds. */
    private static final double LINEAR = 1.25;
    /** What one look takes is the same in a district of any size. */
    private static final double SAME = 1.5;

    private static final int AT_ONCE = 500;
    private static final int LOOKS = 200;

    /** What one district took, in milliseconds. */
    private record Took(
            int schools, int groups, double collect, double again, double review, double publish, Looks looks) {}

    /** Looks at what is there, in milliseconds at the median. */
    private record Looks(double list, double code, double overview) {}

    @Override
    public void run(Figures figures) throws Exception {
        Took few = measure(FEW);
        Took many = measure(Bench.setting("SCHOOLS", MANY));
        told(figures, few);
        told(figures, many);
        linear(figures, "collecting", Took::collect, many, few);
        linear(figures, "collecting again", Took::again, many, few);
        linear(figures, "deciding", Took::review, many, few);
        linear(figures, "publishing", Took::publish, many, few);
        figures.atMost(
                "district: a page of the list",
                "ms",
                many.looks().list(),
                few.looks().list(),
                SAME);
        figures.atMost(
                "district: a check by code",
                "ms",
                many.looks().code(),
                few.looks().code(),
                SAME);
        figures.told(
                "district: overview of the worst",
                "ms",
                many.looks().overview(),
                few.looks().overview());
    }

    /** What takes as long for a school of many as for one of few. */
    private static void linear(Figures figures, String what, ToDoubleFunction<Took> took, Took many, Took few) {
        figures.atMost(
                "district: " + what + ", for a school",
                "ms",
                took.applyAsDouble(many) / many.schools(),
                took.applyAsDouble(few) / few.schools(),
                LINEAR);
    }

    private static void told(Figures figures, Took took) {
        figures.told(
                "district: " + took.schools() + " schools, " + took.groups() + " groups",
                "collected in " + Figures.show(took.collect() / 1000, "s") + ", published in "
                        + Figures.show(took.publish() / 1000, "s"));
    }

    private static Took measure(int schools) throws Exception {
        try (StubSchools stub = new StubSchools();
                AssemblyProcess process = BenchSchool.roomy("district-" + schools)
                        // else it collects by itself while the schools are being registered
                        .configured("vn.quyche.district.cfg", "collect.at =\n")
                        .with("--profile", "district-office")
                        .start()) {
            SchoolClient head = head(process);
            for (int i = 0; i < schools; i++) {
                head.create(
                        "/api/district/v1/schools",
                        Map.of(
                                "code",
                                "T" + i,
                                "name",
                                "Trường Tiểu học số " + i,
                                "address",
                                stub.address(),
                                "door",
                                "REST",
                                "token",
                                StubSchools.token(i),
                                "activeFrom",
                                "2026-01-01"));
            }
            double collect = collect(head, schools);
            double again = collect(head, schools);
            List<String> codes = new ArrayList<>();
            double review = review(head, codes);
            Times publish = new Times();
            publish.time(() -> head.create("/api/district/v1/lists", publication()));
            Looks looks = looks(head, codes);
            Took took = new Took(schools, codes.size(), collect, again, review, publish.max(), looks);
            Bench.say("district: %s", took);
            return took;
        }
    }

    private static SchoolClient head(AssemblyProcess process) throws Exception {
        String initial =
                Files.readString(process.data().resolve("initial-admin.txt")).split("\\s+")[1];
        SchoolClient admin = SchoolClient.firstSignIn(process, "admin", initial);
        String password = admin.post(
                        "/api/security/v1/accounts",
                        Map.of("userName", "truongphong", "name", "Trưởng phòng", "roles", List.of("PRINCIPAL")))
                .expect(201)
                .json()
                .path("initialPassword")
                .asText();
        return SchoolClient.firstSignIn(process, "truongphong", password);
    }

    private static double collect(SchoolClient head, int schools) throws Exception {
        long began = System.nanoTime();
        String run = head.create("/api/district/v1/collections", Map.of());
        JsonNode now;
        do {
            Thread.sleep(50);
            now = head.get("/api/district/v1/collections/" + run).expect(200).json();
        } while (!now.path("state").asText().equals("DONE"));
        if (now.path("done").asInt() != schools) {
            throw new IllegalStateException(now.toString());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double review(SchoolClient head, List<String> codes) throws Exception {
        List<String> ids = all(head, "id");
        double millis = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            long began = System.nanoTime();
            head.post(
                            "/api/district/v1/groups/reviews",
                            Map.of(
                                    "groupIds",
                                    some,
                                    "review",
                                    Map.of(
                                            "outcome", "RECOGNISE",
                                            "number", "12/QĐ-GDĐT",
                                            "date", LocalDate.now().toString(),
                                            "signer", "Lê Quang Vinh",
                                            "reason", "",
                                            "lookAlikeReason", "Mỗi trường một nhóm")))
                    .expect(200);
            millis += (System.nanoTime() - began) / 1e6;
        }
        codes.addAll(all(head, "checkCode"));
        return millis;
    }

    private static List<String> all(SchoolClient head, String field) {
        List<String> values = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = head.get("/api/district/v1/groups?size=500" + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(row -> values.add(row.path(field).asText()));
            after = page.path("next").isTextual()
                    ? "&after=" + BenchSchool.encoded(page.path("next").asText())
                    : "";
        } while (!after.isEmpty());
        return values;
    }

    private static Map<String, Object> publication() {
        String today = LocalDate.now().toString();
        return Map.of(
                "number", "7/TB-GDĐT", "date", today, "signer", "Lê Quang Vinh", "effectiveOn", today, "note", "");
    }

    private static Looks looks(SchoolClient head, List<String> codes) throws Exception {
        Times list = new Times();
        Times code = new Times();
        Times overview = new Times();
        for (int i = 0; i < 2 * LOOKS; i++) {
            String checked = codes.get((int) ((long) i * 7919 % codes.size()));
            // the first half warms up
            Times lists = i < LOOKS ? new Times() : list;
            Times checks = i < LOOKS ? new Times() : code;
            Times overviews = i < LOOKS ? new Times() : overview;
            lists.time(() -> head.get("/api/district/v1/lists/groups?size=50").expect(200));
            JsonNode answer = checks.time(() ->
                            head.get("/api/district/v1/checks?q=" + checked).expect(200))
                    .json();
            if (!answer.path("standing").asText().equals("OFFICIAL")) {
                throw new IllegalStateException(answer.toString());
            }
            overviews.time(() ->
                    head.get("/api/district/v1/overview?sort=-missed&size=50").expect(200));
        }
        return new Looks(list.median(), code.median(), overview.median());
    }
}
