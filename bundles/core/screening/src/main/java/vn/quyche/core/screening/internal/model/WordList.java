package vn.quyche.core.screening.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;

/**
 * A list of words and phrases that are not wanted.
 *
 * <p>They are found as whole words in any case. An entry with marks finds only what is written with them, since without
 * them most words are others; an entry without marks finds both.
 */
public final class WordList {

    private final String name;
    private final String clause;
    private final boolean refuses;
    /** Phrases by their first word, without marks. */
    private final Map<String, List<List<String>>> phrases = new HashMap<>();

    /**
     * @param name what the list is called
     * @param clause the clause that it serves
     * @param refuses whether a hit refuses; else it warns
     * @param entries words and phrases
     */
    public WordList(String name, String clause, boolean refuses, List<String> entries) {
        this.name = name;
        this.clause = clause;
        this.refuses = refuses;
        for (String entry : entries) {
            List<String> words = words(entry);
            if (!words.isEmpty()) {
                phrases.computeIfAbsent(VietnameseText.fold(words.get(0)), first -> new ArrayList<>())
                        .add(words);
            }
        }
    }

    /**
     * Reads a list as it is written by people: {@code clause: MT.12.3} and {@code action: refuse} (or {@code warn}) first,
     * then an entry a line; what starts with {@code #} is a remark.
     *
     * @throws IllegalArgumentException when a line cannot be understood; the message names its number
     */
    public static WordList parse(String name, List<String> lines) {
        String clause = "BC.4.2";
        boolean refuses = false;
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\ufeff", "").strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<String> named = value(line, "clause");
            Optional<String> action = value(line, "action");
            if (named.isPresent()) {
                clause = named.get();
            } else if (action.isPresent()) {
                if (!action.get().equals("refuse") && !action.get().equals("warn")) {
                    throw new IllegalArgumentException(name + ", line " + (i + 1) + ": action is refuse or warn");
                }
                refuses = action.get().equals("refuse");
            } else {
                entries.add(line);
            }
        }
        return new WordList(name, clause, refuses, entries);
    }

    private static Optional<String> value(String line, String key) {
        return line.toLowerCase(Locale.ROOT).startsWith(key + ":")
                ? Optional.of(line.substring(key.length() + 1).strip())
                : Optional.empty();
    }

    public String name() {
        return name;
    }

    public String clause() {
        return clause;
    }

    public boolean refuses() {
        return refuses;
    }

    /** Whether the text holds a word or phrase of the list. */
    boolean hits(List<String> words, List<String> bare) {
        for (int i = 0; i < words.size(); i++) {
            for (List<String> phrase : phrases.getOrDefault(bare.get(i), List.of())) {
                if (standsAt(words, bare, i, phrase)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean standsAt(List<String> words, List<String> bare, int start, List<String> phrase) {
        if (start + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            if (!wanted.equals(words.get(start + i)) && !wanted.equals(bare.get(start + i))) {
                return false;
            }
        }
        return true;
    }

    /** The words of a text in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String seen = Letters.seen(text).toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= seen.length(); i++) {
            boolean letter = i < seen.length() && Character.isLetterOrDigit(seen.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(seen.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
