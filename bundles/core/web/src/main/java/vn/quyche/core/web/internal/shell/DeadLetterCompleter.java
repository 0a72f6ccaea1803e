package vn.quyche.core.web.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.security.shell.ShellCallers;

/** Completes the ids of dead letters. */
@Service
public final class DeadLetterCompleter implements Completer {

    @Reference
    private DeadLetters letters;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            List<String> ids = letters.list(ShellCallers.current(), PageRequest.first()).items().stream()
                    .map(DeadLetter::id)
                    .toList();
            return new StringsCompleter(ids).complete(session, line, candidates);
        } catch (QuycheException notAllowed) {
            return -1;
        }
    }
}
