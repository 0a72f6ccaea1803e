package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the registers. */
@Service
@Command(scope = "document", name = "book-list", description = "Các sổ đăng ký văn bản và số cuối trong năm")
public final class BookListCommand extends QuycheCommand {

    @Reference
    private Books books;

    @Override
    protected void run() {
        show(books.list(caller()), BookColumns.of(this::text));
    }
}
