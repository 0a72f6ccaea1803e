package vn.quyche.messenger.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Chats;

/** Lists groups and channels on platforms. */
@Service
@Command(scope = "messenger", name = "chat-list", description = "Nhóm, kênh trên Zalo, Viber")
public final class ChatListCommand extends QuycheListCommand {

    @Option(name = "--connection", description = "Mã kết nối")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Option(name = "--find", description = "Một phần tên")
    private String find;

    @Reference
    private Chats chats;

    @Override
    protected void run() {
        Chats.Query query =
                new Chats.Query(Optional.ofNullable(find), Optional.ofNullable(connection), Optional.empty());
        show(
                chats.list(caller(), query, page()),
                List.of(
                        Column.of("id", Chat::id),
                        Column.of(text("core.name"), Chat::name),
                        Column.of(text("messenger.members"), Chat::members),
                        Column.of(text("messenger.synchronised-at"), Chat::synchronisedAt),
                        Column.of(text("messenger.announces"), chat -> text(chat.announces() ? "core.yes" : "core.no")),
                        Column.of(text("messenger.group"), Chat::groupId)));
    }
}
