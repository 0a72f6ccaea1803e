package vn.quyche.group.api;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who is in a group on its platform, as the leader confirmed.
 *
 * @param personId who
 * @param name the full name
 * @param roles what they do in the group today
 * @param since when it was confirmed that they are in the group
 * @param byRule whether the membership rule still covers them
 */
public record GroupMember(String personId, String name, Set<GroupRole> roles, Instant since, boolean byRule) {}
