package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.security.shell.QuycheCommand;

/** Builds the index of documents anew from the database, in the background. */
@Service
@Command(scope = "document", name = "search-rebuild", description = "Lập lại chỉ mục tìm văn bản từ cơ sở dữ liệu")
public final class SearchRebuildCommand extends QuycheCommand {

    @Reference
    private DocumentSearch search;

    @Override
    protected void run() {
        search.rebuild(caller());
        say(text("document.search-rebuilding"));
    }
}
