package vn.quyche.group.api.members;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** What each group is for, and what its directives are about. Clause BC.2.1. */
@ProviderType
public interface MessageKinds {

    /** The kinds that a group is for; all while nothing was said. */
    Set<MessageKind> allowed(Caller caller, String groupId);

    /** Says what a group is for; its leaders, and holders of {@code group:register}. At least one kind. */
    Set<MessageKind> allow(Caller caller, String groupId, Set<MessageKind> kinds);

    /** Whether the caller may say so. */
    boolean mayAllow(Caller caller, String groupId);

    /**
     * Requires that a group is for a kind.
     *
     * @throws vn.quyche.core.api.error.Refused BC.2.1 {@code group.kind-not-allowed}
     */
    void require(Caller caller, String groupId, MessageKind kind);

    /** What a directive is about; empty for those of before. */
    Optional<MessageKind> of(Caller caller, String directiveId);

    /**
     * Says what a draft is about; its author.
     *
     * @throws vn.quyche.core.api.error.Refused BC.2.1 {@code group.kind-not-allowed} when the group is not for it
     */
    void mark(Caller caller, String directiveId, MessageKind kind);
}
