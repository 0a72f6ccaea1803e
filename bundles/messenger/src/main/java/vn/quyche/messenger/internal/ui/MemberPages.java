package vn.quyche.messenger.internal.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.MemberChange;
import vn.quyche.messenger.internal.model.MemberOrder;

/** Who is in a GMF group and who administrates it, changed at the platform. */
final class MemberPages {

    private final Chats chats;

    MemberPages(Chats chats) {
        this.chats = chats;
    }

    View list(UiRequest request) {
        Chat chat = chats.get(request.caller(), request.path("id"));
        List<ChatMember> there = chats.members(request.caller(), chat.id()).stream()
                .filter(member -> member.state() != ChatMember.State.LEFT)
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("chat", chat);
        model.put("members", MemberOrder.of(request.query("sort")).sorted(there, member -> member));
        return View.page("chat-people", model);
    }

    /** One of the buttons, for all that are ticked. */
    View change(UiRequest request) {
        MemberChange change = Form.constant(MemberChange.class, request.form("change"))
                .orElseThrow(() -> new Invalid("change", "core.required"));
        return changed(request, change, request.formAll("id"));
    }

    View inviteForm(UiRequest request) {
        return View.page("chat-invite", Map.of("chat", chats.get(request.caller(), request.path("id"))));
    }

    View invite(UiRequest request) {
        List<String> ids = Arrays.stream(request.form("members").split("[\\s,;]+"))
                .filter(id -> !id.isEmpty())
                .toList();
        return changed(request, MemberChange.INVITE, ids);
    }

    private View changed(UiRequest request, MemberChange change, List<String> ids) {
        Chat chat = chats.changeMembers(request.caller(), request.path("id"), change, ids);
        return View.redirect("/messenger/chats/" + chat.id() + "/people", "messenger.members-changed", chat.name());
    }
}
