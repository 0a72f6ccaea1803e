package vn.quyche.group.internal.model;

import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.members.MessageKind;

/** Directives are about what their group is for. Clause BC.2.1. */
@Regulated("BC.2.1")
public final class MessagePurpose {

    private MessagePurpose() {}

    /** What a group is for when nothing was said: everything. */
    public static Set<MessageKind> allowed(Set<MessageKind> said) {
        return said.isEmpty() ? Set.of(MessageKind.values()) : said;
    }

    /**
     * Requires that a group is for a directive; one that says nothing is a direction.
     *
     * @throws Refused {@code group.kind-not-allowed}
     */
    public static void require(String groupName, Set<MessageKind> said, Optional<MessageKind> kind) {
        if (!allowed(said).contains(kind.orElse(MessageKind.DIRECTION))) {
            throw new Refused("BC.2.1", "group.kind-not-allowed", groupName);
        }
    }
}
