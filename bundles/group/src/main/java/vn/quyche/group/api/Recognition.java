package vn.quyche.group.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Which groups are official, by which decision, and since when. Clauses BC.0.2, TB.1, TB.2, TB.3. */
@ProviderType
public interface Recognition {

    /**
     * What to look for among the decisions; empty fields do not restrict.
     *
     * @param text part of the name, the code or the number of the document, without regard to case and diacritics
     * @param disposition what was decided
     * @param groupId the group
     */
    record Query(Optional<String> text, Optional<GroupDisposition> disposition, Optional<String> groupId) {

        /** The decisions on one group. */
        public static Query of(String groupId) {
            return new Query(Optional.empty(), Optional.empty(), Optional.of(groupId));
        }
    }

    /**
     * Enters a group that is not yet decided on; its establishing decision stays empty. Takes {@code group:register}.
     *
     * @param reason why it is needed, 1 to 500 characters
     * @param idempotencyKey the same key proposes only once; may be blank
     * @return the id
     */
    String propose(Caller caller, NewGroup group, String reason, String idempotencyKey);

    /**
     * Decides on a group; takes {@code group:register}. A decision whose day is to come, within a year, stands in the list of
     * that day at once; the group itself follows on the day, and nothing else can be decided until then.
     *
     * @param version the version that was seen
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile} when another decided first,
     *     {@code group.decision-pending} when one waits for its day, {@code group.not-decidable} when the group does not stand so that this can be decided
     * @throws vn.quyche.core.api.error.Refused TB.2 {@code group.looks-alike} when the name looks like that of another
     *     official group and no reason is given
     */
    MessagingGroup decide(Caller caller, String groupId, long version, NewGroupDecision decision);

    /**
     * Takes a decision back whose day has not come yet; takes {@code group:register}.
     *
     * @param version the version of the group that was seen
     * @param reason why, 1 to 500 characters
     * @throws vn.quyche.core.api.error.Conflict {@code group.no-pending} when none waits for its day,
     *     {@code core.changed-meanwhile}
     */
    MessagingGroup withdraw(Caller caller, String groupId, long version, String reason);

    /** The decision on a group whose day has not come yet. */
    Optional<GroupDecision> pending(Caller caller, String groupId);

    /** Who belonged to a group and who did what in it over the days, the latest first. */
    Page<GroupEdition> editions(Caller caller, String groupId, PageRequest page);

    /** Who belonged to groups and who did what in them at the end of a day; of those that the caller may see. */
    Map<String, GroupEdition> editionsOn(Caller caller, Collection<String> groupIds, LocalDate day);

    /** Decisions on the groups that the caller may see, the latest first ({@code -effective}). */
    Page<GroupDecision> decisions(Caller caller, Query query, PageRequest page);

    /**
     * The groups that were official on a day, with the names that they had then, by name; of those that the caller may see.
     *
     * @param text part of the name, without regard to case and diacritics
     */
    Page<GroupDecision> officialOn(Caller caller, LocalDate day, Optional<String> text, PageRequest page);

    /** Whether a group was official on a day: the decision that says so; empty when it was not. */
    Optional<GroupDecision> officialOn(Caller caller, String groupId, LocalDate day);

    /**
     * The official groups whose names look like this one; takes {@code group:register}.
     *
     * @param exceptId a group to leave out, empty for none
     */
    List<LookAlike> lookAlikes(Caller caller, String name, String exceptId);
}
