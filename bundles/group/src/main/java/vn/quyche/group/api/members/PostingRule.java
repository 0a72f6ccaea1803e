package vn.quyche.group.api.members;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who may post in a group from a day on.
 *
 * @param id its id
 * @param groupId the group
 * @param policy who may
 * @param from the first day
 * @param reason why
 * @param byId the person who said so
 * @param byName the name of that person
 * @param givenAt when it was said
 */
public record PostingRule(
        String id,
        String groupId,
        PostingPolicy policy,
        LocalDate from,
        String reason,
        String byId,
        String byName,
        Instant givenAt) {}
