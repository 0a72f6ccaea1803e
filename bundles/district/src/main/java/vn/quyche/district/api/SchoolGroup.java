package vn.quyche.district.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A group as its school lists it: the columns of the list of clause TB.1.
 *
 * @param id its id in the school
 * @param code its code in the school
 * @param name its name on the platform
 * @param kind what kind it is, as the school calls it
 * @param platform where it lives
 * @param members who belongs, in words
 * @param leader the leader
 * @param administrator the administrator, may be empty
 * @param decisionNumber number and symbol of the establishing decision, may be empty
 * @param decisionDate its date
 * @param remark the purpose, may be empty
 */
public record SchoolGroup(
        String id,
        String code,
        String name,
        String kind,
        String platform,
        String members,
        String leader,
        String administrator,
        String decisionNumber,
        Optional<LocalDate> decisionDate,
        String remark) {

    public SchoolGroup {
        decisionDate = decisionDate == null ? Optional.empty() : decisionDate;
    }
}
