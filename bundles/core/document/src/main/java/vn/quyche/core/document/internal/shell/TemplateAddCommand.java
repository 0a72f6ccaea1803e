package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.NewTemplate;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.QuycheCommand;

/** Brings a template of the school. */
@Service
@Command(scope = "document", name = "template-add", description = "Đưa mẫu của trường lên")
public final class TemplateAddCommand extends QuycheCommand {

    @Argument(index = 0, name = "kind", description = "Tên loại hoặc chữ viết tắt, ví dụ QĐ", required = true)
    private String kind;

    @Argument(index = 1, name = "name", description = "Tên mẫu", required = true)
    private String name;

    @Argument(index = 2, name = "file", description = "id của tệp DOCX đã đưa lên qua REST", required = true)
    private String file;

    @Reference
    private DocumentTemplates templates;

    @Override
    protected void run() {
        DocumentKind known =
                DocumentKind.of(kind).orElseThrow(() -> new Invalid("kind", "document.unknown-kind", kind));
        String id = templates.add(caller(), "", new NewTemplate(known, name, file, ""));
        showOne(templates.get(caller(), id), TemplateColumns.of(this::text));
    }
}
