package vn.quyche.district.internal.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.internal.model.ListSheet;

/** Puts the list of a day together for paper. */
@Component(service = ListSheets.class)
public final class ListSheets {

    private final PublishedLists lists;
    private final Directory directory;
    private final Messages messages;

    @Activate
    public ListSheets(@Reference PublishedLists lists, @Reference Directory directory, @Reference Messages messages) {
        this.lists = lists;
        this.directory = directory;
        this.messages = messages;
    }

    /** The sheet of a day. */
    public PrintedDocument of(Caller caller, LocalDate day) {
        PublishedLists.Query all = new PublishedLists.Query(day, Optional.empty(), Optional.empty());
        List<ListedEntry> entries =
                Page.every(page -> lists.list(caller, all, page)).toList();
        School office = directory.school();
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        return ListSheet.document(
                day,
                entries,
                new ListSheet.Issuer(superior, office.name(), office.place()),
                platform -> messages.text(caller.locale(), "district.platform." + platform));
    }
}
