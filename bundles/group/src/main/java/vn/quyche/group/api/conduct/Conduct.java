package vn.quyche.group.api.conduct;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.MessagingGroup;

/**
 * Violations, incidents, requests for changes and suggestions, from the report to the last step. Clauses BC.6.6, BC.6.7,
 * BC.6.9, BC.6.11, BC.6.12.
 *
 * <p>A case is handled by the leaders of its group, by the office ({@code group:conduct}) and by the principal
 * ({@code group:judge}); never by the person whom it is about. The reported person sees a violation once asked to stop,
 * without the reporter. The reporter is told when a case is closed; the principal at once when personal data went astray.
 */
@ProviderType
public interface Conduct {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param kind the kind
     * @param groupId the group
     * @param state the state
     * @param topic the topic
     * @param text part of the text, without regard to case and diacritics
     * @param mine only what the caller brought
     */
    record Query(
            CaseKind kind,
            Optional<String> groupId,
            Optional<CaseState> state,
            Optional<String> topic,
            Optional<String> text,
            boolean mine) {

        /** All of a kind. */
        public static Query of(CaseKind kind) {
            return new Query(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * What the caller may do with a case as it stands.
     *
     * @param handle see all of it, ask to stop, hand over, take steps
     * @param decide find, decide the outcome, agree, decline
     * @param judge decide as the principal
     * @param answer answer as the person whom it is about
     */
    record Rights(boolean handle, boolean decide, boolean judge, boolean answer) {}

    /** The cases that the caller may see, the newest first ({@code -opened}), or by {@code due}. */
    Page<ConductCase> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code group.case-not-found}, also when the caller may not see it */
    ConductCase get(Caller caller, String caseId);

    /** The files of a case that the caller may see. */
    List<Attachment> files(Caller caller, String caseId);

    /** What the caller may do. */
    Rights rights(Caller caller, String caseId);

    /** The clauses that a violation may name. */
    List<Clause> clauses();

    /** The groups in which the caller may bring something: the active ones of their own, all for the office. */
    List<MessagingGroup> groups(Caller caller);

    /**
     * Brings a case before the leader; any member of the group may, and the office.
     *
     * @param key the same key brings it only once; may be blank
     * @return its id
     * @throws vn.quyche.core.api.error.Refused {@code group.not-a-member}
     * @throws vn.quyche.core.api.error.Conflict {@code group.dissolved}
     */
    String report(Caller caller, NewCase entered, String key);

    /** Asks the reported person to stop. Clause BC.6.11. */
    ConductCase askStop(Caller caller, String caseId, String text);

    /** The reported person answers. */
    ConductCase answer(Caller caller, String caseId, String text);

    /** Says whether the violation is true. */
    ConductCase find(Caller caller, String caseId, boolean violated, String text);

    /**
     * Decides what follows from a violation.
     *
     * @param days how long the right to post is withdrawn; ignored for other outcomes
     */
    ConductCase decide(Caller caller, String caseId, Outcome outcome, int days, String text);

    /** Notes a step in an incident, a request or a suggestion. */
    ConductCase measure(Caller caller, String caseId, String text);

    /** Closes an incident, a request or a suggestion: settled and agreed to, or declined. */
    ConductCase settle(Caller caller, String caseId, boolean agreed, String text);
}
