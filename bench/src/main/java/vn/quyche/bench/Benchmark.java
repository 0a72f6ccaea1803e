package vn.quyche.bench;

/** Measures one thing of the running distribution against a reference of the same run. */
interface Benchmark {

    /** Measures, and enters what came out. */
    void run(Figures figures) throws Exception;
}
