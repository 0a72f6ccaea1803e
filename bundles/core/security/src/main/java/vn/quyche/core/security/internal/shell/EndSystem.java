package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.security.shell.QuycheCommand;

/** Gives an entry of the register of the system up. */
@Service
@Command(scope = "security", name = "system-end", description = "Thôi dùng một mục của sổ quản trị")
public final class EndSystem extends QuycheCommand {

    @Argument(index = 0, name = "entry", description = "Mã (security:system-list)", required = true)
    private String entry;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private SystemRegister register;

    @Override
    protected void run() {
        showOne(register.end(caller(), entry, reason), SystemColumns.all(this::text));
    }
}
