package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.function.BiConsumer;
import vn.quyche.core.api.security.Accounts.Created;
import vn.quyche.core.security.shell.Column;

/** Shows an initial password, this once. */
final class InitialPassword {

    private InitialPassword() {}

    static void show(Created created, BiConsumer<Created, List<Column<Created>>> table) {
        table.accept(
                created,
                List.of(
                        Column.of("Tên đăng nhập", one -> one.account().userName()),
                        Column.of("Mật khẩu ban đầu", Created::initialPassword)));
    }
}
