package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.document.internal.service.ContentCheck;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Reads every stored content again and names those that are missing or altered. */
@Service
@Command(scope = "document", name = "verify", description = "Kiểm tra mọi tệp đã lưu so với mã băm")
public final class VerifyCommand extends QuycheCommand {

    @Reference
    private ContentCheck check;

    @Override
    protected void run() {
        ContentCheck.Result result = check.run(caller());
        showOne(
                result,
                List.of(
                        Column.of(text("document.contents"), ContentCheck.Result::contents),
                        Column.of(text("document.broken"), found -> String.join(" ", found.broken()))));
    }
}
