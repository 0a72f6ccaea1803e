package vn.quyche.group.internal.model;

import java.time.Instant;
import java.util.Optional;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveStanding;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.NewDirective;

/** The steps that a directive takes, each giving a new record. */
public final class DirectiveChange {

    private DirectiveChange() {}

    /** A new draft. */
    public static Directive draft(String id, NewDirective content, String authorId, String author) {
        return new Directive(id, content, authorId, author, DirectiveStanding.DRAFT, 1);
    }

    /** The draft with another content; it stays in its group and goes on replacing what it replaces. */
    public static Directive revised(Directive draft, NewDirective content) {
        NewDirective kept = new NewDirective(
                draft.groupId(),
                content.title(),
                content.text(),
                content.requirement(),
                content.deadline(),
                content.recipients(),
                content.units(),
                content.event(),
                content.attachmentIds(),
                draft.content().replaces(),
                content.document());
        return new Directive(
                draft.id(), kept, draft.authorId(), draft.authorName(), draft.standing(), draft.version() + 1);
    }

    /** The draft as it is issued, before it is sealed. */
    public static Directive issued(Directive draft, String number, Instant at, String previousHash) {
        Issuance issuance = new Issuance(number, Optional.of(at), previousHash, "", Issuance.SEAL_VERSION);
        return step(draft, DirectiveState.ISSUED, issuance, Optional.empty(), "", "");
    }

    /** The issued directive with its seal. */
    public static Directive sealed(Directive issued, String hash) {
        return step(issued, DirectiveState.ISSUED, issued.standing().issuance().sealed(hash), Optional.empty(), "", "");
    }

    /** The directive after another took its place. */
    public static Directive superseded(Directive issued, String byId) {
        return step(issued, DirectiveState.SUPERSEDED, issuance(issued), Optional.of(byId), "", "");
    }

    /** The directive after it was withdrawn. */
    public static Directive withdrawn(Directive issued, String reason) {
        return step(issued, DirectiveState.WITHDRAWN, issuance(issued), Optional.empty(), reason, "");
    }

    /** The directive pinned for a reason, or unpinned when the reason is empty. */
    public static Directive pinned(Directive issued, String reason) {
        return step(issued, DirectiveState.ISSUED, issuance(issued), Optional.empty(), "", reason);
    }

    private static Issuance issuance(Directive issued) {
        return issued.standing().issuance();
    }

    private static Directive step(
            Directive directive,
            DirectiveState state,
            Issuance issuance,
            Optional<String> replacedBy,
            String withdrawnReason,
            String pinReason) {
        return new Directive(
                directive.id(),
                directive.content(),
                directive.authorId(),
                directive.authorName(),
                new DirectiveStanding(state, issuance, replacedBy, withdrawnReason, pinReason),
                directive.version() + 1);
    }
}
