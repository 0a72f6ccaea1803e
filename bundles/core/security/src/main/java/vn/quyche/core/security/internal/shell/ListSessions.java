package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.security.Sessions.Session;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists running sessions. */
@Service
@Command(scope = "security", name = "session-list", description = "Phiên làm việc đang mở")
public final class ListSessions extends QuycheListCommand {

    @Argument(index = 0, name = "userName", description = "Tên đăng nhập")
    @Completion(AccountCompleter.class)
    private String userName;

    @Reference
    private Accounts accounts;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        Optional<String> account = Optional.ofNullable(userName)
                .map(name -> Named.account(accounts, caller(), name).id());
        show(
                sessions.list(caller(), account, page()),
                List.of(
                        Column.of("Mã", Session::id),
                        Column.of("Tài khoản", Session::name),
                        Column.of("Địa chỉ", Session::address),
                        Column.of("Trình duyệt", Session::userAgent),
                        Column.of("Mở lúc", Session::startedAt),
                        Column.of("Dùng lần cuối", Session::lastUsedAt)));
    }
}
