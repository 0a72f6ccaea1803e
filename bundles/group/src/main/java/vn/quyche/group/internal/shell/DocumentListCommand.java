package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.MeetingDocuments;

/** Lists the documents that went out in place of paper. */
@Service
@Command(scope = "group", name = "document-list", description = "Tài liệu họp, học tập gửi trong nhóm thay bản giấy")
public final class DocumentListCommand extends QuycheListCommand {

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--mine", description = "Chỉ những tài liệu gửi cho tôi")
    private boolean mine;

    @Reference
    private Groups groups;

    @Reference
    private MeetingDocuments documents;

    @Override
    protected void run() {
        Optional<String> groupId = Optional.ofNullable(group)
                .map(code -> GroupArgument.find(groups, caller(), code).id());
        show(
                documents.list(
                        caller(),
                        new MeetingDocuments.Query(groupId, Optional.empty(), Optional.empty(), mine),
                        page()),
                List.of(
                        Column.of(
                                text("group.column.held"),
                                entry -> VietnamTime.day(about(entry).heldOn())),
                        Column.of(
                                text("group.column.meeting"),
                                entry -> about(entry).meeting()),
                        Column.of(
                                text("group.column.paper"),
                                entry -> text("group.paper." + about(entry).paper())),
                        Column.of(
                                text("group.column.number"),
                                entry -> entry.directive().number()),
                        Column.of(
                                text("group.column.delivered-count"),
                                entry -> entry.delivered() + "/" + entry.recipients()),
                        Column.of("id", entry -> entry.directive().id())));
    }

    private static MeetingDocument about(MeetingDocuments.Entry entry) {
        return entry.directive().content().document().orElseThrow();
    }
}
