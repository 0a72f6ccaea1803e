package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustRegister;

/** Offers the ids of authorities, which are public. */
@Service
public final class TrustCompleter implements Completer {

    @Reference
    private TrustRegister trust;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids = trust
                .list(
                        Caller.system("completion"),
                        new TrustRegister.Query(Optional.empty(), Optional.empty()),
                        PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .map(TrustCertificate::id)
                .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
