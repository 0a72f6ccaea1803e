package vn.quyche.core.security.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.SystemRegister.Filter;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists the register of the system. */
@Service
@Command(scope = "security", name = "system-list", description = "Sổ quản trị: tên miền, máy chủ, biện pháp an toàn")
public final class ListSystem extends QuycheListCommand {

    @Option(name = "--text", description = "Một phần của tên hoặc nhà cung cấp")
    private String query;

    @Option(name = "--kind", description = "DOMAIN, SERVER hoặc SAFETY")
    @Completion(
            value = StringsCompleter.class,
            values = {"DOMAIN", "SERVER", "SAFETY"})
    private String kind;

    @Option(name = "--ended", description = "Những mục đã thôi dùng")
    private boolean ended;

    @Reference
    private SystemRegister register;

    @Override
    protected void run() {
        Filter filter = new Filter(
                Optional.ofNullable(query), Optional.ofNullable(kind).map(Named::systemKind), Optional.of(ended));
        show(register.list(caller(), filter, page()), SystemColumns.all(this::text));
    }
}
