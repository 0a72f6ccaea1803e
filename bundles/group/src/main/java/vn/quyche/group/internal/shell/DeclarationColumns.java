package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.security.shell.Column;
import vn.quyche.group.api.members.Declaration;

/** How declarations are shown. */
final class DeclarationColumns {

    private DeclarationColumns() {}

    static List<Column<Declaration>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", Declaration::id),
                Column.of(text.apply("core.state"), one -> text.apply("group.declaration-state." + one.state())),
                Column.of(text.apply("group.declared-by"), Declaration::byName),
                Column.of(text.apply("group.declared-at"), Declaration::startedAt),
                Column.of(
                        text.apply("group.line-kind.MEMBER"),
                        one -> one.counts().members()),
                Column.of(
                        text.apply("group.line-kind.OUTSIDER"),
                        one -> one.counts().outsiders()),
                Column.of(
                        text.apply("group.line-kind.MISSING"),
                        one -> one.counts().missing()),
                Column.of(
                        text.apply("group.line-kind.DUPLICATE"),
                        one -> one.counts().duplicates()),
                Column.of(
                        text.apply("group.line-kind.UNCLEAR"),
                        one -> one.counts().unclear()),
                Column.of(text.apply("group.declared-open"), Declaration::open));
    }
}
