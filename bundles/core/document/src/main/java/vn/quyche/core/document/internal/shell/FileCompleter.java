package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.security.Caller;

/** Offers the ids of the newest case files; an id says nothing about what the file is. */
@Service
public final class FileCompleter implements Completer {

    @Reference
    private CaseFiles files;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids =
                files.list(Caller.system("completion"), CaseFiles.Query.all(), PageRequest.first()).items().stream()
                        .map(CaseFile::id)
                        .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
