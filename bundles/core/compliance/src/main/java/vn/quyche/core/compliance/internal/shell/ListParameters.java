package vn.quyche.core.compliance.internal.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the parameters with their values on a day. */
@Service
@Command(scope = "compliance", name = "parameter-list", description = "Danh sách tham số của quy chế")
public final class ListParameters extends QuycheCommand {

    @Option(name = "--day", description = "Giá trị của ngày, ví dụ 2026-09-05; mặc định hôm nay")
    private String day;

    @Reference
    private RegulationReader reader;

    @Override
    protected void run() {
        show(
                reader.parameters(caller(), day()),
                List.of(
                        Column.of("Tham số", Parameter::key),
                        Column.of("Giá trị", Parameter::value),
                        Column.of("Mặc định", Parameter::defaultValue),
                        Column.of("Đơn vị", Parameter::unit),
                        Column.of("Điều", Parameter::clause),
                        Column.of("Ý nghĩa", Parameter::title)));
    }

    private LocalDate day() {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new Invalid("day", "compliance.bad-day");
        }
    }
}
