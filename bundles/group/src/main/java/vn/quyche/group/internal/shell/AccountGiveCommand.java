package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccounts;

/** Gives the own account on a platform. */
@Service
@Command(scope = "group", name = "account-give", description = "Báo tài khoản của tôi")
public final class AccountGiveCommand extends QuycheCommand {

    @Argument(index = 0, name = "platform", description = "ZALO hoặc VIBER", required = true)
    private Platform platform;

    @Argument(index = 1, name = "account", description = "Số điện thoại hoặc tên tài khoản", required = true)
    private String account;

    @Option(name = "--not-installed", description = "Chưa cài ứng dụng trên máy của mình")
    private boolean notInstalled;

    @Option(name = "--version", description = "Phiên bản đã xem (cột v); lần đầu: 0")
    private long version;

    @Reference
    private PlatformAccounts accounts;

    @Override
    protected void run() {
        showOne(accounts.give(caller(), platform, account, !notInstalled, version), AccountColumns.of(this::text));
    }
}
