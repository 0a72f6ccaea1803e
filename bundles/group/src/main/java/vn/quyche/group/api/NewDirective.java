package vn.quyche.group.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is entered to write a directive. Clauses BC.2.2, BC.5.1.
 *
 * @param groupId the group in which it is issued
 * @param title what it is about, one line, 1 to 200 characters
 * @param text the directive itself; its greatest length is the parameter {@code group.max-directive-length}
 * @param requirement what it asks of each recipient
 * @param deadline until when; required to issue
 * @param recipients the people whom it concerns, members by the rule
 * @param units the units and campuses of the directory whose people among the members it concerns; all members when neither
 *     people nor units are named
 * @param event the event to which its pictures belong; empty when they stand for themselves (clause BC.6.8)
 * @param attachmentIds files that were received, in order
 * @param replaces the issued directive that it corrects
 * @param document what its files are when they come in place of paper (clause BC.5.4); empty for a plain directive
 */
public record NewDirective(
        String groupId,
        String title,
        String text,
        Requirement requirement,
        Optional<Instant> deadline,
        List<String> recipients,
        List<String> units,
        String event,
        List<String> attachmentIds,
        Optional<String> replaces,
        Optional<MeetingDocument> document) {

    public NewDirective {
        // what a client left out is empty; texts are checked by the service, which names the field
        deadline = deadline == null ? Optional.empty() : deadline;
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
        units = units == null ? List.of() : List.copyOf(units);
        event = event == null ? "" : event;
        attachmentIds = attachmentIds == null ? List.of() : List.copyOf(attachmentIds);
        replaces = replaces == null ? Optional.empty() : replaces;
        document = document == null ? Optional.empty() : document;
    }

    /** A plain directive to people or to all members, without documents in place of paper. */
    public NewDirective(
            String groupId,
            String title,
            String text,
            Requirement requirement,
            Optional<Instant> deadline,
            List<String> recipients,
            String event,
            List<String> attachmentIds,
            Optional<String> replaces) {
        this(
                groupId,
                title,
                text,
                requirement,
                deadline,
                recipients,
                List.of(),
                event,
                attachmentIds,
                replaces,
                Optional.empty());
    }

    /** Whether it goes to people or units that are chosen, not to the whole group. */
    public boolean toChosen() {
        return !recipients.isEmpty() || !units.isEmpty();
    }
}
