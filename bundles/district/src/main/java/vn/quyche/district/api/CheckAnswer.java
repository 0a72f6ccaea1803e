package vn.quyche.district.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a group is official, as anyone may know it: nothing about people. Clause TB.2.
 *
 * @param standing the answer
 * @param matches the groups that it is about, at most three; none when there are more or none
 * @param count how many groups it is about
 * @param claimsAgency whether a name that is not on the list speaks as if it were an agency's or a school's
 * @param looksAlike whether a name that is not on the list looks like one that is
 */
public record CheckAnswer(Standing standing, List<Match> matches, int count, boolean claimsAgency, boolean looksAlike) {

    public CheckAnswer {
        matches = List.copyOf(matches);
    }

    /** What can be said of a group. */
    public enum Standing {
        /** Is on the list today. */
        OFFICIAL,
        /** Was on the list, and is not any more. */
        ENDED,
        /** Is not on the list. */
        UNKNOWN
    }

    /**
     * A group, without people.
     *
     * @param name its name
     * @param schoolName its school
     * @param platform where it lives
     * @param number number and symbol of the decision
     * @param from the first day on which it stands so on the list
     * @param until the first day on which it no longer was official
     */
    public record Match(
            String name,
            String schoolName,
            String platform,
            String number,
            LocalDate from,
            Optional<LocalDate> until) {}
}
