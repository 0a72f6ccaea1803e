package vn.quyche.group.api;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a group is an official one of the school, as anyone may know it: nothing about people. Clause TB.2.
 *
 * @param standing the answer
 * @param matches the groups that it is about; none when there are several of one name
 * @param count how many groups it is about
 */
public record GroupCheck(Standing standing, List<Match> matches, int count) {

    public GroupCheck {
        matches = List.copyOf(matches);
    }

    /** What can be said of a group. */
    public enum Standing {
        /** Is official today. */
        OFFICIAL,
        /** Was official, and is not any more. */
        ENDED,
        /** Is none of the school's official groups. */
        UNKNOWN
    }

    /**
     * A group, without people.
     *
     * @param name its name
     * @param platform where it lives
     * @param number number and symbol of the decision
     * @param from the first day on which it stands so
     */
    public record Match(String name, Platform platform, String number, LocalDate from) {}
}
