package vn.quyche.group.internal.service;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.custody.CustodyExport;
import vn.quyche.group.api.custody.LegalHold;
import vn.quyche.group.internal.model.CustodyArchive;
import vn.quyche.group.internal.store.JpaCustodyStore;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/** Holds and exports: who may, what is recorded. */
@Component
public final class DefaultCustody implements Custody {

    private final Acts acts;
    private final Access access;
    private final Directives directives;
    private final JpaDirectiveStore store;
    private final JpaGroupStore groups;
    private final JpaCustodyStore custody;
    private final DirectiveFile file;
    private final DirectiveSight seen;
    private final Screening screening;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultCustody(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Directives directives,
            @Reference JpaDirectiveStore store,
            @Reference JpaGroupStore groups,
            @Reference JpaCustodyStore custody,
            @Reference DirectiveFile file,
            @Reference DirectiveSight seen,
            @Reference Screening screening,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.directives = directives;
        this.store = store;
        this.groups = groups;
        this.custody = custody;
        this.file = file;
        this.seen = seen;
        this.screening = screening;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean mayKeep(Caller caller, String directiveId) {
        return keeps(caller, directives.get(caller, directiveId));
    }

    @Override
    public Page<LegalHold> holds(Caller caller, Optional<Boolean> standing, PageRequest page) {
        access.require(caller, GroupPermissions.CUSTODY, Scope.school());
        return custody.holds(Optional.empty(), standing, page);
    }

    @Override
    public Optional<LegalHold> standing(Caller caller, String directiveId) {
        return custody.standing(directives.get(caller, directiveId).id());
    }

    @Override
    public Page<LegalHold> holdsOf(Caller caller, String directiveId, PageRequest page) {
        requireKeeper(caller, directiveId);
        return custody.holds(Optional.of(directiveId), Optional.empty(), page);
    }

    @Override
    @Regulated("BC.3.3")
    public LegalHold hold(Caller caller, String directiveId, String reason) {
        return acts.perform(caller, act(directiveId, "group.hold-directive", caller), log -> {
            Directive issued = locked(caller, directiveId, "BC.3.3", "group.hold-not-yours");
            String why = checked(caller, reason);
            if (custody.standing(directiveId).isPresent()) {
                throw new Conflict("group.hold-stands", issued.number());
            }
            custody.lay(new LegalHold(
                    ids.next(),
                    directiveId,
                    issued.number(),
                    issued.title(),
                    why,
                    person(caller),
                    caller.name(),
                    clock.instant(),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    ""));
            LegalHold laid = custody.standing(directiveId).orElseThrow();
            log.changed(null, laid);
            return laid;
        });
    }

    @Override
    @Regulated("BC.3.3")
    public LegalHold lift(Caller caller, String directiveId, String reason) {
        return acts.perform(caller, act(directiveId, "group.lift-hold", caller), log -> {
            Directive issued = locked(caller, directiveId, "BC.3.3", "group.hold-not-yours");
            String why = checked(caller, reason);
            LegalHold standing =
                    custody.standing(directiveId).orElseThrow(() -> new Conflict("group.no-hold", issued.number()));
            custody.lift(standing.id(), person(caller), caller.name(), clock.instant(), why);
            LegalHold lifted = custody.holds(Optional.of(directiveId), Optional.of(false), PageRequest.first(1))
                    .items()
                    .get(0);
            log.changed(standing, lifted);
            return lifted;
        });
    }

    @Override
    @Regulated("BC.4.6")
    public Export export(Caller caller, String directiveId, String reason) {
        return acts.perform(caller, act(directiveId, "group.export-directive", caller), log -> {
            Directive issued = locked(caller, directiveId, "BC.4.6", "group.export-not-yours");
            String why = checked(caller, reason);
            MessagingGroup group = groups.find(issued.groupId()).orElseThrow();
            String id = ids.next();
            DirectiveFile.Closed closed = file.gather(caller, group, issued, id, why);
            CustodyExport export = new CustodyExport(
                    id, directiveId, person(caller), caller.name(), clock.instant(), why, closed.manifestHash());
            custody.insert(export, group.id());
            log.changed(null, Map.of("export", id, "manifestSha256", closed.manifestHash()));
            log.note(why);
            return new Prepared(export, closed.archive());
        });
    }

    @Override
    public Page<CustodyExport> exports(Caller caller, String directiveId, PageRequest page) {
        requireKeeper(caller, directiveId);
        return custody.exports(directiveId, page);
    }

    private record Prepared(CustodyExport recorded, CustodyArchive archive) implements Export {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            archive.writeTo(out);
        }
    }

    /** An issued directive that the caller may keep, locked against being withdrawn meanwhile. */
    private Directive locked(Caller caller, String directiveId, String clause, String code) {
        directives.get(caller, directiveId);
        Directive found =
                store.lock(directiveId).orElseThrow(() -> new NotFound("group.directive-not-found", directiveId));
        if (!keeps(caller, found)) {
            throw new Refused(clause, code);
        }
        if (found.state() == DirectiveState.DRAFT) {
            throw new Conflict("group.not-issued", found.title());
        }
        return found;
    }

    private void requireKeeper(Caller caller, String directiveId) {
        if (!mayKeep(caller, directiveId)) {
            throw new Forbidden("group.hold-not-yours");
        }
    }

    private boolean keeps(Caller caller, Directive directive) {
        return seen.keeps(caller, groups.find(directive.groupId()).orElseThrow());
    }

    private String checked(Caller caller, String reason) {
        Checks checks = new Checks();
        String why = checks.text("reason", reason, 1, 500);
        checks.orThrow();
        screening.requireText(caller, "reason", why);
        return why;
    }

    private static String person(Caller caller) {
        return caller.personId().orElseThrow(() -> new Forbidden("group.not-a-person"));
    }

    private static Act act(String directiveId, String action, Caller caller) {
        return Act.on(DefaultDirectives.DIRECTIVE, directiveId, action, GroupPermissions.RECEIVE, Scope.own(caller));
    }
}
