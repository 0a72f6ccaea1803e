package vn.quyche.core.web.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.security.shell.ShellCallers;

/** Completes the names of domains, installed or not. */
@Service
public final class ModuleCompleter implements Completer {

    @Reference
    private Modules modules;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            List<String> names = modules.list(ShellCallers.current()).stream()
                    .filter(module -> !module.core())
                    .map(Modules.Module::domain)
                    .toList();
            return new StringsCompleter(names).complete(session, line, candidates);
        } catch (QuycheException notAllowed) {
            return -1;
        }
    }
}
