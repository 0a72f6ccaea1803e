package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.security.Caller;

/** Offers the ids of templates. */
@Service
public final class TemplateCompleter implements Completer {

    @Reference
    private DocumentTemplates templates;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids =
                templates
                        .list(Caller.system("completion"), DocumentTemplates.Query.all(), PageRequest.first())
                        .items()
                        .stream()
                        .map(DocumentTemplates.Template::id)
                        .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
