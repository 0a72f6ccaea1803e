/** Benchmarks of the whole distribution; run by {@code bench/run}. */
package vn.quyche.bench;
