package vn.quyche.group.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The register of the school's groups. Clauses BC.0.1, BC.1.2, BC.4.5, MT.12.1. */
@ProviderType
public interface Groups {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text part of the name or code, without regard to case and diacritics
     * @param kind the kind
     * @param platform the platform
     * @param status where it stands
     * @param mine only groups to which the caller belongs or in which the caller has a role
     */
    record Query(
            Optional<String> text,
            Optional<GroupKind> kind,
            Optional<Platform> platform,
            Optional<GroupStatus> status,
            boolean mine) {

        /** Every group in force. */
        public static Query active() {
            return new Query(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(GroupStatus.ACTIVE), false);
        }
    }

    /** The groups that the caller may see, by {@code name}, or sorted by {@code kind} or {@code platform} and then by name. */
    Page<MessagingGroup> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code group.not-found}, also when the caller may not see it */
    MessagingGroup get(Caller caller, String groupId);

    /**
     * Registers a group; takes {@code group:register}.
     *
     * @param idempotencyKey the same key registers only once; may be blank
     * @return the id
     * @throws vn.quyche.core.api.error.Invalid for what is missing or wrong
     * @throws vn.quyche.core.api.error.Conflict {@code group.name-taken} when an active group has the name (folded)
     */
    default String register(Caller caller, NewGroup group, String idempotencyKey) {
        return register(caller, group, "", idempotencyKey);
    }

    /**
     * The same with a confirmation that the name is right although it looks like that of another official group.
     *
     * @param lookAlikeReason why the name is right; blank when none looks alike
     * @throws vn.quyche.core.api.error.Refused TB.2 {@code group.looks-alike} when one does and no reason is given
     */
    String register(Caller caller, NewGroup group, String lookAlikeReason, String idempotencyKey);

    /**
     * Changes a group; takes {@code group:register}. Name, application and last day of a recognised group change by decision
     * alone: {@link Recognition#decide}.
     *
     * @param version the version that was seen
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}
     */
    MessagingGroup change(Caller caller, String groupId, long version, NewGroup group);

    /** Dissolves a group; its records stay. Takes {@code group:register}. */
    MessagingGroup dissolve(Caller caller, String groupId, long version, Decision decision, String reason);

    /** Who was confirmed to be in the group, by name. */
    List<GroupMember> members(Caller caller, String groupId);

    /** Where the group differs from its rule today, by name. */
    List<MemberDifference> differences(Caller caller, String groupId);

    /**
     * Confirms that people are in the group on its platform; leader, deputy, administrator or {@code group:settle}.
     *
     * @throws vn.quyche.core.api.error.Refused BC.4.5 {@code group.outsider} when one does not belong by the rule; then
     *     nobody is confirmed
     */
    void confirmJoined(Caller caller, String groupId, Set<String> personIds);

    /** Confirms that people are no longer in the group on its platform; who may is as for {@link #confirmJoined}. */
    void confirmGone(Caller caller, String groupId, Set<String> personIds);

    /**
     * All groups of the school as the superior authority collects them, dissolved ones included, by name; takes
     * {@code group:collect}. Says who belongs in words and names nobody but leaders and administrators.
     */
    Page<ListedGroup> collect(Caller caller, PageRequest page);

    /**
     * The groups that were official on a day, with the names, applications, rules and roles that they had then; takes
     * {@code group:collect}. Who holds a post is as the directory says for that day.
     */
    Page<ListedGroup> collect(Caller caller, LocalDate day, PageRequest page);

    /** What the caller may do with a group, for the buttons of a page. */
    Rights rights(Caller caller, String groupId);

    /**
     * What somebody may do with a group.
     *
     * @param post issue directives; not while the right to post is withdrawn
     * @param pin pin and unpin them
     * @param settle confirm who is in the group
     * @param edit change or dissolve the group
     */
    record Rights(boolean post, boolean pin, boolean settle, boolean edit) {}
}
