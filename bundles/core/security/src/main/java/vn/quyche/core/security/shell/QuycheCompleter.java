package vn.quyche.core.security.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.security.Caller;

/** Completes an argument with what the caller may see; with nothing when they may not. */
public abstract class QuycheCompleter implements Completer {

    /** What the argument may be; a page of it is enough. */
    protected abstract Stream<String> candidates(Caller caller);

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        StringsCompleter strings = new StringsCompleter();
        try {
            candidates(ShellCallers.current()).forEach(strings.getStrings()::add);
        } catch (QuycheException e) {
            // Whoever may not see them is not helped to guess them.
            return -1;
        }
        return strings.complete(session, commandLine, candidates);
    }
}
