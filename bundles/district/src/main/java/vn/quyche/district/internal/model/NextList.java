package vn.quyche.district.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.Regulated;
import vn.quyche.district.api.ListedEntry;

/**
 * What a list to be published changes in the one before.
 *
 * @param added entries of groups that were not listed
 * @param changed entries that differ, each with the one that it replaces
 * @param removed entries of groups that are no longer recognised or no longer on their school's list
 * @param groups how many are on the list
 */
@Regulated({"TB.1", "TB.4"})
public record NextList(List<ListedEntry> added, List<Replaced> changed, List<ListedEntry> removed, int groups) {

    /** An entry and the one before it. */
    public record Replaced(ListedEntry before, ListedEntry after) {}

    /**
     * Compares.
     *
     * @param listed what is on the list now
     * @param recognised what shall be on it
     */
    public static NextList of(List<ListedEntry> listed, List<ListedEntry> recognised) {
        Map<String, ListedEntry> left = new HashMap<>();
        listed.forEach(entry -> left.put(entry.groupId(), entry));
        List<ListedEntry> added = new ArrayList<>();
        List<Replaced> changed = new ArrayList<>();
        for (ListedEntry entry : recognised) {
            ListedEntry before = left.remove(entry.groupId());
            if (before == null) {
                added.add(entry);
            } else if (!same(before, entry)) {
                changed.add(new Replaced(before, entry));
            }
        }
        List<ListedEntry> removed = listed.stream()
                .filter(entry -> left.containsKey(entry.groupId()))
                .toList();
        return new NextList(added, changed, removed, recognised.size());
    }

    /** Whether nothing changes. */
    public boolean empty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    private static boolean same(ListedEntry before, ListedEntry after) {
        return before.group().equals(after.group())
                && before.schoolCode().equals(after.schoolCode())
                && before.schoolName().equals(after.schoolName())
                && before.number().equals(after.number())
                && before.date().equals(after.date());
    }
}
