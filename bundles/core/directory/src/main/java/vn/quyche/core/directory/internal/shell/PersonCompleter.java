package vn.quyche.core.directory.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.security.Caller;

/** Offers the ids of people who work here; an id says nothing about its person. */
@Service
public final class PersonCompleter implements Completer {

    @Reference
    private People people;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids = people
                .list(Caller.system("completion"), People.Query.working(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .map(People.Row::id)
                .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
