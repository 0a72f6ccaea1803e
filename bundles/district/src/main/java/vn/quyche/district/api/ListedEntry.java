package vn.quyche.district.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A group on the district's published list. Clause TB.1.
 *
 * @param id its id
 * @param groupId the collected group
 * @param schoolCode the code of the school
 * @param schoolName the name of the school
 * @param checkCode the code under which anyone can check it
 * @param group what is published of it
 * @param number number and symbol of the district's decision
 * @param date its date
 * @param fromVersion the list with which it came, as it stands here
 * @param officialFrom the first day of that list
 * @param until the first day on which it no longer stood so
 */
public record ListedEntry(
        String id,
        String groupId,
        String schoolCode,
        String schoolName,
        String checkCode,
        SchoolGroup group,
        String number,
        Optional<LocalDate> date,
        int fromVersion,
        LocalDate officialFrom,
        Optional<LocalDate> until) {}
