package vn.quyche.core.directory.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists units. */
@Service
@Command(scope = "directory", name = "unit-list", description = "Danh sách đơn vị và lớp")
public final class UnitListCommand extends QuycheCommand {

    @Option(name = "--all", description = "Cả đơn vị đã kết thúc")
    private boolean all;

    @Option(name = "--type", description = "Loại đơn vị")
    private UnitType type;

    @Reference
    private Structure structure;

    @Override
    protected void run() {
        show(
                structure.units(caller(), Optional.ofNullable(type), all),
                List.of(
                        Column.of(text("directory.column.id"), Structure.UnitView::id),
                        Column.of(
                                text("directory.column.type"),
                                unit -> text("unit-type." + unit.data().type())),
                        Column.of(
                                text("directory.column.name"),
                                unit -> unit.data().name()),
                        Column.of(text("directory.column.heads"), unit -> String.join(", ", unit.heads())),
                        Column.of(text("directory.column.members"), Structure.UnitView::members),
                        Column.of(text("directory.column.from"), Structure.UnitView::validFrom),
                        Column.of(text("directory.column.to"), Structure.UnitView::validTo)));
    }
}
