package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A training on a regulation or a clause (TA.12d, TT.15.3).
 *
 * @param id its id
 * @param rootId the training for which this makes up; its own id otherwise
 * @param schoolYear the school year in whose plan it stands, {@code 2026-2027}
 * @param regulationId the regulation of the school; empty when it is about a clause alone
 * @param regulation the title of the regulation then; empty without one
 * @param origin the code of the pack from which the regulation came; empty without one
 * @param clause the clause that it is about; empty for the regulation as a whole
 * @param title what it is called
 * @param content what is taught; may be empty
 * @param trainer who teaches, somebody from outside perhaps
 * @param place where
 * @param responsibleId who sees to it that it is held and recorded
 * @param audience whom it is for
 * @param startsAt when it begins
 * @param state where it stands
 * @param invited how many people were to come; 0 until it is held
 * @param present how many came
 * @param recordedAt when it was recorded as held or cancelled
 * @param recordedBy the name of who recorded that; empty until then
 * @param remark what is to be said about it, or why it was cancelled; may be empty
 * @param version grows with each change
 */
public record Training(
        String id,
        String rootId,
        String schoolYear,
        String regulationId,
        String regulation,
        String origin,
        String clause,
        String title,
        String content,
        String trainer,
        String place,
        String responsibleId,
        Audience audience,
        Instant startsAt,
        State state,
        int invited,
        int present,
        Optional<Instant> recordedAt,
        String recordedBy,
        String remark,
        long version) {

    /** Where a training stands. */
    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    /** Whether it makes up for another. */
    public boolean makeUp() {
        return !rootId.equals(id);
    }

    /** What it is about, in a sentence. */
    public String about() {
        return regulation.isEmpty() ? clause : regulation;
    }

    /** The clause under which it is a duty: its own, else that of its regulation. */
    public String dutyClause() {
        if (!clause.isEmpty()) {
            return clause;
        }
        return origin.equals("TT") ? "TT.15.3" : "TA.12d";
    }
}
