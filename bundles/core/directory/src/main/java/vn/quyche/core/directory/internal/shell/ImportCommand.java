package vn.quyche.core.directory.internal.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Reads a staff list and shows what it would change; with {@code --apply} changes it. */
@Service
@Command(scope = "directory", name = "import", description = "Nhập danh sách nhân sự từ tệp Excel hoặc CSV")
public final class ImportCommand extends QuycheCommand {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int SHOWN = 100;

    @Argument(name = "file", description = "Tệp .xlsx hoặc .csv trên máy chủ", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--apply", description = "Cập nhật danh bạ; không có tùy chọn này thì chỉ kiểm tra thử")
    private boolean apply;

    @Option(
            name = "--joinings",
            description =
                    "Khi cập nhật, mở phiếu tiếp nhận cho người mới vào trường, lý do RECRUITMENT, TRANSFER, CONTRACT hay RETURN")
    private ArrivalReason joinings;

    @Reference
    private StaffImports imports;

    @Override
    protected void run() {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
            throw new Invalid("file", "directory.import-no-file", file);
        }
        StaffImports.Import plan =
                imports.start(caller(), path.getFileName().toString(), () -> Files.newInputStream(path));
        plan = imports.await(caller(), plan.id(), PATIENCE);
        if (apply && plan.state() == StaffImports.State.READY) {
            imports.apply(caller(), plan.id(), Optional.ofNullable(joinings));
            plan = imports.await(caller(), plan.id(), PATIENCE);
        }
        showOne(
                plan,
                List.of(
                        Column.of(text("directory.column.id"), StaffImports.Import::id),
                        Column.of(text("directory.column.state"), p -> text("directory.import-state." + p.state())),
                        Column.of(
                                text("directory.row-kind.NEW"), p -> p.counts().fresh()),
                        Column.of(
                                text("directory.row-kind.CHANGED"),
                                p -> p.counts().changed()),
                        Column.of(
                                text("directory.row-kind.UNCHANGED"),
                                p -> p.counts().unchanged()),
                        Column.of(
                                text("directory.row-kind.LEFT"), p -> p.counts().left()),
                        Column.of(
                                text("directory.row-kind.BAD"), p -> p.counts().bad())));
        if (plan.error().isPresent()) {
            FieldError error = plan.error().get();
            throw new Invalid(error.field(), error.code(), error.args().toArray());
        }
        if (!json() && plan.counts().bad() > 0) {
            showBadRows(plan.id());
        }
        if (!json()) {
            sayWhoJoins(plan.id());
        }
    }

    private void sayWhoJoins(String importId) {
        String names = imports
                .rows(caller(), importId, Optional.of(StaffImports.RowKind.NEW), PageRequest.first(SHOWN))
                .items()
                .stream()
                .filter(StaffImports.Row::joining)
                .map(StaffImports.Row::name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            say(text("directory.import.joining-names", names));
        }
    }

    private void showBadRows(String importId) {
        show(
                imports.rows(caller(), importId, Optional.of(StaffImports.RowKind.BAD), PageRequest.first(SHOWN))
                        .items(),
                List.of(
                        Column.of(text("directory.column.row"), StaffImports.Row::number),
                        Column.of(text("directory.column.name"), StaffImports.Row::name),
                        Column.of(
                                text("core.reason"),
                                row -> row.errors().stream()
                                        .map(error ->
                                                text(error.code(), error.args().toArray()))
                                        .collect(Collectors.joining("; ")))));
    }
}
