package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.members.Attestation;
import vn.quyche.group.api.members.Declarations;

/** Shows whether the member lists of groups are up to date. */
@Service
@Command(scope = "group", name = "attestation-list", description = "Hạn kê khai thành viên của các nhóm")
public final class AttestationListCommand extends QuycheListCommand {

    @Option(name = "--overdue", description = "Chỉ nhóm quá hạn")
    private boolean overdue;

    @Option(name = "--find", description = "Một phần tên hoặc mã nhóm")
    private String find;

    @Reference
    private Declarations declarations;

    @Override
    protected void run() {
        show(
                declarations.attestations(caller(), Optional.ofNullable(find), overdue, page()),
                List.of(
                        Column.of(text("group.column.code"), Attestation::code),
                        Column.of(text("group.column.name"), Attestation::name),
                        Column.of(text("group.declared-on"), Attestation::declaredOn),
                        Column.of(text("group.declared-by"), Attestation::declaredBy),
                        Column.of(text("group.declare-until"), Attestation::dueOn),
                        Column.of(
                                text("core.state"),
                                one -> text(one.overdue() ? "group.attestation-overdue" : "group.attestation-kept")),
                        Column.of(text("group.declared-open"), Attestation::open)));
    }
}
