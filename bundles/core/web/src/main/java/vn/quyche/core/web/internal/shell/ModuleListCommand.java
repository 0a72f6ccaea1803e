package vn.quyche.core.web.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists what is installed and what could be. */
@Service
@Command(scope = "platform", name = "module-list", description = "Các phân hệ đã cài và có thể cài")
public final class ModuleListCommand extends QuycheCommand {

    @Reference
    private Modules modules;

    @Override
    protected void run() {
        show(
                modules.list(caller()),
                List.of(
                        Column.of("Phân hệ", Modules.Module::domain),
                        Column.of("Trạng thái", Modules.Module::state),
                        Column.of("Phiên bản", Modules.Module::version),
                        Column.of("Điều khoản", Modules.Module::clauses),
                        Column.of("Tính năng Karaf", Modules.Module::feature)));
    }
}
