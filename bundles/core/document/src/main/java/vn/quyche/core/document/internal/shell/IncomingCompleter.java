package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.security.Caller;

/** Offers the ids of the newest incoming documents; an id says nothing about what the document is. */
@Service
public final class IncomingCompleter implements Completer {

    @Reference
    private IncomingDocuments incoming;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids =
                incoming
                        .list(Caller.system("completion"), IncomingDocuments.Query.all(), PageRequest.first())
                        .items()
                        .stream()
                        .map(IncomingDocument::id)
                        .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
