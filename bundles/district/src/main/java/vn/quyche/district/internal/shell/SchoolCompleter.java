package vn.quyche.district.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.district.api.Schools;

/** Offers the codes of the schools, which are public. */
@Service
public final class SchoolCompleter implements Completer {

    @Reference
    private Schools schools;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> codes = schools
                .list(Caller.system("completion"), Schools.Query.active(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .map(row -> row.school().code())
                .toList();
        return new StringsCompleter(codes).complete(session, commandLine, candidates);
    }
}
