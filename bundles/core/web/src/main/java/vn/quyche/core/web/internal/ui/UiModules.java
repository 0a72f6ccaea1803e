package vn.quyche.core.web.internal.ui;

import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.NavEntry;

/** The modules that are installed now: their pages, menu entries and cards. Tells listeners when that changes. */
@Component(service = UiModules.class)
public final class UiModules {

    private static final Logger LOG = LoggerFactory.getLogger(UiModules.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = new State(List.of(), List.of(), List.of(), 0);

    /** A resource of the shell itself. */
    static URL shellResource(String path) {
        return UiModules.class.getResource("/" + path);
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void offChange(Runnable listener) {
        listeners.remove(listener);
    }

    void add(Contribution contribution) {
        change(contribution, true);
    }

    void remove(Contribution contribution) {
        change(contribution, false);
    }

    private void change(Contribution contribution, boolean come) {
        synchronized (this) {
            List<Contribution> contributions = new ArrayList<>(state.contributions);
            contributions.remove(contribution);
            if (come) {
                contributions.add(contribution);
            }
            contributions.sort(Comparator.comparing(Contribution::id));
            state = new State(
                    List.copyOf(contributions),
                    routes(contributions, Contribution::routes),
                    routes(contributions, Contribution::visitorRoutes),
                    state.version + 1);
        }
        LOG.info("Pages of {} {}", contribution.id(), come ? "added" : "removed");
        listeners.forEach(Runnable::run);
    }

    private static List<Contribution.Route> routes(
            List<Contribution> contributions, Function<Contribution, List<Contribution.Route>> kind) {
        return contributions.stream()
                .flatMap(c -> kind.apply(c).stream())
                .sorted(Comparator.comparing(Contribution.Route::pattern, PathPattern.MOST_PRECISE_FIRST))
                .toList();
    }

    /** Counts the changes, so that an open page can tell whether it missed one. */
    long version() {
        return state.version;
    }

    /** The page at a path. */
    Optional<Match> find(List<String> path) {
        return find(state.routes, path);
    }

    /** The page at a path that anyone may read. */
    Optional<Match> findForVisitors(List<String> path) {
        return find(state.visitorRoutes, path);
    }

    private static Optional<Match> find(List<Contribution.Route> routes, List<String> path) {
        for (Contribution.Route route : routes) {
            Optional<Map<String, String>> places = route.pattern().match(path);
            if (places.isPresent()) {
                return Optional.of(new Match(route, places.get()));
            }
        }
        return Optional.empty();
    }

    Optional<Contribution> module(String id) {
        return state.contributions.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    List<Contribution> all() {
        return state.contributions;
    }

    /** All menu entries in the order of the menu. */
    List<NavEntry> nav() {
        return state.contributions.stream()
                .flatMap(c -> c.nav().stream())
                .sorted(Comparator.comparing(NavEntry::section)
                        .thenComparingInt(NavEntry::order)
                        .thenComparing(NavEntry::path))
                .toList();
    }

    /** All cards in their order. */
    List<PlacedCard> cards() {
        return state.contributions.stream()
                .flatMap(c -> c.cards().stream().map(card -> new PlacedCard(c.id(), card)))
                .sorted(Comparator.comparingInt((PlacedCard c) -> c.card().order())
                        .thenComparing(PlacedCard::moduleId)
                        .thenComparing(c -> c.card().id()))
                .toList();
    }

    /** A page that was found, with the values at the places of its path. */
    record Match(Contribution.Route route, Map<String, String> places) {}

    /** A card with the module it comes from. */
    record PlacedCard(String moduleId, HomeCard card) {}

    private record State(
            List<Contribution> contributions,
            List<Contribution.Route> routes,
            List<Contribution.Route> visitorRoutes,
            long version) {}
}
