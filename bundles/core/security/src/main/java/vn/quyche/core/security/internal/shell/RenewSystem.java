package vn.quyche.core.security.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.api.security.SystemRegister.NewEntry;
import vn.quyche.core.security.shell.QuycheCommand;

/** Sets until when a domain name, a server or a measure holds. */
@Service
@Command(scope = "security", name = "system-renew", description = "Gia hạn một mục của sổ quản trị")
public final class RenewSystem extends QuycheCommand {

    @Argument(index = 0, name = "entry", description = "Mã (security:system-list)", required = true)
    private String entry;

    @Argument(index = 1, name = "until", description = "Ngày cuối mới, ví dụ 2027-08-31", required = true)
    private String until;

    @Reference
    private SystemRegister register;

    @Override
    protected void run() {
        Entry known = register.get(caller(), entry);
        NewEntry renewed = new NewEntry(
                known.kind(),
                known.name(),
                known.provider(),
                known.keeperId(),
                known.since(),
                Optional.of(Named.day("until", until)),
                known.note());
        showOne(register.change(caller(), entry, known.version(), renewed), SystemColumns.all(this::text));
    }
}
