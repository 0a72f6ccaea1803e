package vn.quyche.core.security.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.core.security.internal.store.SystemEntryStore;

/** Who leaves the school hands on the domain names, servers and safety measures that they keep. */
@Component
public final class SystemLeaving implements LeavingSource {

    private final SystemEntryStore store;

    @Activate
    public SystemLeaving(@Reference SystemEntryStore store) {
        this.store = store;
    }

    @Override
    public String domain() {
        return "security";
    }

    @Override
    public List<Item> items(String personId) {
        return store.keptBy(personId).stream()
                .map(entry -> new Item(
                        entry.id(),
                        DefaultSystemRegister.CLAUSE,
                        "Bàn giao " + entry.name() + " cho người phụ trách mới",
                        DefaultSystemRegister.PAGE + entry.id(),
                        ""))
                .toList();
    }

    @Override
    public void settled(String personId, String itemKey) {
        // The new keeper is written down on the page of the entry, by who may.
    }
}
