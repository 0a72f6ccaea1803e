package vn.quyche.core.security.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Delegations.Delegation;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists delegations. */
@Service
@Command(scope = "security", name = "delegation-list", description = "Danh sách ủy quyền")
public final class ListDelegations extends QuycheListCommand {

    @Option(name = "--person", description = "Mã người")
    private String person;

    @Reference
    private Delegations delegations;

    @Override
    protected void run() {
        show(
                delegations.list(caller(), Optional.ofNullable(person), page()),
                List.of(
                        Column.of("Mã", Delegation::id),
                        Column.of("Người ủy quyền", Delegation::fromName),
                        Column.of("Người được ủy quyền", Delegation::toName),
                        Column.of("Quyền", delegation -> String.join(" ", delegation.permissions())),
                        Column.of("Từ ngày", Delegation::validFrom),
                        Column.of("Đến ngày", Delegation::validTo),
                        Column.of(
                                "Trạng thái", delegation -> text("security.delegation-state." + delegation.state()))));
    }
}
