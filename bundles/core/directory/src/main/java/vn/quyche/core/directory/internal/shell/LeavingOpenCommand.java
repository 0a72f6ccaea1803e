package vn.quyche.core.directory.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Opens the checklist of a person who leaves. */
@Service
@Command(scope = "directory", name = "leaving-open", description = "Mở phiếu bàn giao cho người rời trường")
public final class LeavingOpenCommand extends QuycheCommand {

    @Argument(index = 0, name = "person", description = "Mã người rời trường", required = true)
    @Completion(PersonCompleter.class)
    private String person;

    @Argument(
            index = 1,
            name = "reason",
            description = "TRANSFER, RETIREMENT, RESIGNATION, END_OF_CONTRACT",
            required = true)
    private DepartureReason reason;

    @Argument(index = 2, name = "lastDay", description = "Ngày làm việc cuối, dạng 2026-10-31", required = true)
    private String lastDay;

    @Argument(index = 3, name = "receiver", description = "Mã người nhận bàn giao thay mặt trường", required = true)
    @Completion(PersonCompleter.class)
    private String receiver;

    @Option(name = "--decision", description = "Số quyết định")
    private String decision = "";

    @Reference
    private Leavings leavings;

    @Override
    protected void run() {
        String id = leavings.open(caller(), "", new Leavings.NewLeaving(person, reason, day(), decision, receiver));
        showOne(
                leavings.get(caller(), id),
                List.of(
                        Column.of(text("directory.column.id"), Leavings.Leaving::id),
                        Column.of(text("directory.column.name"), Leavings.Leaving::personName),
                        Column.of(text("directory.column.last-day"), Leavings.Leaving::lastDay),
                        Column.of(text("directory.column.open-items"), Leavings.Leaving::openItems)));
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(lastDay);
        } catch (DateTimeParseException e) {
            throw new Invalid("lastDay", "directory.bad-day", lastDay);
        }
    }
}
