package vn.quyche.group.internal.service;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;
import vn.quyche.group.internal.model.MessagePurpose;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaMessageKindStore;

/** What groups are for, and what their directives are about. */
@Component
@Regulated("BC.2.1")
public final class DefaultMessageKinds implements MessageKinds {

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore groups;
    private final JpaMessageKindStore store;
    private final GroupSight sight;
    private final Directives directives;

    @Activate
    public DefaultMessageKinds(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore groups,
            @Reference JpaMessageKindStore store,
            @Reference GroupSight sight,
            @Reference Directives directives) {
        this.acts = acts;
        this.access = access;
        this.groups = groups;
        this.store = store;
        this.sight = sight;
        this.directives = directives;
    }

    @Override
    public Set<MessageKind> allowed(Caller caller, String groupId) {
        return MessagePurpose.allowed(store.of(sight.require(caller, groupId).id()));
    }

    @Override
    public Set<MessageKind> allow(Caller caller, String groupId, Set<MessageKind> kinds) {
        Act act = Act.on("group.group", groupId, "group.say-purpose", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            sight.require(caller, groupId);
            MessagingGroup group = groups.lock(groupId).orElseThrow(() -> new NotFound("group.not-found", groupId));
            if (group.status() != GroupStatus.ACTIVE && group.status() != GroupStatus.PROPOSED) {
                throw new Conflict("group.dissolved", group.name());
            }
            if (!may(caller, group)) {
                throw new Forbidden("group.not-leader");
            }
            Checks checks = new Checks();
            checks.that(!kinds.isEmpty(), "kinds", "group.no-kind");
            checks.orThrow();
            log.changed(Map.of("kinds", store.of(groupId)), Map.of("kinds", kinds));
            store.allow(groupId, kinds);
            return store.of(groupId);
        });
    }

    @Override
    public boolean mayAllow(Caller caller, String groupId) {
        return may(caller, sight.require(caller, groupId));
    }

    @Override
    public void require(Caller caller, String groupId, MessageKind kind) {
        MessagePurpose.require(sight.require(caller, groupId).name(), store.of(groupId), Optional.of(kind));
    }

    @Override
    public Optional<MessageKind> of(Caller caller, String directiveId) {
        return store.ofDirective(directives.get(caller, directiveId).id());
    }

    @Override
    public void mark(Caller caller, String directiveId, MessageKind kind) {
        Act act = Act.on(
                "group.directive", directiveId, "group.mark-directive", GroupPermissions.ISSUE, Scope.own(caller));
        acts.perform(caller, act, log -> {
            Checks checks = new Checks();
            checks.that(kind != null, "messageKind", "core.required");
            checks.orThrow();
            Directive draft = directives.get(caller, directiveId);
            if (caller.personId().filter(draft.authorId()::equals).isEmpty()) {
                throw new NotFound("group.directive-not-found", directiveId);
            }
            if (draft.state() != DirectiveState.DRAFT) {
                throw new Conflict("group.not-a-draft", draft.number());
            }
            MessagingGroup group = groups.find(draft.groupId()).orElseThrow();
            MessagePurpose.require(group.name(), store.of(group.id()), Optional.of(kind));
            store.mark(directiveId, kind);
            log.changed(null, Map.of("kind", kind));
            return null;
        });
    }

    private boolean may(Caller caller, MessagingGroup group) {
        return access.allows(caller, GroupPermissions.REGISTER, Scope.school())
                || caller.personId()
                        .filter(person -> sight.roles().leads(group.appointments(), person))
                        .isPresent();
    }
}
