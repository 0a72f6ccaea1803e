package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.security.shell.Column;
import vn.quyche.group.api.GroupDecision;

/** The columns of a table of decisions. */
final class DecisionColumns {

    private DecisionColumns() {}

    static List<Column<GroupDecision>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of(text.apply("group.column.code"), GroupDecision::code),
                Column.of(text.apply("group.column.name"), GroupDecision::name),
                Column.of(
                        text.apply("group.column.platform"),
                        decision -> text.apply("group.platform." + decision.platform())),
                Column.of(
                        text.apply("group.column.disposition"),
                        decision -> text.apply("group.disposition." + decision.disposition())),
                Column.of(
                        text.apply("group.column.decision"),
                        decision -> decision.decision().number()),
                Column.of(text.apply("group.column.effective"), GroupDecision::effectiveOn),
                Column.of(
                        text.apply("group.column.status"),
                        decision -> text.apply("group.status." + decision.status())));
    }
}
