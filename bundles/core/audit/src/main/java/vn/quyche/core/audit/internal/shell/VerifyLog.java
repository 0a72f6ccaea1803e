package vn.quyche.core.audit.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.audit.AuditTrail.Fault;
import vn.quyche.core.api.audit.AuditTrail.Verification;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Verifies the log and names what is wrong. */
@Service
@Command(scope = "audit", name = "verify", description = "Kiểm tra nhật ký có bị sửa, xóa, chèn hay không")
public final class VerifyLog extends QuycheCommand {

    @Reference
    private AuditTrail trail;

    @Override
    protected void run() {
        Verification verification = trail.verify(caller());
        if (json()) {
            showOne(verification, List.of());
        } else if (verification.faults().isEmpty()) {
            say(text("audit.verified-whole", verification.lines(), verification.unsealed()));
        } else {
            say(text("audit.verified-faults", verification.faults().size(), verification.lines()));
            show(
                    verification.faults(),
                    List.of(
                            Column.of("Số", Fault::number),
                            Column.of("Mã dòng", Fault::lineId),
                            Column.of("Loại", fault -> text("audit.fault-kind." + fault.kind())),
                            Column.of("Chi tiết", Fault::detail)));
        }
    }
}
