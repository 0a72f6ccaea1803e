package vn.quyche.group.api.consultation;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.MessagingGroup;

/** Consultation windows: opened by a leader, answered by the members, closed by themselves. Clause MT.12.2. */
@ProviderType
public interface Consultations {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param groupId the group
     * @param text part of the question, without regard to case and diacritics
     * @param state where it stands
     */
    record Query(Optional<String> groupId, Optional<String> text, Optional<ConsultationState> state) {

        /** All. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * What somebody may do with a consultation.
     *
     * @param answer give or change an answer now
     * @param lead read the answers, and end it
     */
    record Rights(boolean answer, boolean lead) {}

    /** Consultations of the groups that the caller sees, the newest first ({@code -opened}), or by {@code ends}. */
    Page<Consultation> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code group.consultation-not-found}, also when the caller may not see it */
    Consultation get(Caller caller, String consultationId);

    /** What the caller may do with it. */
    Rights rights(Caller caller, String consultationId);

    /** The groups that the caller may consult, by name. */
    List<MessagingGroup> groups(Caller caller);

    /**
     * Asks the members of a group; leader or deputy only. Gives the id.
     *
     * @throws vn.quyche.core.api.error.Refused MT.12.2, or what screening refuses
     */
    String open(Caller caller, NewConsultation asked, String idempotencyKey);

    /**
     * Answers, or changes the answer; a member of the group, between beginning and end.
     *
     * @param choice the place of the choice, from 1; 0 where the answer is a text
     * @param text the answer in words, 1 to 2000 characters; empty for a choice
     * @throws vn.quyche.core.api.error.Conflict {@code group.consultation-closed}, {@code group.consultation-not-begun}
     */
    void answer(Caller caller, String consultationId, int choice, String text);

    /** The caller's own answer. */
    Optional<Answer> mine(Caller caller, String consultationId);

    /** Ends it before its time, or takes it back before it begins; leader or deputy, with a reason. */
    Consultation close(Caller caller, String consultationId, String reason);

    /** What came of it; leader or deputy. */
    Results results(Caller caller, String consultationId);

    /** The answers, by name; leader or deputy. */
    Page<Answer> answers(Caller caller, String consultationId, PageRequest page);
}
