package vn.quyche.messenger.internal.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.error.Checks;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.MemberChange;
import vn.quyche.messenger.internal.store.JpaChatStore;

/** What may be asked of the platform about the people of a group, and how they stand when it was done. */
final class MemberChanges {

    /** As many as a group may begin with. */
    static final int MOST = 99;

    private static final String ID = "[0-9A-Za-z_-]{1,100}";

    private MemberChanges() {}

    /** The people, each once, when each stands so that the change means something. @throws Invalid otherwise */
    static List<String> checked(MemberChange change, List<String> userIds, Chat chat, JpaChatStore chats) {
        Checks checks = new Checks();
        checks.that(change != null, "change", "core.required");
        List<String> ids = userIds == null
                ? List.of()
                : userIds.stream()
                        .filter(id -> id != null && !id.isBlank())
                        .map(String::strip)
                        .distinct()
                        .toList();
        checks.that(!ids.isEmpty() && ids.size() <= MOST, "members", "messenger.some-members", MOST);
        checks.that(ids.stream().allMatch(id -> id.matches(ID)), "members", "messenger.bad-member-id");
        checks.orThrow();
        for (String id : ids) {
            Optional<ChatMember> known = chats.member(chat.id(), id);
            boolean member =
                    known.filter(one -> one.state() == ChatMember.State.MEMBER).isPresent();
            boolean waiting =
                    known.filter(one -> one.state() == ChatMember.State.PENDING).isPresent();
            String name =
                    known.map(ChatMember::name).filter(text -> !text.isBlank()).orElse(id);
            switch (change) {
                case INVITE -> checks.that(!member, "members", "messenger.is-a-member", name);
                case ACCEPT, REJECT -> checks.that(waiting, "members", "messenger.not-waiting", name);
                case REMOVE, ADD_ADMIN, REMOVE_ADMIN -> checks.that(member, "members", "messenger.not-a-member", name);
                default -> throw new IllegalArgumentException(change.name());
            }
        }
        checks.orThrow();
        return ids;
    }

    /** How somebody stands after it was done; empty when the platform has to tell, as after an invitation. */
    static Optional<ChatMember> after(MemberChange change, Optional<ChatMember> before, Instant at) {
        return switch (change) {
            case INVITE -> Optional.empty();
            case ACCEPT -> before.map(member -> stands(member, ChatMember.State.MEMBER, false, at));
            case REJECT, REMOVE -> before.map(member -> stands(member, ChatMember.State.LEFT, false, at));
            case ADD_ADMIN -> before.map(member -> stands(member, ChatMember.State.MEMBER, true, at));
            case REMOVE_ADMIN -> before.map(member -> stands(member, ChatMember.State.MEMBER, false, at));
        };
    }

    private static ChatMember stands(ChatMember member, ChatMember.State state, boolean admin, Instant at) {
        return new ChatMember(member.userId(), member.name(), admin, state, member.personId(), at);
    }
}
