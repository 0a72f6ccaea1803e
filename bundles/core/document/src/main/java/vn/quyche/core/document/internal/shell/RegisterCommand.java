package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists the documents of a register in a year, by number. */
@Service
@Command(scope = "document", name = "register", description = "Sổ đăng ký văn bản đi của một năm, theo số")
public final class RegisterCommand extends QuycheListCommand {

    @Argument(index = 0, name = "book", description = "id của sổ", required = true)
    @Completion(BookCompleter.class)
    private String book;

    @Argument(index = 1, name = "year", description = "Năm", required = true)
    private int year;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        show(outgoing.register(caller(), book, year, page()), OutgoingColumns.of(this::text));
    }
}
