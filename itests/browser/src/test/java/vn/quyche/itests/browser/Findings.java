package vn.quyche.itests.browser;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong with pages, and one address of each kind of page; several browsers add to it at once. */
final class Findings {

    private final Map<String, Set<String>> wrong = new TreeMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();

    /** Keeps what is wrong at a place. */
    synchronized void note(String where, List<?> lines) {
        for (Object line : lines) {
            if (wrong.computeIfAbsent(where, w -> new LinkedHashSet<>()).add(String.valueOf(line))) {
                // told at once: the pictures of a page are looked at while the others are still being made
                System.out.println(where + ": " + line);
            }
        }
    }

    /** Keeps the address of a kind of page that is met for the first time; false when it is not. */
    synchronized boolean isNew(String kind, String address) {
        return examples.putIfAbsent(kind, address) == null;
    }

    /** Whether a page of this kind was met before. */
    synchronized boolean knows(String kind) {
        return examples.containsKey(kind);
    }

    /** One address of each kind of page. */
    synchronized Map<String, String> examples() {
        return new LinkedHashMap<>(examples);
    }

    /** What is wrong, by place. */
    synchronized Map<String, Set<String>> wrong() {
        return new TreeMap<>(wrong);
    }
}
