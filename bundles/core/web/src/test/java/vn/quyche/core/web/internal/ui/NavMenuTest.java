package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.NavEntry.Section;

class NavMenuTest {

    private static final List<NavEntry> ENTRIES = List.of(
            new NavEntry(Section.MY_WORK, 0, "/", "home", "house", ""),
            new NavEntry(Section.MY_WORK, 10, "/duty/duties", "duties", "list", ""),
            new NavEntry(Section.MY_WORK, 20, "/duty/calendar", "calendar", "list", ""),
            new NavEntry(Section.GROUPS, 10, "/group/directives", "directives", "list", ""),
            new NavEntry(Section.SCHOOL, 10, "/directory/people", "people", "list", ""),
            new NavEntry(Section.ADMIN, 10, "/security/accounts", "accounts", "list", "security:read"));

    @Test
    void marksTheMostPreciseEntryAsCurrent() {
        NavMenu menu = NavMenu.of(ENTRIES, permission -> true, "/group/directives/d1");
        assertThat(menu.sections().stream().flatMap(s -> s.items().stream()).filter(NavMenu.Item::current))
                .extracting(NavMenu.Item::path)
                .containsExactly("/group/directives");
        assertThat(NavMenu.of(ENTRIES, permission -> true, "/")
                        .sections()
                        .get(0)
                        .items()
                        .get(0)
                        .current())
                .isTrue();
        assertThat(NavMenu.of(ENTRIES, permission -> true, "/account")
                        .sections()
                        .get(0)
                        .items()
                        .get(0)
                        .current())
                .isFalse();
    }

    @Test
    void leavesOutWhatAPersonMayNotSee() {
        NavMenu menu = NavMenu.of(ENTRIES, permission -> false, "/");
        assertThat(menu.sections()).extracting(NavMenu.Section::labelKey).doesNotContain("core.nav.ADMIN");
    }

    @Test
    void putsFourEntriesOfSeveralSectionsAtTheThumb() {
        assertThat(NavMenu.of(ENTRIES, permission -> true, "/").quick())
                .extracting(NavMenu.Item::path)
                .containsExactly("/", "/duty/duties", "/group/directives", "/directory/people");
        assertThat(NavMenu.of(List.of(), permission -> true, "/").quick()).isEmpty();
    }
}
