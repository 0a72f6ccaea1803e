package vn.quyche.agent;

import java.util.List;
import java.util.Optional;

/** What is asked of the person who sits at this PC; nothing is signed and no page is let in without it. */
public interface Prompt {

    /**
     * A document as it is shown before the PIN is asked for.
     *
     * @param title what the page calls it
     * @param hash the hash that the signature will hold
     */
    record Line(String title, String hash) {}

    /**
     * What to show.
     *
     * @param origin the page that asks
     * @param lines what is to be signed; empty when only certificates are to be read
     * @param parts how many signatures are made in each document, one over the other
     * @param stores the names of the stores to choose from, the likeliest first
     * @param triesLeft how many PINs may be tried in each, in the same order
     */
    record Question(String origin, List<Line> lines, int parts, List<String> stores, List<Integer> triesLeft) {}

    /** @param pin wiped by who asked */
    record Answer(String store, char[] pin) {}

    /**
     * Whether a page may ask for signatures here from now on.
     *
     * @param code what the page shows, too
     */
    boolean pair(String origin, String school, String code);

    /** Shows what is to be signed and asks for the PIN; empty for no. */
    Optional<Answer> pin(Question question);
}
