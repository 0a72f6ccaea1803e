package vn.quyche.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;

/** A directive to two thousand people: how long issuing takes, with receipts, duties and notices, and its page. */
final class DirectiveBenchmark implements Benchmark {

    private static final int PEOPLE = 2000;

    @Override
    public void run(Figures figures) throws Exception {
        try (AssemblyProcess process = BenchSchool.roomy("directive").start()) {
            SmallSchool school = SmallSchool.in(process);
            Times importing = new Times();
            List<String> people = importing.time(() -> BenchSchool.importPeople(school, PEOPLE));
            Bench.say("directive: %d people imported in %.0f ms", people.size(), importing.max());
            SessionOf session = new SessionOf(process, "hanh");
            Times issue = new Times();
            Times laid = new Times();
            Times page = new Times();
            Times first = new Times();
            Times receipts = new Times();
            Times inbox = new Times();
            Times duties = new Times();
            Times lateDuties = new Times();
            Times notices = new Times();
            Times withdrawal = new Times();
            SessionOf teacher = new SessionOf(process, "binh");
            for (int round = 0; round < Bench.setting("ROUNDS", 5); round++) {
                Map<String, Object> body = new HashMap<>(school.directive("Kế hoạch tuần " + round));
                String id = issue.time(() -> school.principal.create("/api/group/v1/directives?issue=true", body));
                laid.time(() -> untilLaid(school, id));
                first.time(() -> page(process, session, "/group/directives/" + id));
                for (int i = 0; i < 20; i++) {
                    page.time(() -> page(process, session, "/group/directives/" + id + "/receipts"));
                    page(process, session, "/group/directives/" + id);
                    receipts.time(() -> school.principal
                            .get("/api/group/v1/directives/" + id + "/receipts?size=50")
                            .expect(200));
                    inbox.time(() -> school.teacher
                            .get("/api/group/v1/directives?inbox=true")
                            .expect(200));
                    duties.time(() -> page(process, session, "/duty/all?state=OPEN"));
                    lateDuties.time(() -> page(process, session, "/duty/all?state=LATE"));
                    notices.time(() -> page(process, teacher, "/notices"));
                }
                withdrawal.time(() -> school.principal
                        .post("/api/group/v1/directives/" + id + "/withdrawal", Map.of("text", "Đo xong"))
                        .expect(200));
                Bench.say("directive: issued in %.0f ms, page %.0f ms", issue.median(), page.median());
            }
            figures.within("directive: issue to " + people.size() + ", median", "ms", issue.median(), 1000);
            figures.within("directive: issue, slowest (the first)", "ms", issue.max(), 1000);
            figures.within("directive: receipts page, median", "ms", page.median(), 200);
            figures.within(
                    "directive: page of the " + people.size() + " open duties, median", "ms", duties.median(), 200);
            figures.within("directive: page of late duties, median", "ms", lateDuties.median(), 200);
            figures.within("directive: page of notices, median", "ms", notices.median(), 200);
            figures.within("directive: withdrawal, with its duties, median", "ms", withdrawal.median(), 1000);
            figures.told("directive: duties laid after the issue, median", Figures.show(laid.median(), "ms"));
            figures.told("directive: receipts page, p95", Figures.show(page.at(0.95), "ms"));
            figures.told("directive: receipts by REST (Basic), median", Figures.show(receipts.median(), "ms"));
            figures.told("directive: import of " + PEOPLE + " people", Figures.show(importing.max(), "ms"));
        }
    }

    /** Duties on many people are laid at once, when the event of the issue is delivered. */
    private static boolean untilLaid(SmallSchool school, String directive) throws InterruptedException {
        while (!school.teacher
                .get("/api/duty/v1/duties?state=OPEN&size=100")
                .expect(200)
                .text()
                .contains(directive)) {
            Thread.sleep(20);
        }
        return true;
    }

    private static int page(AssemblyProcess process, SessionOf session, String path) {
        int status = process.send(java.net.http.HttpRequest.newBuilder(process.uri(path))
                        .header("Cookie", session.cookie())
                        .build())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " " + status);
        }
        return status;
    }
}
