package vn.quyche.core.web.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.security.shell.QuycheCommand;

/** Removes a domain; its data stays. */
@Service
@Command(scope = "platform", name = "module-uninstall", description = "Gỡ một phân hệ, dữ liệu giữ nguyên")
public final class ModuleUninstallCommand extends QuycheCommand {

    @Reference
    private Modules modules;

    @Argument(name = "module", description = "Tên phân hệ, ví dụ group", required = true)
    @Completion(ModuleCompleter.class)
    private String module;

    @Override
    protected void run() {
        modules.uninstall(caller(), module);
        say("Đã gỡ phân hệ " + module);
    }
}
