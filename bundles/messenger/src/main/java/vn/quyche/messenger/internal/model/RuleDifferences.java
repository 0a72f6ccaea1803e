package vn.quyche.messenger.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.messenger.GroupPlatform.Difference;
import vn.quyche.messenger.api.ChatMember;

/** Compares who is in a chat with who belongs by the rule of its group. */
public final class RuleDifferences {

    private RuleDifferences() {}

    /**
     * The differences: people who are missing, people who should not be there, members whom nobody knows.
     *
     * @param members as the platform told; whoever left or only asked to join is not in the chat
     * @param byRule the ids of those who belong
     * @param names the names of people by id
     */
    @Regulated({"BC.1.2", "BC.4.5"})
    public static List<Difference> of(List<ChatMember> members, Set<String> byRule, Map<String, String> names) {
        List<Difference> differences = new ArrayList<>();
        Set<String> missing = new HashSet<>(byRule);
        for (ChatMember member : members) {
            if (member.state() != ChatMember.State.MEMBER) {
                continue;
            }
            if (member.personId().isEmpty()) {
                differences.add(new Difference("", member.name(), Difference.Kind.UNKNOWN));
            } else if (!missing.remove(member.personId()) && !byRule.contains(member.personId())) {
                differences.add(new Difference(
                        member.personId(),
                        names.getOrDefault(member.personId(), member.name()),
                        Difference.Kind.SURPLUS));
            }
        }
        missing.forEach(person ->
                differences.add(new Difference(person, names.getOrDefault(person, person), Difference.Kind.MISSING)));
        differences.sort(Comparator.comparing(Difference::kind)
                .thenComparing(difference -> VietnameseText.nameSortKey(difference.name())));
        return differences;
    }
}
