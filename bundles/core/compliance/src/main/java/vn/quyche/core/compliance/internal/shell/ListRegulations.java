package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.RegulationView;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the school's own regulations. */
@Service
@Command(scope = "compliance", name = "regulation-list", description = "Danh sách quy chế của trường")
public final class ListRegulations extends QuycheCommand {

    @Reference
    private AdoptedRegulations adopted;

    @Override
    protected void run() {
        show(
                adopted.list(caller()),
                List.of(
                        Column.of("Mã", RegulationView::id),
                        Column.of("Mẫu", one -> one.origin().equals(one.id()) ? "" : one.origin()),
                        Column.of("Quy chế", RegulationView::title),
                        Column.of("Trạng thái", one -> text("compliance.state." + one.state())),
                        Column.of(
                                "Quyết định",
                                one -> one.current()
                                        .or(one::upcoming)
                                        .map(Edition::content)
                                        .map(content -> content.decision().cited())
                                        .orElse(""))));
    }
}
