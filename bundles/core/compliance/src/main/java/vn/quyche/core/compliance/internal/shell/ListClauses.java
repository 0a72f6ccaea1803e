package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.RegulationReader.Standing;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the clauses that the platform carries out. */
@Service
@Command(scope = "compliance", name = "clause-list", description = "Danh sách điều khoản được thực hiện")
public final class ListClauses extends QuycheCommand {

    @Reference
    private RegulationReader reader;

    @Override
    protected void run() {
        show(
                reader.clauses(caller()),
                List.of(
                        Column.of("Mã", (Standing one) -> one.clause().id()),
                        Column.of("Điều", one -> one.clause().citation()),
                        Column.of("Gói", one -> one.clause().domain()),
                        Column.of(
                                "Cách thực hiện",
                                one -> text("compliance.kind." + one.clause().kind())),
                        Column.of("Nội dung", one -> one.clause().summary()),
                        Column.of("Trạng thái", one -> one.installed() ? "" : text("compliance.absent"))));
    }
}
