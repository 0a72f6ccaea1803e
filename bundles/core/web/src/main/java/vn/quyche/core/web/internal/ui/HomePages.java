package vn.quyche.core.web.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** The home page: places for the cards of all bundles. */
final class HomePages {

    private static final int FIRST_OF_LATER = 100;

    private final UiModules modules;
    private final Access access;
    private final Clock clock;

    HomePages(UiModules modules, Access access, Clock clock) {
        this.modules = modules;
        this.access = access;
        this.clock = clock;
    }

    View home(UiRequest request) {
        List<UiModules.PlacedCard> cards = modules.cards().stream()
                .filter(c -> c.card().permission().isEmpty()
                        || access.allowsSomewhere(request.caller(), c.card().permission()))
                .toList();
        LocalDate today = VietnamTime.today(clock);
        return View.page(
                "home",
                Map.of(
                        "now",
                                cards.stream()
                                        .filter(c -> c.card().order() < FIRST_OF_LATER)
                                        .toList(),
                        "later",
                                cards.stream()
                                        .filter(c -> c.card().order() >= FIRST_OF_LATER)
                                        .toList(),
                        "weekday", today.getDayOfWeek().getValue(),
                        "today", today));
    }
}
