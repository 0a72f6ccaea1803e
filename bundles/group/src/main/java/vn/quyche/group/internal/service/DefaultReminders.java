package vn.quyche.group.internal.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.internal.store.JpaReminderStore;
import vn.quyche.group.internal.store.JpaReminderStore.Told;

/** Reminders of directives with the names of those who were told. */
@Component
public final class DefaultReminders implements Reminders {

    private final JpaReminderStore store;
    private final Directives directives;
    private final Directory directory;

    @Activate
    public DefaultReminders(
            @Reference JpaReminderStore store, @Reference Directives directives, @Reference Directory directory) {
        this.store = store;
        this.directives = directives;
        this.directory = directory;
    }

    @Override
    @Regulated("BC.6.3")
    public Page<Reminder> list(Caller caller, String directiveId, PageRequest page) {
        // who may see the receipts may see who was reminded to give one
        directives.receipts(caller, directiveId, Optional.empty(), PageRequest.first(1));
        List<Told> found = store.list(directiveId, page.after(), page.size() + 1);
        Set<String> people = found.stream().map(Told::personId).collect(Collectors.toSet());
        Map<String, String> names = people.isEmpty() ? Map.of() : directory.names(people);
        Page<Told> shown = Page.of(found, page.size(), JpaReminderStore::cursor);
        return shown.map(told -> new Reminder(
                told.at(), told.kind(), told.personId(), names.getOrDefault(told.personId(), ""), told.people()));
    }
}
