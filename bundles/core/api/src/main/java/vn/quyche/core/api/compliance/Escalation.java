package vn.quyche.core.api.compliance;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import vn.quyche.core.api.directory.Post;

/**
 * A step after a duty became late: who is told, and when. As text: {@code leader}, {@code office after P1D}, {@code
 * PRINCIPAL after P3D}, {@code person 01J9ZK… after PT4H}.
 *
 * @param after how long after the due time, not negative; steps with the same time are one
 * @param to who is told
 */
public record Escalation(Duration after, To to) {

    private static final String AFTER = " after ";
    private static final String PERSON = "person ";

    public Escalation {
        if (after.isNegative()) {
            throw new IllegalArgumentException("after: " + after);
        }
    }

    /** Who is told; found out when it is told, not when the duty is laid. */
    public sealed interface To {

        /** Who heads the units in which the person works; the principal where nobody does, and for heads themselves. */
        record Leader() implements To {}

        /** The head of the office; without one the records clerk, without one the principal. */
        record Office() implements To {}

        /** Everyone who holds a post. */
        record Holders(Post post) implements To {}

        /** A person. */
        record Someone(String personId) implements To {}
    }

    /** Tells a person as soon as the duty is late. */
    public static Escalation toPerson(String personId) {
        return new Escalation(Duration.ZERO, new To.Someone(personId));
    }

    /** Tells the holders of a post as soon as the duty is late. */
    public static Escalation toHolders(Post post) {
        return new Escalation(Duration.ZERO, new To.Holders(post));
    }

    /**
     * Reads a step from its text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Escalation parse(String text) {
        int cut = text.indexOf(AFTER);
        String to = cut < 0 ? text : text.substring(0, cut);
        try {
            return new Escalation(
                    cut < 0 ? Duration.ZERO : Duration.parse(text.substring(cut + AFTER.length())), to(to));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no duration in: " + text, e);
        }
    }

    /** The step as text. */
    public String text() {
        return word() + (after.isZero() ? "" : AFTER + after);
    }

    private String word() {
        if (to instanceof To.Holders holders) {
            return holders.post().name();
        }
        if (to instanceof To.Someone someone) {
            return PERSON + someone.personId();
        }
        return to instanceof To.Leader ? "leader" : "office";
    }

    private static To to(String word) {
        if (word.startsWith(PERSON)) {
            return new To.Someone(word.substring(PERSON.length()));
        }
        return switch (word) {
            case "leader" -> new To.Leader();
            case "office" -> new To.Office();
            default ->
                Arrays.stream(Post.values())
                        .filter(post -> post.name().equals(word))
                        .findFirst()
                        .<To>map(To.Holders::new)
                        .orElseThrow(() -> new IllegalArgumentException("nobody is called: " + word));
        };
    }
}
