package vn.quyche.group.internal.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;

/** Compares a member list with the rule of a group; with {@code --confirm} takes it over. */
@Service
@Command(scope = "group", name = "declare", description = "Đối chiếu danh sách thành viên lấy từ ứng dụng")
public final class DeclareCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "file", description = "Tệp CSV, TXT hoặc XLSX trên máy chủ", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--confirm", description = "Xác nhận ngay nếu không còn dòng chưa rõ")
    private boolean confirm;

    @Reference
    private Groups groups;

    @Reference
    private Declarations declarations;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
            throw new Invalid("file", "directory.import-no-file", file);
        }
        String id = GroupArgument.find(groups, caller(), group).id();
        String attachment = attachments
                .receive(
                        caller(),
                        path.getFileName().toString(),
                        () -> Files.newInputStream(path),
                        Declarations.MAX_FILE)
                .id();
        Declaration read = declarations.get(caller(), declarations.read(caller(), id, attachment, ""));
        showOne(confirm ? declarations.confirm(caller(), read.id()) : read, DeclarationColumns.of(this::text));
    }
}
