package vn.quyche.core.web.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Completes the names of domains, installed or not. */
@Service
public final class ModuleCompleter extends QuycheCompleter {

    @Reference
    private Modules modules;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return modules.list(caller).stream().filter(module -> !module.core()).map(Modules.Module::domain);
    }
}
