package vn.quyche.core.screening.internal.model;

import java.util.ArrayList;
import java.util.List;
import vn.quyche.core.api.screening.Verdict.Finding;

/** Everything that a text or a file name is held against. */
public final class TextRules {

    /** The clause of secrets in texts. */
    public static final String SECRET_TEXT = "BC.4.1";

    /** The clause of secrets in files. */
    public static final String SECRET_FILE = "BC.3.2";

    private final SecrecyGuard guard = new SecrecyGuard();
    private final FileNameGuard names = new FileNameGuard(guard);
    private final List<WordList> lists;

    /** @param lists the lists of words that are not wanted */
    public TextRules(List<WordList> lists) {
        this.lists = List.copyOf(lists);
    }

    /** Looks at a text that a person typed. */
    public List<Finding> text(String field, String text) {
        List<Finding> findings = new ArrayList<>();
        guard.find(text).ifPresent(sign -> findings.add(secret(SECRET_TEXT, field)));
        findings.addAll(words(field, text));
        return findings;
    }

    /** Looks at a text that stands in a file. */
    public List<Finding> fileText(String where, String text) {
        List<Finding> findings = new ArrayList<>();
        guard.find(text).ifPresent(sign -> findings.add(secret(SECRET_FILE, where)));
        findings.addAll(words(where, text));
        return findings;
    }

    /** Looks at the name of a file. */
    public List<Finding> name(String where, String name) {
        List<Finding> findings = new ArrayList<>();
        names.find(name)
                .ifPresent(sign -> findings.add(new Finding(SECRET_FILE, "screening.secrecy-in-name", where, true)));
        findings.addAll(words(where, name));
        return findings;
    }

    /** Whether a name may be shown in a message: it bears no marking and no unwanted word itself. */
    public boolean clean(String name) {
        return name(name, name).isEmpty();
    }

    private static Finding secret(String clause, String where) {
        return new Finding(clause, "screening.secrecy-marking", where, true);
    }

    private List<Finding> words(String where, String text) {
        if (lists.isEmpty()) {
            return List.of();
        }
        List<String> words = WordList.words(text);
        List<String> bare = words.stream().map(Letters::bare).toList();
        return lists.stream()
                .filter(list -> list.hits(words, bare))
                .map(list -> new Finding(
                        list.clause(),
                        list.refuses() ? "screening.forbidden-words" : "screening.doubtful-words",
                        where,
                        list.refuses()))
                .toList();
    }
}
