package vn.quyche.core.directory.internal.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.directory.internal.model.LeavingCase;
import vn.quyche.core.directory.internal.model.LeavingItem;
import vn.quyche.core.directory.internal.store.JpaLeavingStore;

/** The items of a case: what is stored, brought up to date with what the bundles say now. */
@Component(service = Checklist.class)
public class Checklist {

    private static final Logger LOG = LoggerFactory.getLogger(Checklist.class);

    private final JpaLeavingStore store;
    private final LeavingSources sources;
    private final Ids ids;

    @Activate
    public Checklist(@Reference JpaLeavingStore store, @Reference LeavingSources sources, @Reference Ids ids) {
        this.store = store;
        this.sources = sources;
        this.ids = ids;
    }

    /** The items as they are now, and which of them must be stored for it. */
    record Merged(List<LeavingItem> items, List<LeavingItem> added, List<LeavingItem> altered) {

        boolean changed() {
            return !added.isEmpty() || !altered.isEmpty();
        }
    }

    /**
     * Asks all bundles.
     *
     * @param strict whether a bundle that fails is an error; otherwise its stored items stay as they are
     * @throws Unavailable {@code directory.leaving-source-failed}
     */
    Merged merge(LeavingCase leaving, boolean strict) {
        List<LeavingItem> items = new ArrayList<>(store.items(leaving.id()));
        List<LeavingItem> added = new ArrayList<>();
        List<LeavingItem> altered = new ArrayList<>();
        for (LeavingSource source : sources.all()) {
            asked(source, leaving.personId(), strict).ifPresent(asked -> {
                Set<String> wanted = new HashSet<>();
                for (LeavingSource.Item item : asked) {
                    wanted.add(item.key());
                    if (items.stream().noneMatch(known -> is(known, source.domain(), item.key()))) {
                        LeavingItem fresh = fresh(leaving, source.domain(), item);
                        items.add(fresh);
                        added.add(fresh);
                    }
                }
                items.replaceAll(item -> item.domain().equals(source.domain())
                        ? noted(item, wanted.contains(item.key()), altered)
                        : item);
            });
        }
        return new Merged(List.copyOf(items), List.copyOf(added), List.copyOf(altered));
    }

    /** Stores what a merge found, in the running transaction. */
    void store(Merged merged) {
        merged.added().forEach(store::insert);
        merged.altered().forEach(store::update);
    }

    /** Both sides have confirmed an item, in the running transaction. */
    void settled(LeavingCase leaving, LeavingItem item) {
        sources.of(item.domain()).ifPresent(source -> source.settled(leaving.personId(), item.key()));
    }

    private static Optional<List<LeavingSource.Item>> asked(LeavingSource source, String personId, boolean strict) {
        try {
            return Optional.of(source.items(personId));
        } catch (RuntimeException e) {
            if (strict) {
                throw new Unavailable("directory.leaving-source-failed", e, source.domain());
            }
            LOG.warn("{} cannot say what a leaver has to settle", source.domain(), e);
            return Optional.empty();
        }
    }

    /** What vanished by itself needs nobody's confirmation; what comes back does. */
    private static LeavingItem noted(LeavingItem item, boolean wanted, List<LeavingItem> altered) {
        ItemState now = switch (item.state()) {
            case OPEN -> wanted ? ItemState.OPEN : ItemState.GONE;
            case GONE -> wanted ? ItemState.OPEN : ItemState.GONE;
            case SETTLED, WAIVED -> item.state();
        };
        if (now == item.state()) {
            return item;
        }
        LeavingItem noted = item.in(now);
        altered.add(noted);
        return noted;
    }

    private LeavingItem fresh(LeavingCase leaving, String domain, LeavingSource.Item item) {
        boolean named = !item.receiverId().isBlank() && !item.receiverId().equals(leaving.personId());
        return new LeavingItem(
                ids.next(),
                leaving.id(),
                domain,
                item.key(),
                item.clause(),
                item.title().length() > 500 ? item.title().substring(0, 500) : item.title(),
                item.link(),
                named ? item.receiverId() : leaving.receiverId(),
                Optional.empty(),
                Optional.empty(),
                ItemState.OPEN);
    }

    private static boolean is(LeavingItem item, String domain, String key) {
        return item.domain().equals(domain) && item.key().equals(key);
    }
}
