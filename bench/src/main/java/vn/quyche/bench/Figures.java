package vn.quyche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that a run prints: what was measured, what it is compared with, and whether that is good enough. */
final class Figures {

    private static final String[] HEADER = {"", "measured", "reference", "ratio", "target", ""};

    private final List<String[]> rows = new ArrayList<>();

    /** A value that must be at most so many times the reference. */
    void atMost(String what, String unit, double value, double reference, double times) {
        double ratio = value / reference;
        add(what, show(value, unit), show(reference, unit), ratio, "<= " + show(times, "x"), ratio <= times);
    }

    /** A rate that must be at least such a part of the reference. */
    void atLeast(String what, String unit, double value, double reference, double part) {
        double ratio = value / reference;
        add(what, show(value, unit), show(reference, unit), ratio, ">= " + show(part, "x"), ratio >= part);
    }

    /** A value with a bound of its own. */
    void within(String what, String unit, double value, double bound) {
        rows.add(new String[] {what, show(value, unit), "", "", "<= " + show(bound, unit), verdict(value <= bound)});
    }

    /** A value that is only told. */
    void told(String what, String value) {
        rows.add(new String[] {what, value, "", "", "", ""});
    }

    /** A value and its reference that are only told. */
    void told(String what, String unit, double value, double reference) {
        rows.add(new String[] {what, show(value, unit), show(reference, unit), show(value / reference, "x"), "", ""});
    }

    private void add(String what, String value, String reference, double ratio, String target, boolean good) {
        rows.add(new String[] {what, value, reference, show(ratio, "x"), target, verdict(good)});
    }

    private static String verdict(boolean good) {
        return good ? "ok" : "MISSED";
    }

    static String show(double value, String unit) {
        String format =
                Math.abs(value) >= 100 || value == Math.rint(value) && Math.abs(value) >= 10 ? "%,.0f %s" : "%,.2f %s";
        return String.format(Locale.ROOT, format, value, unit).strip();
    }

    /** Prints the table; says whether all targets are met. */
    boolean print() {
        int[] widths = new int[HEADER.length];
        List<String[]> all = new ArrayList<>(rows);
        all.add(0, HEADER);
        for (String[] row : all) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        System.out.println();
        for (String[] row : all) {
            StringBuilder line = new StringBuilder(String.format("%-" + widths[0] + "s", row[0]));
            for (int i = 1; i < row.length; i++) {
                line.append("   ").append(String.format(i == row.length - 1 ? "%s" : "%" + widths[i] + "s", row[i]));
            }
            System.out.println(line.toString().stripTrailing());
        }
        return rows.stream().noneMatch(row -> row[5].equals("MISSED"));
    }
}
