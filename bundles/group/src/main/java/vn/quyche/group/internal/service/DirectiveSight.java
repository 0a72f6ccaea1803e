package vn.quyche.group.internal.service;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaReceiptStore;

/**
 * Which directives a caller sees: what they wrote or received; of groups that they see, what went to all; what went to chosen
 * people only where they lead the group or oversee directives ({@code group:receipts}, {@code group:custody}).
 */
@Component(service = DirectiveSight.class)
@Regulated("BC.5.5")
public final class DirectiveSight {

    private final JpaGroupStore groups;
    private final JpaReceiptStore receipts;
    private final GroupSight sight;
    private final Access access;
    private final Clock clock;

    @Activate
    public DirectiveSight(
            @Reference JpaGroupStore groups,
            @Reference JpaReceiptStore receipts,
            @Reference GroupSight sight,
            @Reference Access access,
            @Reference Clock clock) {
        this.groups = groups;
        this.receipts = receipts;
        this.sight = sight;
        this.access = access;
        this.clock = clock;
    }

    /** Whether the caller may see a directive. */
    boolean sees(Caller caller, Directive directive) {
        if (wrote(caller, directive)) {
            return true;
        }
        if (directive.state() == DirectiveState.DRAFT) {
            return false;
        }
        return received(caller, List.of(directive)).contains(directive.id())
                || groups.find(directive.groupId())
                        .filter(group -> sight.sees(caller, group))
                        .filter(group -> !toChosen(directive) || oversees(caller) || sight.leads(caller, group))
                        .isPresent();
    }

    /**
     * Those that the caller may see, in their order.
     *
     * @param found of groups that the caller sees, drafts of the caller alone
     */
    List<Directive> only(Caller caller, List<Directive> found) {
        List<Directive> chosen = found.stream()
                .filter(DirectiveSight::toChosen)
                .filter(directive -> !wrote(caller, directive))
                .toList();
        if (chosen.isEmpty() || oversees(caller)) {
            return found;
        }
        Set<String> received = received(caller, chosen);
        Map<String, Boolean> leads = new HashMap<>();
        return found.stream()
                .filter(directive -> !toChosen(directive)
                        || wrote(caller, directive)
                        || received.contains(directive.id())
                        || leads.computeIfAbsent(
                                directive.groupId(),
                                id -> groups.find(id)
                                        .filter(group -> sight.leads(caller, group))
                                        .isPresent()))
                .toList();
    }

    /** Whether the caller may know who received, read and answered what: its author, leaders of its group and the office. */
    boolean seesReceipts(Caller caller, Directive directive, MessagingGroup group) {
        return wrote(caller, directive)
                || sight.leads(caller, group)
                || access.allows(caller, GroupPermissions.RECEIPTS, Scope.school());
    }

    /** Whether the caller may hold evidence and export it: leaders of the group and the office. */
    boolean keeps(Caller caller, MessagingGroup group) {
        return sight.leads(caller, group) || access.allows(caller, GroupPermissions.CUSTODY, Scope.school());
    }

    /** Whether it went to people who were chosen, not to the whole group. */
    static boolean toChosen(Directive directive) {
        return directive.content().toChosen();
    }

    private boolean oversees(Caller caller) {
        return access.allows(caller, GroupPermissions.RECEIPTS, Scope.school())
                || access.allows(caller, GroupPermissions.CUSTODY, Scope.school());
    }

    private Set<String> received(Caller caller, List<Directive> directives) {
        return caller.personId()
                .map(person -> receipts.find(
                                directives.stream().map(Directive::id).toList(), person, clock.instant())
                        .keySet())
                .orElse(Set.of());
    }

    /** Whether the caller is its author. */
    static boolean wrote(Caller caller, Directive directive) {
        return caller.personId().filter(directive.authorId()::equals).isPresent();
    }
}
