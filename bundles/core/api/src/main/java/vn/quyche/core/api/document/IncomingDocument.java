package vn.quyche.core.api.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A document that the school received.
 *
 * @param id its id
 * @param bookId the register
 * @param year the year of its arrival number
 * @param number số đến, one series for paper and electronic documents
 * @param arrivedOn ngày đến
 * @param sender who issued it
 * @param code its number and symbol, empty when it has none
 * @param day its day
 * @param kind its kind
 * @param subject trích yếu
 * @param urgency how urgent it is
 * @param paper whether it came on paper
 * @param state where it stands
 * @param opinion bút phê; empty before
 * @param opinionBy who gave it, a name; empty before
 * @param opinionAt when
 * @param lead who handles it
 * @param collaborators who helps
 * @param dueOn until when
 * @param outcome what became of it; empty before
 * @param completedAt when it was done
 * @param remark the note of the register
 * @param registeredBy who registered it, a name
 * @param registeredAt when
 * @param assignments how often it was assigned
 * @param version counts each change
 */
public record IncomingDocument(
        String id,
        String bookId,
        int year,
        int number,
        LocalDate arrivedOn,
        String sender,
        String code,
        Optional<LocalDate> day,
        DocumentKind kind,
        String subject,
        Urgency urgency,
        boolean paper,
        IncomingState state,
        String opinion,
        String opinionBy,
        Optional<Instant> opinionAt,
        Optional<Assignee> lead,
        List<Assignee> collaborators,
        Optional<LocalDate> dueOn,
        String outcome,
        Optional<Instant> completedAt,
        String remark,
        String registeredBy,
        Instant registeredAt,
        int assignments,
        long version) {

    public IncomingDocument {
        collaborators = List.copyOf(collaborators);
    }

    /** Whether it should have been done before a day. */
    public boolean late(LocalDate today) {
        return state != IncomingState.COMPLETED && dueOn.filter(today::isAfter).isPresent();
    }
}
