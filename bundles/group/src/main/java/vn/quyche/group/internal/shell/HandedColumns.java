package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.security.shell.Column;
import vn.quyche.group.api.members.HandedOperation;

/** How operations that were handed on are shown. */
final class HandedColumns {

    private HandedColumns() {}

    static List<Column<HandedOperation>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", HandedOperation::id),
                Column.of(text.apply("group.column.group"), HandedOperation::groupName),
                Column.of(
                        text.apply("group.handed.operation"), one -> text.apply("group.operation." + one.operation())),
                Column.of(text.apply("group.handed.from-person"), HandedOperation::fromName),
                Column.of(text.apply("group.handed.to-person"), HandedOperation::toName),
                Column.of(text.apply("core.from"), HandedOperation::from),
                Column.of(text.apply("core.to"), HandedOperation::to),
                Column.of(text.apply("core.state"), one -> text.apply("group.handed-state." + one.state())));
    }
}
