package vn.quyche.group.internal.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.NewDirective;

/** The steps that a directive takes, each giving a new record. */
public final class DirectiveChange {

    private DirectiveChange() {}

    /** A new draft. */
    public static Directive draft(String id, NewDirective text, List<String> targets, String authorId, String author) {
        return new Directive(
                id,
                text.groupId(),
                "",
                text.title(),
                text.text(),
                text.requirement(),
                text.deadline(),
                targets,
                text.event(),
                text.attachmentIds(),
                authorId,
                author,
                DirectiveState.DRAFT,
                Optional.empty(),
                text.replaces(),
                Optional.empty(),
                "",
                false,
                "",
                "",
                "",
                1);
    }

    /** The draft with another text. */
    public static Directive revised(Directive draft, NewDirective text) {
        Directive fresh = draft(draft.id(), text, text.recipients(), draft.authorId(), draft.authorName());
        return new Directive(
                fresh.id(),
                draft.groupId(),
                "",
                fresh.title(),
                fresh.text(),
                fresh.requirement(),
                fresh.deadline(),
                fresh.targets(),
                fresh.event(),
                fresh.attachmentIds(),
                draft.authorId(),
                draft.authorName(),
                DirectiveState.DRAFT,
                Optional.empty(),
                draft.replaces(),
                Optional.empty(),
                "",
                false,
                "",
                "",
                "",
                draft.version() + 1);
    }

    /** The draft as it is issued, before it is sealed. */
    public static Directive issued(Directive draft, String number, Instant at, String previousHash) {
        return step(
                draft,
                number,
                DirectiveState.ISSUED,
                Optional.of(at),
                draft.replacedBy(),
                "",
                false,
                "",
                previousHash,
                "");
    }

    /** The issued directive with its seal. */
    public static Directive sealed(Directive issued, String hash) {
        return step(
                issued,
                issued.number(),
                issued.state(),
                issued.issuedAt(),
                issued.replacedBy(),
                "",
                false,
                "",
                issued.previousHash(),
                hash);
    }

    /** The directive after another took its place. */
    public static Directive superseded(Directive issued, String byId) {
        return after(issued, DirectiveState.SUPERSEDED, Optional.of(byId), "");
    }

    /** The directive after it was withdrawn. */
    public static Directive withdrawn(Directive issued, String reason) {
        return after(issued, DirectiveState.WITHDRAWN, issued.replacedBy(), reason);
    }

    /** The directive pinned for a reason, or unpinned when the reason is empty. */
    public static Directive pinned(Directive issued, String reason) {
        return step(
                issued,
                issued.number(),
                issued.state(),
                issued.issuedAt(),
                issued.replacedBy(),
                issued.withdrawnReason(),
                !reason.isEmpty(),
                reason,
                issued.previousHash(),
                issued.hash());
    }

    private static Directive after(
            Directive issued, DirectiveState state, Optional<String> replacedBy, String withdrawnReason) {
        return step(
                issued,
                issued.number(),
                state,
                issued.issuedAt(),
                replacedBy,
                withdrawnReason,
                false,
                "",
                issued.previousHash(),
                issued.hash());
    }

    private static Directive step(
            Directive d,
            String number,
            DirectiveState state,
            Optional<Instant> issuedAt,
            Optional<String> replacedBy,
            String withdrawnReason,
            boolean pinned,
            String pinReason,
            String previousHash,
            String hash) {
        return new Directive(
                d.id(),
                d.groupId(),
                number,
                d.title(),
                d.text(),
                d.requirement(),
                d.deadline(),
                d.targets(),
                d.event(),
                d.attachmentIds(),
                d.authorId(),
                d.authorName(),
                state,
                issuedAt,
                d.replaces(),
                replacedBy,
                withdrawnReason,
                pinned,
                pinReason,
                previousHash,
                hash,
                d.version() + 1);
    }
}
