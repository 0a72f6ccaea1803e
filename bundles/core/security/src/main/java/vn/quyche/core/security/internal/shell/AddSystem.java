package vn.quyche.core.security.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.SystemRegister.NewEntry;
import vn.quyche.core.security.shell.QuycheCommand;

/** Writes an entry into the register of the system. */
@Service
@Command(
        scope = "security",
        name = "system-add",
        description = "Ghi tên miền, máy chủ hoặc biện pháp an toàn vào sổ quản trị")
public final class AddSystem extends QuycheCommand {

    @Argument(index = 0, name = "kind", description = "DOMAIN, SERVER hoặc SAFETY", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"DOMAIN", "SERVER", "SAFETY"})
    private String kind;

    @Argument(index = 1, name = "name", description = "Tên", required = true)
    private String name;

    @Argument(index = 2, name = "keeper", description = "Mã người phụ trách", required = true)
    private String keeper;

    @Argument(index = 3, name = "since", description = "Ngày đầu, ví dụ 2026-09-01", required = true)
    private String since;

    @Option(name = "--until", description = "Ngày cuối nếu phải gia hạn")
    private String until;

    @Option(name = "--provider", description = "Nhà cung cấp")
    private String provider = "";

    @Option(name = "--note", description = "Ghi chú")
    private String note = "";

    @Reference
    private SystemRegister register;

    @Override
    protected void run() {
        NewEntry entry = new NewEntry(
                Named.systemKind(kind),
                name,
                provider,
                keeper,
                Named.day("since", since),
                Optional.ofNullable(until).map(day -> Named.day("until", day)),
                note);
        showOne(register.add(caller(), "", entry), SystemColumns.all(this::text));
    }
}
