package vn.quyche.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Durations in milliseconds, and what is said of them. */
final class Times {

    private double[] sorted = new double[16];
    private int count;
    private boolean inOrder = true;

    /** Runs a piece of work and takes its time. */
    <T> T time(Callable<T> work) throws Exception {
        long began = System.nanoTime();
        T result = work.call();
        add((System.nanoTime() - began) / 1e6);
        return result;
    }

    synchronized void add(double millis) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, count * 2);
        }
        sorted[count++] = millis;
        inOrder = false;
    }

    /** The time that the part {@code share} does not exceed. */
    synchronized double at(double share) {
        if (!inOrder) {
            Arrays.sort(sorted, 0, count);
            inOrder = true;
        }
        return count == 0 ? Double.NaN : sorted[Math.min(count - 1, (int) Math.floor(share * count))];
    }

    double median() {
        return at(0.5);
    }

    double max() {
        return at(1);
    }

    synchronized int count() {
        return count;
    }
}
