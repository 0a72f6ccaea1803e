package vn.quyche.group.api.district;

import java.time.LocalDate;

/**
 * What a list of the district changed. Clause TB.4.
 *
 * @param version the list
 * @param place its place among the list's changes
 * @param kind {@code ADDED}, {@code CHANGED} or {@code REMOVED}
 * @param own whether it is about a group of this school
 * @param schoolName the school
 * @param name what the group is called; the last name of one that was removed
 * @param nameBefore what it was called; empty for a new one
 * @param platform where it lives
 * @param effectiveOn from when
 * @param number number and symbol of the document that published the list
 */
public record DistrictChange(
        int version,
        int place,
        Kind kind,
        boolean own,
        String schoolName,
        String name,
        String nameBefore,
        String platform,
        LocalDate effectiveOn,
        String number) {

    /** What happened to a group. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
