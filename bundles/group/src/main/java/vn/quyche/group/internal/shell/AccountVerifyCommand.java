package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccounts;

/** Verifies the account of a member. */
@Service
@Command(scope = "group", name = "account-verify", description = "Xác minh tài khoản của một thành viên")
public final class AccountVerifyCommand extends QuycheCommand {

    @Argument(index = 0, name = "person", description = "Mã người", required = true)
    private String person;

    @Argument(index = 1, name = "platform", description = "ZALO hoặc VIBER", required = true)
    private Platform platform;

    @Argument(index = 2, name = "method", description = "IN_GROUP, CALL hoặc IN_PERSON", required = true)
    private PlatformAccount.Method method;

    @Option(name = "--version", description = "Phiên bản đã xem (cột v)", required = true)
    private long version;

    @Reference
    private PlatformAccounts accounts;

    @Override
    protected void run() {
        showOne(accounts.verify(caller(), person, platform, method, version), AccountColumns.of(this::text));
    }
}
