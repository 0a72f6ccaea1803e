package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.security.shell.Column;
import vn.quyche.group.api.members.PostingSuspension;

/** How rights to post that were withdrawn are shown. */
final class SuspensionColumns {

    private SuspensionColumns() {}

    static List<Column<PostingSuspension>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", PostingSuspension::id),
                Column.of(text.apply("group.column.person"), PostingSuspension::personName),
                Column.of(text.apply("core.from"), PostingSuspension::from),
                Column.of(text.apply("core.to"), PostingSuspension::to),
                Column.of(text.apply("group.suspension-returned-by"), PostingSuspension::returnedBy),
                Column.of(text.apply("core.reason"), PostingSuspension::returnReason));
    }
}
