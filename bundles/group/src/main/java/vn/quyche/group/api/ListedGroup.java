package vn.quyche.group.api;

import java.time.LocalDate;

/**
 * A group as it stands on the list that the superior authority collects: the columns of the published list.
 *
 * @param id its id
 * @param code its code in the school
 * @param name its name on the platform
 * @param kind what kind it is
 * @param platform where it lives
 * @param members who belongs, in words
 * @param leader the leader: post and name
 * @param administrator the administrator: name, empty when none is appointed
 * @param decisionNumber number and symbol of the establishing decision
 * @param decisionDate its date
 * @param status where it stands
 * @param remark the purpose
 */
public record ListedGroup(
        String id,
        String code,
        String name,
        GroupKind kind,
        Platform platform,
        String members,
        String leader,
        String administrator,
        String decisionNumber,
        LocalDate decisionDate,
        GroupStatus status,
        String remark) {}
