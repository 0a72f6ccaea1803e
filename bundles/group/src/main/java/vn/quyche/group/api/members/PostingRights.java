package vn.quyche.group.api.members;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Who may post in a group, from which day on, and from whom the right was withdrawn. Clauses MT.12.1, BC.6.11.
 *
 * <p>A group about which nothing was said takes posts of those who are named ({@link PostingPolicy#NAMED}).
 */
@ProviderType
public interface PostingRights {

    /** Who may post in a group that the caller may see, on a day. */
    PostingPolicy of(Caller caller, String groupId, LocalDate day);

    /** What was said about a group, the latest day first, planned days included. */
    Page<PostingRule> history(Caller caller, String groupId, PageRequest page);

    /**
     * Says who may post from a day on; leader, deputies and {@code group:register}.
     *
     * @param from the first day, not before today
     * @param reason why, 1 to 500 characters
     * @param idempotencyKey the same key says it only once; may be blank
     * @return the id
     * @throws vn.quyche.core.api.error.Invalid for what is missing or wrong
     * @throws vn.quyche.core.api.error.Forbidden {@code group.not-leader}
     * @throws vn.quyche.core.api.error.Conflict {@code group.dissolved}; {@code group.posting-same} when it is so already
     */
    String say(
            Caller caller, String groupId, PostingPolicy policy, LocalDate from, String reason, String idempotencyKey);

    /** Whether the caller may say so. */
    boolean maySay(Caller caller, String groupId);

    /**
     * From whom the right was withdrawn, the latest first; for leaders, deputies and who oversees conduct, others see what
     * concerns themselves.
     *
     * @param runningOnly only what still holds
     */
    Page<PostingSuspension> suspensions(Caller caller, String groupId, boolean runningOnly, PageRequest page);

    /**
     * Gives the right back before the last day; who may decide on violations in the group, and never for oneself.
     *
     * @param reason why, 1 to 500 characters
     * @throws vn.quyche.core.api.error.NotFound {@code group.no-suspension}
     * @throws vn.quyche.core.api.error.Conflict {@code group.suspension-over} when it is over already
     * @throws vn.quyche.core.api.error.Refused BC.6.11 {@code group.suspension-not-yours}
     */
    PostingSuspension giveBack(Caller caller, String suspensionId, String reason);
}
