package vn.quyche.group.internal.service;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.security.spi.DelegationLimit;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;

/**
 * Who delegates permissions on groups, as rights of an account and not in one group, may do so only to members of a group that
 * they lead. Clauses BC.5.3 and BC.6.5.
 */
@Component
@Regulated({"BC.5.3", "BC.6.5"})
public final class GroupDelegationLimit implements DelegationLimit {

    private static final Set<String> OPERATIONS = Set.of(GroupPermissions.ISSUE, GroupPermissions.SETTLE);

    private final GroupSight sight;

    @Activate
    public GroupDelegationLimit(@Reference GroupSight sight) {
        this.sight = sight;
    }

    @Override
    public Verdict judge(Proposal proposal) {
        if (proposal.permissions().stream().noneMatch(OPERATIONS::contains)) {
            return Verdict.silent();
        }
        List<MessagingGroup> led = sight.select(
                Groups.Query.active(), group -> sight.roles().leads(group.appointments(), proposal.fromPersonId()));
        if (led.isEmpty()) {
            return Verdict.silent();
        }
        return led.stream()
                        .anyMatch(group -> sight.membership().ids(group.rule()).contains(proposal.toPersonId()))
                ? Verdict.allow("BC.5.3")
                : Verdict.refuse("BC.5.3", "group.delegate-to-outsider");
    }
}
