package vn.quyche.core.audit.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.audit.internal.service.Queries;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists lines, newest first. */
@Service
@Command(scope = "audit", name = "list", description = "Danh sách nhật ký, mới nhất trước")
public final class ListLines extends QuycheListCommand {

    @Option(name = "--from", description = "Từ ngày, ví dụ 2026-09-05")
    private String from;

    @Option(name = "--to", description = "Đến hết ngày")
    private String to;

    @Option(name = "--person", description = "Mã người thực hiện")
    private String person;

    @Option(name = "--action", description = "Hành động, ví dụ group.issue-directive hoặc group.")
    private String action;

    @Option(name = "--subject", description = "Mã đối tượng")
    private String subjectId;

    @Option(name = "--refused", description = "Chỉ những lần bị từ chối")
    private boolean refused;

    @Reference
    private AuditTrail trail;

    @Override
    protected void run() {
        show(
                trail.list(
                        caller(),
                        Queries.of(from, to, person, action, null, subjectId, refused ? "REFUSED" : null),
                        page()),
                List.of(
                        Column.of("Số", AuditLine::number),
                        Column.of(
                                "Lúc",
                                line -> VietnamTime.at(line.at())
                                        .toLocalDateTime()
                                        .withNano(0)),
                        Column.of("Người", AuditLine::name),
                        Column.of("Cửa", AuditLine::door),
                        Column.of("Hành động", AuditLine::action),
                        Column.of("Đối tượng", AuditLine::subjectId),
                        Column.of("Kết quả", line -> text("audit.outcome." + line.outcome()) + " " + line.code())));
    }
}
