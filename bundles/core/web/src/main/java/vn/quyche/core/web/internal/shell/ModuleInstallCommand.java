package vn.quyche.core.web.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.security.shell.QuycheCommand;

/** Installs a domain. */
@Service
@Command(scope = "platform", name = "module-install", description = "Cài một phân hệ")
public final class ModuleInstallCommand extends QuycheCommand {

    @Reference
    private Modules modules;

    @Argument(name = "module", description = "Tên phân hệ, ví dụ group", required = true)
    @Completion(ModuleCompleter.class)
    private String module;

    @Override
    protected void run() {
        modules.install(caller(), module);
        say("Đã cài phân hệ " + module);
    }
}
