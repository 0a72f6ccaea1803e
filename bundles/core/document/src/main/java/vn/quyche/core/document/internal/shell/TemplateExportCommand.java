package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes the Word file of a template. */
@Service
@Command(scope = "document", name = "template-export", description = "Ghi tệp Word của một mẫu ra máy chủ")
public final class TemplateExportCommand extends QuycheCommand {

    @Argument(index = 0, name = "template", description = "id của mẫu", required = true)
    @Completion(TemplateCompleter.class)
    private String id;

    @Argument(index = 1, name = "file", description = "Tệp mới trên máy chủ", required = true)
    private String file;

    @Reference
    private DocumentTemplates templates;

    @Override
    protected void run() {
        byte[] content =
                templates.content(caller(), id, templates.get(caller(), id).latest());
        writeFile(file, out -> out.write(content));
    }
}
