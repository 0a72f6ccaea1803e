package vn.quyche.group.internal.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.DocumentKind;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.Requirement;

/** Writes and issues a directive. */
@Service
@Command(scope = "group", name = "directive-issue", description = "Ban hành chỉ đạo trong nhóm")
public final class DirectiveIssueCommand extends QuycheCommand {

    private static final long MAX_FILE = 20L << 20;

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "title", description = "Nội dung chính, một dòng", required = true)
    private String title;

    @Argument(index = 2, name = "text", description = "Nội dung chỉ đạo", required = true)
    private String text;

    @Option(name = "--deadline", description = "Thời hạn, giờ Việt Nam, ví dụ 2026-10-05T17:00", required = true)
    private String deadline;

    @Option(name = "--require", description = "READ, ACKNOWLEDGE, REPLY hoặc COMPLETE")
    private Requirement requirement = Requirement.ACKNOWLEDGE;

    @Option(name = "--to", description = "Mã người nhận; lặp lại được; bỏ trống: mọi thành viên", multiValued = true)
    private List<String> to = List.of();

    @Option(name = "--to-unit", description = "Tổ, bộ phận, cơ sở nhận: id hoặc tên; lặp lại được", multiValued = true)
    @Completion(UnitCompleter.class)
    private List<String> toUnits = List.of();

    @Option(name = "--file", description = "Tệp đính kèm trên máy chủ; lặp lại được", multiValued = true)
    @Completion(FileCompleter.class)
    private List<String> files = List.of();

    @Option(name = "--meeting", description = "Tệp là tài liệu của cuộc họp, buổi học này")
    private String meeting;

    @Option(name = "--held", description = "Ngày họp, ví dụ 2026-10-05")
    private String heldOn;

    @Option(name = "--place", description = "Nơi họp")
    private String place = "";

    @Option(name = "--document", description = "MEETING hoặc STUDY")
    private DocumentKind document = DocumentKind.MEETING;

    @Option(name = "--paper", description = "REPLACES: thay bản giấy; PRECEDES: bản giấy gửi sau")
    private PaperUse paper = PaperUse.REPLACES;

    @Option(name = "--key", description = "Khóa chống gửi hai lần")
    private String key = "";

    @Reference
    private Groups groups;

    @Reference
    private Structure structure;

    @Reference
    private Directives directives;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() {
        NewDirective directive = new NewDirective(
                GroupArgument.find(groups, caller(), group).id(),
                title,
                text,
                requirement,
                Optional.of(MomentOption.of("deadline", deadline)),
                to,
                toUnits.stream()
                        .map(typed -> UnitArgument.find(structure, caller(), typed))
                        .toList(),
                "",
                received(),
                Optional.empty(),
                Optional.ofNullable(meeting)
                        .map(about -> new MeetingDocument(
                                document,
                                about,
                                heldOn == null ? null : DayOption.read("--held", heldOn),
                                place,
                                paper)));
        Directive issued = directives.get(caller(), directives.issueNow(caller(), directive, key));
        showOne(
                issued,
                List.of(
                        Column.of(text("group.column.number"), Directive::number),
                        Column.of(text("group.column.title"), Directive::title),
                        Column.of("id", Directive::id)));
    }

    /** The ids of the files, each screened and stored. */
    private List<String> received() {
        List<Path> paths = files.stream().map(Path::of).toList();
        for (Path path : paths) {
            if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
                throw new Invalid("file", "directory.import-no-file", path);
            }
        }
        return paths.stream()
                .map(path -> attachments
                        .receive(caller(), path.getFileName().toString(), () -> Files.newInputStream(path), MAX_FILE)
                        .id())
                .toList();
    }
}
