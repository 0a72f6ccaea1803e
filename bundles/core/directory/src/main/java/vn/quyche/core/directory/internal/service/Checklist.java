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
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;
import vn.quyche.core.directory.internal.store.JpaHandoverStore;

/** The items of a case: what is stored, brought up to date with what the bundles say now. */
@Component(service = Checklist.class)
public class Checklist {

    private static final Logger LOG = LoggerFactory.getLogger(Checklist.class);

    private final JpaHandoverStore store;
    private final HandoverSources sources;
    private final Ids ids;

    @Activate
    public Checklist(@Reference JpaHandoverStore store, @Reference HandoverSources sources, @Reference Ids ids) {
        this.store = store;
        this.sources = sources;
        this.ids = ids;
    }

    /** The items as they are now, and which of them must be stored for it. */
    record Merged(List<HandoverItem> items, List<HandoverItem> added, List<HandoverItem> altered) {

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
    Merged merge(HandoverCase leaving, boolean strict) {
        List<HandoverItem> items = new ArrayList<>(store.items(leaving.id()));
        List<HandoverItem> added = new ArrayList<>();
        List<HandoverItem> altered = new ArrayList<>();
        for (HandoverSource source : sources.all(leaving.direction())) {
            asked(source, leaving.personId(), strict).ifPresent(asked -> {
                Set<String> wanted = new HashSet<>();
                for (HandoverSource.Asked item : asked) {
                    wanted.add(item.key());
                    if (items.stream().noneMatch(known -> is(known, source.domain(), item.key()))) {
                        HandoverItem fresh = fresh(leaving, source.domain(), item);
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
    void settled(HandoverCase leaving, HandoverItem item) {
        sources.of(leaving.direction(), item.domain())
                .ifPresent(source -> source.settled(leaving.personId(), item.key()));
    }

    private static Optional<List<HandoverSource.Asked>> asked(HandoverSource source, String personId, boolean strict) {
        try {
            return Optional.of(source.items(personId));
        } catch (RuntimeException e) {
            if (strict) {
                throw new Unavailable("directory.leaving-source-failed", e, source.domain());
            }
            LOG.warn("{} cannot say what there is to settle", source.domain(), e);
            return Optional.empty();
        }
    }

    /** What vanished by itself needs nobody's confirmation; what comes back does. */
    private static HandoverItem noted(HandoverItem item, boolean wanted, List<HandoverItem> altered) {
        ItemState now = switch (item.state()) {
            case OPEN -> wanted ? ItemState.OPEN : ItemState.GONE;
            case GONE -> wanted ? ItemState.OPEN : ItemState.GONE;
            case SETTLED, WAIVED -> item.state();
        };
        if (now == item.state()) {
            return item;
        }
        HandoverItem noted = item.in(now);
        altered.add(noted);
        return noted;
    }

    private HandoverItem fresh(HandoverCase leaving, String domain, HandoverSource.Asked item) {
        boolean named = !item.otherId().isBlank() && !item.otherId().equals(leaving.personId());
        return new HandoverItem(
                ids.next(),
                leaving.id(),
                domain,
                item.key(),
                item.clause(),
                item.title().length() > 500 ? item.title().substring(0, 500) : item.title(),
                item.link(),
                named ? item.otherId() : leaving.receiverId(),
                item.byItself(),
                Optional.empty(),
                Optional.empty(),
                ItemState.OPEN);
    }

    private static boolean is(HandoverItem item, String domain, String key) {
        return item.domain().equals(domain) && item.key().equals(key);
    }
}
