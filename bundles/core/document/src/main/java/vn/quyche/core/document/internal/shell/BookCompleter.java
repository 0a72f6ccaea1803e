package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.security.Caller;

/** Offers the ids of registers. */
@Service
public final class BookCompleter implements Completer {

    @Reference
    private Books books;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> ids = books.list(Caller.system("completion")).stream()
                .map(Books.Book::id)
                .toList();
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }
}
