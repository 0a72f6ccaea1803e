package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Roles.RoleView;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists roles and what they allow. */
@Service
@Command(scope = "security", name = "role-list", description = "Danh sách vai trò và quyền")
public final class ListRoles extends QuycheCommand {

    @Reference
    private Roles roles;

    @Override
    protected void run() {
        show(
                roles.list(caller()),
                List.of(
                        Column.of("Vai trò", RoleView::code),
                        Column.of("Tên", role -> role.builtIn() ? text("role." + role.code()) : role.label()),
                        Column.of(
                                "Quyền",
                                role -> role.permissions().stream().sorted().collect(Collectors.joining(" ")))));
    }
}
