package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.security.shell.Column;
import vn.quyche.group.api.members.PlatformAccount;

/** How accounts are shown. */
final class AccountColumns {

    private AccountColumns() {}

    static List<Column<PlatformAccount>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", PlatformAccount::personId),
                Column.of(text.apply("core.person"), PlatformAccount::name),
                Column.of(text.apply("group.column.platform"), one -> text.apply("group.platform." + one.platform())),
                Column.of(text.apply("group.account.stage"), one -> text.apply("group.account-stage." + one.stage())),
                Column.of(text.apply("group.account"), PlatformAccount::account),
                Column.of(
                        text.apply("group.account.verified"),
                        one -> one.verification().map(PlatformAccount.Verification::at)),
                Column.of("v", PlatformAccount::version));
    }
}
