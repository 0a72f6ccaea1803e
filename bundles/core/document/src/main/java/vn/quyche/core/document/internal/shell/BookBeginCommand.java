package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.security.shell.QuycheCommand;

/** Goes on after this year's paper register. */
@Service
@Command(scope = "document", name = "book-begin", description = "Nối tiếp số của sổ giấy trong năm, trước số đầu tiên")
public final class BookBeginCommand extends QuycheCommand {

    @Argument(index = 0, name = "book", description = "id của sổ", required = true)
    @Completion(BookCompleter.class)
    private String book;

    @Argument(index = 1, name = "last", description = "Số cuối trên sổ giấy", required = true)
    private int last;

    @Argument(index = 2, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Books books;

    @Override
    protected void run() {
        showOne(books.beginAfter(caller(), book, last, reason), BookColumns.of(this::text));
    }
}
