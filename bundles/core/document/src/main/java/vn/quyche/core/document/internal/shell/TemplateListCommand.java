package vn.quyche.core.document.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists templates. */
@Service
@Command(scope = "document", name = "template-list", description = "Các mẫu văn bản")
public final class TemplateListCommand extends QuycheListCommand {

    @Option(name = "--text", description = "Một phần của tên")
    private String text;

    @Option(name = "--kind", description = "Tên loại, ví dụ DECISION")
    private DocumentKind kind;

    @Option(name = "--all", description = "Cả mẫu đang tạm ngừng")
    private boolean all;

    @Reference
    private DocumentTemplates templates;

    @Override
    protected void run() {
        show(
                templates.list(
                        caller(),
                        new DocumentTemplates.Query(
                                Optional.ofNullable(text),
                                Optional.ofNullable(kind),
                                all ? Optional.empty() : Optional.of(true)),
                        page()),
                TemplateColumns.of(this::text));
    }
}
