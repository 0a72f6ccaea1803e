package vn.quyche.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/run NAME…}: measures, prints one table, and ends with 1 when a target is missed. */
public final class Bench {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("start", new StartBenchmark());
        ALL.put("rest", new RestBenchmark());
        ALL.put("directive", new DirectiveBenchmark());
        ALL.put("lists", new ListBenchmark());
        ALL.put("duties", new DutyBenchmark());
        ALL.put("standing", new StandingBenchmark());
        ALL.put("hot", new HotBenchmark());
        ALL.put("load", new LoadBenchmark());
        ALL.put("secrecy", new SecrecyBenchmark());
        ALL.put("district", new DistrictBenchmark());
        ALL.put("numbering", new NumberingBenchmark());
        ALL.put("documents", new SearchBenchmark());
        ALL.put("signature", new SignatureBenchmark());
    }

    private Bench() {}

    /** Runs the benchmarks of these names, or all. */
    public static void main(String[] names) throws Exception {
        Figures figures = new Figures();
        for (String name : names.length == 0 ? ALL.keySet() : List.of(names)) {
            Benchmark benchmark = ALL.get(name);
            if (benchmark == null) {
                System.err.println(
                        "There is no benchmark " + name + ": " + String.join(", ", ALL.keySet()) + ", fresh");
                System.exit(2);
            }
            benchmark.run(figures);
        }
        System.exit(figures.print() ? 0 : 1);
    }

    /** A number that may be set by the environment, such as BENCH_ROUNDS. */
    static int setting(String name, int otherwise) {
        String value = System.getenv("BENCH_" + name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** Tells how far a benchmark is. */
    static void say(String format, Object... args) {
        System.out.printf(format + "%n", args);
    }
}
