package vn.quyche.messenger.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.messenger.api.Chats;

/** Reads the members of a chat now. */
@Service
@Command(scope = "messenger", name = "chat-sync", description = "Đọc lại thành viên nhóm từ Zalo")
public final class ChatSyncCommand extends QuycheCommand {

    @Argument(name = "id", description = "Mã", required = true)
    private String id;

    @Reference
    private Chats service;

    @Override
    protected void run() {
        say(text("messenger.synchronised", service.synchronise(caller(), id).members()));
    }
}
