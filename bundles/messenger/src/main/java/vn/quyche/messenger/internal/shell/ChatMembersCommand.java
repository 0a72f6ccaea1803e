package vn.quyche.messenger.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.MemberChange;

/** Changes who is in a GMF group, or who administrates it. */
@Service
@Command(scope = "messenger", name = "chat-members", description = "Mời, duyệt, đưa ra khỏi nhóm GMF, phó nhóm")
public final class ChatMembersCommand extends QuycheCommand {

    @Argument(
            index = 0,
            name = "change",
            description = "INVITE, ACCEPT, REJECT, REMOVE, ADD_ADMIN hoặc REMOVE_ADMIN",
            required = true)
    private MemberChange change;

    @Argument(index = 1, name = "id", description = "Mã nhóm", required = true)
    private String id;

    @Argument(index = 2, name = "members", description = "Mã người dùng trên Zalo", required = true, multiValued = true)
    private List<String> members;

    @Reference
    private Chats service;

    @Override
    protected void run() {
        say(text(
                "messenger.members-changed",
                service.changeMembers(caller(), id, change, members).name()));
    }
}
