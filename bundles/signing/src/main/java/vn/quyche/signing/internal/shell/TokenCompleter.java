package vn.quyche.signing.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** Offers the serials of tokens; a serial says nothing about whose it is. */
@Service
public final class TokenCompleter implements Completer {

    @Reference
    private Tokens tokens;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> serials = tokens
                .list(Caller.system("completion"), Tokens.Query.all(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .map(SigningToken::serial)
                .toList();
        return new StringsCompleter(serials).complete(session, commandLine, candidates);
    }
}
