package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.security.shell.QuycheCommand;

/** Puts a template to use, or takes it out of use. */
@Service
@Command(scope = "document", name = "template-use", description = "Dùng lại một mẫu, hoặc ngừng dùng với --off")
public final class TemplateUseCommand extends QuycheCommand {

    @Argument(index = 0, name = "template", description = "id của mẫu", required = true)
    @Completion(TemplateCompleter.class)
    private String id;

    @Option(name = "--off", description = "Ngừng dùng")
    private boolean off;

    @Reference
    private DocumentTemplates templates;

    @Override
    protected void run() {
        showOne(templates.use(caller(), id, !off), TemplateColumns.of(this::text));
    }
}
