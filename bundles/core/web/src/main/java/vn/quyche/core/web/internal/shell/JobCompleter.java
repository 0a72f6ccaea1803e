package vn.quyche.core.web.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.security.shell.ShellCallers;

/** Completes the names of jobs. */
@Service
public final class JobCompleter implements Completer {

    @Reference
    private Jobs jobs;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            List<String> names = Page.every(page -> jobs.list(ShellCallers.current(), Optional.empty(), page))
                    .map(Jobs.Line::name)
                    .toList();
            return new StringsCompleter(names).complete(session, line, candidates);
        } catch (QuycheException notAllowed) {
            return -1;
        }
    }
}
