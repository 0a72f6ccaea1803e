package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.NewTemplate;
import vn.quyche.core.api.document.DocumentTemplates.Template;
import vn.quyche.core.security.shell.QuycheCommand;

/** Gives a template its next version. */
@Service
@Command(scope = "document", name = "template-replace", description = "Thay tệp của một mẫu")
public final class TemplateReplaceCommand extends QuycheCommand {

    @Argument(index = 0, name = "template", description = "id của mẫu", required = true)
    @Completion(TemplateCompleter.class)
    private String id;

    @Argument(index = 1, name = "file", description = "id của tệp DOCX đã đưa lên qua REST", required = true)
    private String file;

    @Reference
    private DocumentTemplates templates;

    @Override
    protected void run() {
        Template before = templates.get(caller(), id);
        showOne(
                templates.change(
                        caller(), id, before.version(), new NewTemplate(before.kind(), before.name(), file, "")),
                TemplateColumns.of(this::text));
    }
}
