package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRights;
import vn.quyche.group.api.members.PostingRule;
import vn.quyche.group.api.members.PostingSuspension;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaPostingStore;

/** Who may post in groups. */
@Component
public final class DefaultPostingRights implements PostingRights {

    private static final String GROUP = "group.group";
    private static final String SUSPENSION = "group.posting-suspension";

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore groups;
    private final JpaPostingStore store;
    private final GroupSight sight;
    private final Directory directory;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultPostingRights(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore groups,
            @Reference JpaPostingStore store,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Notices notices,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.groups = groups;
        this.store = store;
        this.sight = sight;
        this.directory = directory;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public PostingPolicy of(Caller caller, String groupId, LocalDate day) {
        return store.policy(sight.require(caller, groupId).id(), day);
    }

    @Override
    public Page<PostingRule> history(Caller caller, String groupId, PageRequest page) {
        MessagingGroup group = sight.require(caller, groupId);
        return store.rules(group.id(), page);
    }

    @Override
    @Regulated("MT.12.1")
    public String say(
            Caller caller, String groupId, PostingPolicy policy, LocalDate from, String reason, String idempotencyKey) {
        Act act = Act.on(GROUP, groupId, "group.say-posting", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            sight.require(caller, groupId);
            MessagingGroup group = groups.lock(groupId).orElseThrow(() -> new NotFound("group.not-found", groupId));
            if (!group.open(sight.today())) {
                throw new Conflict("group.dissolved", group.name());
            }
            if (!may(caller, group)) {
                throw new Forbidden("group.not-leader");
            }
            Checks checks = new Checks();
            checks.that(policy != null, "policy", "core.required");
            checks.that(from != null, "from", "core.required");
            checks.that(from == null || !from.isBefore(sight.today()), "from", "group.posting-in-past");
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            PostingPolicy before = store.policy(groupId, from);
            if (before == policy) {
                throw new Conflict("group.posting-same", group.name());
            }
            PostingRule rule = new PostingRule(
                    ids.next(),
                    groupId,
                    policy,
                    from,
                    why,
                    caller.personId().orElse(""),
                    caller.name(),
                    clock.instant());
            store.say(rule);
            log.changed(Map.of("posting", before), Map.of("posting", policy, "from", from));
            log.note(why);
            return rule.id();
        });
    }

    @Override
    public boolean maySay(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        return group.open(sight.today()) && may(caller, group);
    }

    @Override
    public Page<PostingSuspension> suspensions(Caller caller, String groupId, boolean runningOnly, PageRequest page) {
        MessagingGroup group = sight.require(caller, groupId);
        boolean all = decides(caller, group) || access.allows(caller, GroupPermissions.CONDUCT, Scope.school());
        Page<PostingSuspension> found = store.suspensions(
                groupId,
                all ? Optional.empty() : Optional.of(caller.personId().orElse("-")),
                runningOnly ? Optional.of(sight.today()) : Optional.empty(),
                page);
        Map<String, String> names = directory.names(
                found.items().stream().map(PostingSuspension::personId).collect(Collectors.toSet()));
        return found.map(one -> named(one, names));
    }

    @Override
    @Regulated("BC.6.11")
    public PostingSuspension giveBack(Caller caller, String suspensionId, String reason) {
        Act act = Act.on(
                SUSPENSION, suspensionId, "group.give-posting-back", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            PostingSuspension standing =
                    store.lock(suspensionId).orElseThrow(() -> new NotFound("group.no-suspension"));
            MessagingGroup group = groups.find(standing.groupId())
                    .filter(found -> sight.sees(caller, found))
                    .orElseThrow(() -> new NotFound("group.no-suspension"));
            boolean own = caller.personId().filter(standing.personId()::equals).isPresent();
            if (own || !decides(caller, group)) {
                throw new Refused("BC.6.11", "group.suspension-not-yours", group.name());
            }
            if (!standing.holds(sight.today())) {
                throw new Conflict("group.suspension-over");
            }
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            store.giveBack(suspensionId, clock.instant(), caller.name(), why);
            notices.send(java.util.List.of(new NewNotice(
                    SUSPENSION + ":" + suspensionId,
                    standing.personId(),
                    GROUP,
                    VietnameseText.line("Quyền đăng trong nhóm " + group.name() + " được trả lại"),
                    "",
                    "/group/groups/" + group.id())));
            log.changed(Map.of("to", standing.to()), Map.of("returned", sight.today()));
            log.note(why);
            return named(
                    store.lock(suspensionId).orElseThrow(), directory.names(java.util.Set.of(standing.personId())));
        });
    }

    /** Who decides on violations in the group. */
    private boolean decides(Caller caller, MessagingGroup group) {
        return sight.leads(caller, group) || access.allows(caller, GroupPermissions.JUDGE, Scope.school());
    }

    private boolean may(Caller caller, MessagingGroup group) {
        return sight.leads(caller, group) || access.allows(caller, GroupPermissions.REGISTER, Scope.school());
    }

    private static PostingSuspension named(PostingSuspension one, Map<String, String> names) {
        return new PostingSuspension(
                one.id(),
                one.groupId(),
                one.personId(),
                names.getOrDefault(one.personId(), one.personId()),
                one.from(),
                one.to(),
                one.caseId(),
                one.returnedAt(),
                one.returnedBy(),
                one.returnReason());
    }
}
