package vn.quyche.core.security.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;

/**
 * A shell command. Small: one call of a service, one table.
 *
 * <pre>{@code
 * @Service
 * @Command(scope = "group", name = "list", description = "Danh sách nhóm")
 * public final class ListGroups extends QuycheListCommand {
 *
 *     @Reference
 *     private GroupService groups;
 *
 *     @Override
 *     protected void run() {
 *         show(groups.list(caller(), page()), List.of(Column.of("Mã", Group::id), Column.of("Tên", Group::name)));
 *     }
 * }
 * }</pre>
 */
public abstract class QuycheCommand implements Action {

    @Option(name = "--json", description = "In JSON thay cho bảng")
    private boolean json;

    @Reference
    private Messages messages;

    private Caller caller;

    /** For tests, which have no Karaf to inject it. */
    final void use(Messages texts) {
        this.messages = texts;
    }

    /** Does what the command is for. */
    protected abstract void run();

    @Override
    public final Object execute() throws CommandException {
        try {
            caller = ShellCallers.current();
            run();
            return null;
        } catch (QuycheException e) {
            String line = "Lỗi: " + text(e) + " (" + code(e) + ")";
            throw new CommandException(line, line, e);
        }
    }

    /** Who calls, with a correlation id of this command's own. */
    protected final Caller caller() {
        return caller;
    }

    /** The texts of all bundles. */
    protected final String text(String key, Object... args) {
        return messages.text(caller.locale(), key, args);
    }

    /** Whether JSON was asked for. */
    protected final boolean json() {
        return json;
    }

    /** Says something to a person; nothing when JSON was asked for. */
    protected final void say(String line) {
        if (!json) {
            out().println(line);
        }
    }

    /** What a file is filled with. */
    @FunctionalInterface
    protected interface FileContent {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a new file on the server, and says so.
     *
     * @throws Conflict {@code core.file-exists}
     * @throws Unavailable {@code core.file-not-written}
     */
    protected final void writeFile(String file, FileContent content) {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE_NEW))) {
            content.writeTo(out);
        } catch (FileAlreadyExistsException e) {
            throw new Conflict("core.file-exists", file);
        } catch (IOException | InvalidPathException e) {
            throw new Unavailable("core.file-not-written", e, file);
        }
        say(text("core.file-written", file));
    }

    /** Shows a page, with the way to the next one. */
    protected final <T> void show(Page<T> page, List<Column<T>> columns) {
        if (json) {
            out().println(Json.of(page));
            return;
        }
        table(page.items(), columns);
        page.next().ifPresent(next -> out().println("… --after " + next));
    }

    /** Shows rows. */
    protected final <T> void show(List<T> rows, List<Column<T>> columns) {
        if (json) {
            out().println(Json.of(rows));
        } else {
            table(rows, columns);
        }
    }

    /** Shows one thing, a line for each column. */
    protected final <T> void showOne(T thing, List<Column<T>> columns) {
        if (json) {
            out().println(Json.of(thing));
            return;
        }
        ShellTable table = new ShellTable().noHeaders();
        table.column("").alignLeft();
        table.column("").alignLeft();
        columns.forEach(column ->
                table.addRow().addContent(column.title(), place(column.value().apply(thing))));
        table.print(out());
    }

    private static <T> void table(List<T> rows, List<Column<T>> columns) {
        ShellTable table = new ShellTable().emptyTableText("—");
        columns.forEach(column -> table.column(column.title()));
        for (T row : rows) {
            table.addRow()
                    .addContent(columns.stream()
                            .<Object>map(column -> place(column.value().apply(row)))
                            .toList());
        }
        table.print(out());
    }

    private static String place(Object value) {
        Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return Objects.toString(shown, "");
    }

    /** The code; with the permission that is lacking, since operators know permissions by their names. */
    private static String code(QuycheException error) {
        return error instanceof Forbidden && !error.args().isEmpty()
                ? error.code() + ": " + error.args().get(0)
                : error.code();
    }

    private String text(QuycheException error) {
        if (caller == null) {
            return error.code();
        }
        if (error instanceof Invalid invalid) {
            return String.join(
                    "; ",
                    invalid.fields().stream()
                            .map(field -> field.field() + ": "
                                    + text(field.code(), field.args().toArray()))
                            .toList());
        }
        String next = messages.next(caller.locale(), error);
        String text = messages.text(caller.locale(), error);
        return next.isEmpty() ? text : text + " " + next;
    }

    /** Karaf gives each command its own stream behind this one; a value that is returned is not shown over SSH. */
    private static PrintStream out() {
        return System.out;
    }
}
