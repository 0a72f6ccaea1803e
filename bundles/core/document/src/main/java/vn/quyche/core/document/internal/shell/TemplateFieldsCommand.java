package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.TemplateField;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows what a template asks for. */
@Service
@Command(scope = "document", name = "template-fields", description = "Các trường mà một mẫu hỏi")
public final class TemplateFieldsCommand extends QuycheCommand {

    @Argument(index = 0, name = "template", description = "id của mẫu", required = true)
    @Completion(TemplateCompleter.class)
    private String id;

    @Reference
    private DocumentTemplates templates;

    @Override
    protected void run() {
        show(
                templates.fields(caller(), id).asked(),
                List.of(
                        Column.of(text("core.name"), TemplateField::label),
                        Column.of(text("document.template.lines"), TemplateField::lines),
                        Column.of(text("document.template.required"), TemplateField::required),
                        Column.of("id", TemplateField::name)));
    }
}
