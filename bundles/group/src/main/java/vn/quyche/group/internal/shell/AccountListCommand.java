package vn.quyche.group.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccounts;

/** Lists the accounts of members on platforms. */
@Service
@Command(scope = "group", name = "account-list", description = "Tài khoản của thành viên trên ứng dụng")
public final class AccountListCommand extends QuycheListCommand {

    @Option(name = "--platform", description = "ZALO hoặc VIBER")
    private Platform platform;

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--standing", description = "OPEN, UNVERIFIED hoặc VERIFIED")
    private PlatformAccounts.Standing standing;

    @Option(name = "--find", description = "Một phần tên")
    private String find;

    @Option(name = "--mine", description = "Tài khoản của tôi")
    private boolean mine;

    @Reference
    private Groups groups;

    @Reference
    private PlatformAccounts accounts;

    @Override
    protected void run() {
        if (mine) {
            show(accounts.mine(caller()), AccountColumns.of(this::text));
            return;
        }
        PlatformAccounts.Query query = new PlatformAccounts.Query(
                Optional.ofNullable(platform),
                Optional.ofNullable(group)
                        .map(code -> GroupArgument.find(groups, caller(), code).id()),
                Optional.ofNullable(standing),
                Optional.ofNullable(find));
        show(accounts.list(caller(), query, page()), AccountColumns.of(this::text));
    }
}
