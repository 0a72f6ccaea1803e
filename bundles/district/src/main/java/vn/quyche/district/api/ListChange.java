package vn.quyche.district.api;

import java.time.LocalDate;

/**
 * What a published list changes. Clause TB.4.
 *
 * @param version the list
 * @param place its place in the list's changes
 * @param kind what happened
 * @param schoolCode the school
 * @param schoolName its name
 * @param groupCode the code of the group in its school
 * @param schoolGroupId the id of the group in its school
 * @param name what it is called from then on; the last name of one that was removed
 * @param nameBefore what it was called; empty for a new one
 * @param platform where it lives from then on
 * @param platformBefore where it lived; empty for a new one
 * @param effectiveOn from when
 * @param number number and symbol of the document that published it
 */
public record ListChange(
        int version,
        int place,
        Kind kind,
        String schoolCode,
        String schoolName,
        String groupCode,
        String schoolGroupId,
        String name,
        String nameBefore,
        String platform,
        String platformBefore,
        LocalDate effectiveOn,
        String number) {

    /** What happened to a group. */
    public enum Kind {
        /** Became official. */
        ADDED,
        /** Stands otherwise than before. */
        CHANGED,
        /** Is no longer official. */
        REMOVED
    }
}
