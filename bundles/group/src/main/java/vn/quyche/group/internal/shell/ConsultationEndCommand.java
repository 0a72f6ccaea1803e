package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.consultation.Consultations;

/** Ends a consultation before its time; leaders only. */
@Service
@Command(scope = "group", name = "consultation-end", description = "Kết thúc sớm một lần lấy ý kiến (trưởng nhóm)")
public final class ConsultationEndCommand extends QuycheCommand {

    @Argument(index = 0, name = "consultation", description = "id của lần lấy ý kiến", required = true)
    private String id;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Consultations consultations;

    @Override
    protected void run() {
        consultations.close(caller(), id, reason);
        say(text("group.consultation-ended"));
    }
}
