package vn.quyche.core.compliance.internal.model;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order of the clause catalogue: by source, then article, paragraph and point as numbers. */
public final class ClauseOrder implements Comparator<String> {

    private static final List<String> SOURCES = List.of("BC", "TB", "TA", "TC", "TT", "MT");
    private static final Pattern DOT = Pattern.compile("\\.");

    @Override
    public int compare(String a, String b) {
        String[] left = DOT.split(a);
        String[] right = DOT.split(b);
        int order = Integer.compare(source(left[0]), source(right[0]));
        for (int i = 0; order == 0 && i < Math.min(left.length, right.length); i++) {
            order = Integer.compare(number(left[i]), number(right[i]));
            if (order == 0) {
                order = left[i].compareTo(right[i]);
            }
        }
        return order != 0 ? order : Integer.compare(left.length, right.length);
    }

    private static int source(String name) {
        int place = SOURCES.indexOf(name);
        return place < 0 ? SOURCES.size() : place;
    }

    /** The number with which a part begins, so that {@code 4b} stands after {@code 4} and before {@code 10}. */
    private static int number(String part) {
        int number = 0;
        for (int i = 0; i < part.length() && i < 6 && Character.digit(part.charAt(i), 10) >= 0; i++) {
            number = number * 10 + Character.digit(part.charAt(i), 10);
        }
        return number;
    }
}
