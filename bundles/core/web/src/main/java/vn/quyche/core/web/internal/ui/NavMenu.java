package vn.quyche.core.web.internal.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.quyche.core.api.ui.NavEntry;

/**
 * The menu as one person sees it.
 *
 * @param sections the groups of entries
 * @param quick what stands in the bottom bar of phones
 */
record NavMenu(List<Section> sections, List<Item> quick) {

    private static final int QUICK = 4;

    /**
     * A group of entries.
     *
     * @param labelKey its word
     * @param items its entries
     */
    record Section(String labelKey, List<Item> items) {}

    /**
     * An entry.
     *
     * @param path where it leads
     * @param labelKey its word
     * @param icon its picture
     * @param current whether the page shown stands below it
     */
    record Item(String path, String labelKey, String icon, boolean current) {}

    static NavMenu of(List<NavEntry> entries, Predicate<String> allowed, String path) {
        List<NavEntry> visible = entries.stream()
                .filter(e -> e.permission().isEmpty() || allowed.test(e.permission()))
                .toList();
        String current = visible.stream()
                .map(NavEntry::path)
                .filter(p -> p.equals(path) || !p.equals("/") && path.startsWith(p + "/"))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
        Map<NavEntry.Section, List<Item>> bySection = new EnumMap<>(NavEntry.Section.class);
        for (NavEntry entry : visible) {
            Item item = new Item(
                    entry.path(), entry.labelKey(), entry.icon(), entry.path().equals(current));
            bySection.computeIfAbsent(entry.section(), s -> new ArrayList<>()).add(item);
        }
        List<Section> sections = bySection.entrySet().stream()
                .map(e -> new Section("core.nav." + e.getKey().name(), e.getValue()))
                .toList();
        return new NavMenu(sections, quick(bySection));
    }

    /** The first two of one's own work, then the first of each further section. */
    private static List<Item> quick(Map<NavEntry.Section, List<Item>> bySection) {
        List<Item> quick = new ArrayList<>();
        bySection.forEach((section, items) -> {
            int wanted = section == NavEntry.Section.MY_WORK ? 2 : 1;
            quick.addAll(items.subList(0, Math.min(wanted, items.size())));
        });
        return List.copyOf(quick.subList(0, Math.min(QUICK, quick.size())));
    }
}
