package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;

/** Offers the codes of active groups; a code says nothing about what the group is. */
@Service
public final class GroupCompleter implements Completer {

    @Reference
    private Groups groups;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> codes = groups
                .list(Caller.system("completion"), Groups.Query.active(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .map(MessagingGroup::code)
                .toList();
        return new StringsCompleter(codes).complete(session, commandLine, candidates);
    }
}
