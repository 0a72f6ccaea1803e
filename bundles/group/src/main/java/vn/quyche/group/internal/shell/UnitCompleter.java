package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.security.Caller;

/** Offers the ids of units and campuses; an id says nothing about its unit. */
@Service
public final class UnitCompleter implements Completer {

    @Reference
    private Structure structure;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        Caller completion = Caller.system("completion");
        List<String> ids = Stream.concat(
                        structure.units(completion, Optional.empty(), false).stream()
                                .map(Structure.UnitView::id),
                        structure.campuses(completion, false).stream().map(Campus::id))
                .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
