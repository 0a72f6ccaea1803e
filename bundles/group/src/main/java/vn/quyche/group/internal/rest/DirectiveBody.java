package vn.quyche.group.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveStanding;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Requirement;

/** A directive as clients get it: all of its parts side by side. */
public record DirectiveBody(
        String id,
        String groupId,
        String number,
        String title,
        String text,
        Requirement requirement,
        Optional<Instant> deadline,
        List<String> targets,
        List<String> units,
        String event,
        List<String> attachmentIds,
        Optional<MeetingDocument> document,
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

    static DirectiveBody of(Directive directive) {
        NewDirective content = directive.content();
        DirectiveStanding standing = directive.standing();
        Issuance issuance = standing.issuance();
        return new DirectiveBody(
                directive.id(),
                content.groupId(),
                issuance.number(),
                content.title(),
                content.text(),
                content.requirement(),
                content.deadline(),
                content.recipients(),
                content.units(),
                content.event(),
                content.attachmentIds(),
                content.document(),
                directive.authorId(),
                directive.authorName(),
                standing.state(),
                issuance.at(),
                content.replaces(),
                standing.replacedBy(),
                standing.withdrawnReason(),
                standing.pinned(),
                standing.pinReason(),
                issuance.previousHash(),
                issuance.hash(),
                directive.version());
    }
}
