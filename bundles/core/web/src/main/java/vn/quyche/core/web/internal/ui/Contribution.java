package vn.quyche.core.web.internal.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Occupancy;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;

/** A module that is installed, with the templates of its bundle. What it declares is read once. */
final class Contribution {

    private final String id;
    private final List<NavEntry> nav;
    private final List<Route> routes;
    private final List<Route> visitorRoutes;
    private final List<HomeCard> cards;
    private final Templates templates;
    private final Occupancy occupancy = new Occupancy();

    Contribution(UiModule module, Templates templates) {
        this.id = module.id();
        this.nav = List.copyOf(module.nav());
        this.cards = List.copyOf(module.cards());
        this.templates = templates;
        this.routes = routes(module.pages());
        this.visitorRoutes = routes(module.visitorPages());
    }

    private List<Route> routes(List<UiPage> pages) {
        return pages.stream()
                .map(page -> new Route(PathPattern.of(page.path()), this, page))
                .sorted(Comparator.comparing(Route::pattern, PathPattern.MOST_PRECISE_FIRST))
                .toList();
    }

    String id() {
        return id;
    }

    List<NavEntry> nav() {
        return nav;
    }

    List<Route> routes() {
        return routes;
    }

    /** The pages that anyone may read. */
    List<Route> visitorRoutes() {
        return visitorRoutes;
    }

    List<HomeCard> cards() {
        return cards;
    }

    Optional<HomeCard> card(String cardId) {
        return cards.stream().filter(card -> card.id().equals(cardId)).findFirst();
    }

    Templates templates() {
        return templates;
    }

    /** Who looks at its pages and cards now. */
    Occupancy occupancy() {
        return occupancy;
    }

    /** A page of a contribution. */
    record Route(PathPattern pattern, Contribution contribution, UiPage page) {}
}
