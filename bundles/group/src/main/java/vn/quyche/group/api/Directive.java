package vn.quyche.group.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A directive (tin nhắn chỉ đạo). Once issued it is an administrative act: numbered, immutable, chained by hash within its
 * group (clause BC.3.3).
 *
 * @param id its id
 * @param groupId the group
 * @param number its number, for example {@code 07/2026/N03}; empty for a draft
 * @param title what it is about
 * @param text the directive
 * @param requirement what it asks of each recipient
 * @param deadline until when
 * @param targets the chosen recipients of a draft; empty for all members
 * @param event the event to which its pictures belong, empty for none
 * @param attachmentIds its files, in order
 * @param authorId the person who wrote it
 * @param authorName the name of the author at that time
 * @param state where it stands
 * @param issuedAt when it was issued
 * @param replaces the directive that it corrects
 * @param replacedBy the directive that took its place
 * @param withdrawnReason why it was withdrawn, empty otherwise
 * @param pinned whether it is pinned
 * @param pinReason why it is pinned, empty otherwise
 * @param previousHash the hash of the directive before it in the group; zeros for the first
 * @param hash hex SHA-256 over its content, recipients and the previous hash; empty for a draft
 * @param version grows with each change of a draft
 */
public record Directive(
        String id,
        String groupId,
        String number,
        String title,
        String text,
        Requirement requirement,
        Optional<Instant> deadline,
        List<String> targets,
        String event,
        List<String> attachmentIds,
        String authorId,
        String authorName,
        DirectiveState state,
        Optional<Instant> issuedAt,
        Optional<String> replaces,
        Optional<String> replacedBy,
        String withdrawnReason,
        boolean pinned,
        String pinReason,
        String previousHash,
        String hash,
        long version) {

    public Directive {
        targets = List.copyOf(targets);
        attachmentIds = List.copyOf(attachmentIds);
    }
}
