package vn.quyche.core.directory.internal.service;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/** Tells memory, other nodes and other bundles that the directory changed. Every change ends with it. */
@Component(service = DirectoryChanges.class)
public class DirectoryChanges {

    /** Something in the directory changed. */
    static final String CHANGED = "directory.changed.v1";

    private final JpaDirectoryStore store;
    private final CurrentDirectory current;
    private final Ids ids;
    private final Tx tx;

    @Activate
    public DirectoryChanges(
            @Reference JpaDirectoryStore store,
            @Reference CurrentDirectory current,
            @Reference Ids ids,
            @Reference Tx tx) {
        this.store = store;
        this.current = current;
        this.ids = ids;
        this.tx = tx;
    }

    /**
     * Tells of a change, in the running act.
     *
     * @param kind what changed: {@code person}, {@code unit}, {@code campus}, {@code authority}, {@code school} or
     *     {@code import}
     */
    void tell(ActLog log, String kind, String id) {
        store.advance(ids.next());
        current.changed();
        tx.afterCommit(current::touched);
        log.emit(new Event(CHANGED, id, Map.of("kind", kind)));
    }
}
