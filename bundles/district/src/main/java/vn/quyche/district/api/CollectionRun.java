package vn.quyche.district.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One collection of the lists of all schools, or of one.
 *
 * @param id its id
 * @param day the day whose lists are collected
 * @param state where it stands
 * @param startedAt when it was asked for
 * @param startedBy by whom, empty for the platform itself
 * @param total how many schools
 * @param done how many were taken over
 * @param failed how many could not be
 * @param finishedAt when it ended
 */
public record CollectionRun(
        String id,
        LocalDate day,
        State state,
        Instant startedAt,
        String startedBy,
        int total,
        int done,
        int failed,
        Optional<Instant> finishedAt) {

    /** Where a collection stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /** Whether it goes on. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
