package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.function.Function;
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.security.shell.Column;

/** The columns of the register of the system. */
final class SystemColumns {

    private SystemColumns() {}

    static List<Column<Entry>> all(Function<String, String> text) {
        return List.of(
                Column.of("Mã", Entry::id),
                Column.of("Loại", entry -> text.apply("security.system-kind." + entry.kind())),
                Column.of("Tên", Entry::name),
                Column.of("Nhà cung cấp", Entry::provider),
                Column.of("Người phụ trách", Entry::keeperId),
                Column.of("Từ ngày", Entry::since),
                Column.of("Đến ngày", Entry::until),
                Column.of("Thôi dùng", Entry::endedOn));
    }
}
