package vn.quyche.core.document.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.api.document.DocumentTemplates.Template;
import vn.quyche.core.security.shell.Column;

/** What the shell shows of a template. */
final class TemplateColumns {

    private TemplateColumns() {}

    /** @param text gives the word of a key */
    static List<Column<Template>> of(UnaryOperator<String> text) {
        return List.of(
                Column.of(text.apply("core.name"), Template::name),
                Column.of(text.apply("document.kind"), one -> one.kind().title()),
                Column.of(
                        text.apply("document.template.origin"),
                        one -> text.apply(one.shipped() ? "document.template.shipped" : "document.template.own")),
                Column.of(text.apply("document.template.latest"), Template::latest),
                Column.of(
                        text.apply("core.state"),
                        one -> text.apply(one.active() ? "document.template.on" : "document.template.off")),
                Column.of("id", Template::id));
    }
}
