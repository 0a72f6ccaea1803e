package vn.quyche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.quyche.testkit.FakeAttachments;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

/**
 * Fifty clerks number 10,000 approved documents of one register at once, through the service with its real stores and
 * transactions; no log is written. No number may be missing or come twice. That a cut of the power loses none is a test
 * ({@code NumberingIT}).
 */
final class NumberingBenchmark implements Benchmark {

    private static final int CLERKS = 50;
    private static final String BOOK = "BOOK-OUTGOING";

    @Override
    public void run(Figures figures) throws Exception {
        int numbers = Bench.setting("NUMBERS", 10_000);
        String only = System.getenv("BENCH_DATABASE");
        if (!"postgres".equals(only)) {
            try (TestDatabase db = TestDatabase.derby()) {
                measure("Derby in memory", db, numbers, figures);
            }
        }
        if (!"derby".equals(only)) {
            try (TestDatabase db = TestDatabase.postgres()) {
                measure("PostgreSQL", db, numbers, figures);
            }
        }
    }

    private static void measure(String database, TestDatabase db, int numbers, Figures figures) throws Exception {
        BenchOffice office = new BenchOffice(
                db, new FakeAttachments(TestClock.at("2026-10-05T08:00:00+07:00")), TestAccess.everything());
        List<String> waiting = new ArrayList<>();
        office.tx.run(() -> {
            for (int i = 0; i < numbers; i++) {
                String id = String.format("01NUMBER%018d", i);
                office.outgoingStore.insert(office.approved(id, "Quyết định " + i, "p-teacher", "file"));
                waiting.add(id);
            }
        });
        Times one = new Times();
        List<Integer> given = new ArrayList<>();
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        long began = System.nanoTime();
        try {
            List<Callable<Integer>> work = waiting.stream()
                    .<Callable<Integer>>map(id -> () -> one.time(() -> office.outgoing.assignNumber(office.clerk, id))
                            .number())
                    .toList();
            for (Future<Integer> number : clerks.invokeAll(work)) {
                given.add(number.get());
            }
        } finally {
            clerks.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        String what = "numbering: " + database + ", " + CLERKS + " clerks, " + numbers + " numbers";
        List<Integer> all = IntStream.rangeClosed(1, numbers).boxed().toList();
        figures.within(what + ": gaps", "", numbers - given.stream().distinct().count(), 0);
        figures.within(
                what + ": not in the register as they were given",
                "",
                office.bookStore.given(BOOK, office.clock.today().getYear()).equals(all)
                                && given.stream().sorted().toList().equals(all)
                        ? 0
                        : 1,
                0);
        figures.told(what + ": time", Figures.show(seconds, "s"));
        figures.told(what + ": a second", Figures.show(numbers / seconds, ""));
        figures.told(what + ": one, median", Figures.show(one.median(), "ms"));
        figures.told(what + ": one, slowest", Figures.show(one.max(), "ms"));
    }
}
