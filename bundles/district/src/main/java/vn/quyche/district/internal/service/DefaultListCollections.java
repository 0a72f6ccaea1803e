package vn.quyche.district.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.PushedList;
import vn.quyche.district.api.SchoolCollection;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.api.Taken;
import vn.quyche.district.internal.model.SchoolGroupRule;
import vn.quyche.district.internal.store.JpaCollectionStore;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** Collections: their start and end, and lists that schools send by themselves. */
@Component
@Regulated("TB.1")
public final class DefaultListCollections implements ListCollections {

    private static final String RUN = "district.collection";

    private final Acts acts;
    private final Access access;
    private final JpaCollectionStore store;
    private final JpaSchoolStore schools;
    private final TakeOver takeOver;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultListCollections(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaCollectionStore store,
            @Reference JpaSchoolStore schools,
            @Reference TakeOver takeOver,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.schools = schools;
        this.takeOver = takeOver;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String start(Caller caller, Optional<String> schoolId) {
        Act act = Act.create(RUN, "district.start-collection", DistrictPermissions.COLLECT, Scope.school());
        return acts.perform(caller, act, log -> {
            if (store.running().isPresent()) {
                throw new Conflict("district.collection-running");
            }
            List<DistrictSchool> wanted = schools.toCollect(VietnamTime.today(clock), schoolId);
            if (wanted.isEmpty()) {
                throw new Conflict("district.nobody-to-collect");
            }
            CollectionRun run = new CollectionRun(
                    ids.next(),
                    VietnamTime.today(clock),
                    CollectionRun.State.RUNNING,
                    clock.instant(),
                    caller.isSystem() ? "" : caller.name(),
                    wanted.size(),
                    0,
                    0,
                    Optional.empty());
            store.insert(run, wanted);
            log.subject(run.id());
            log.changed(null, run);
            return run.id();
        });
    }

    @Override
    public void cancel(Caller caller, String runId) {
        Act act = Act.on(RUN, runId, "district.cancel-collection", DistrictPermissions.COLLECT, Scope.school());
        acts.perform(caller, act, log -> {
            find(runId);
            if (!store.cancel(runId, clock.instant())) {
                throw new Conflict("district.collection-ended");
            }
            return null;
        });
    }

    @Override
    public Page<CollectionRun> runs(Caller caller, PageRequest page) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return store.runs(page);
    }

    @Override
    public CollectionRun get(Caller caller, String runId) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return find(runId);
    }

    @Override
    public Page<SchoolCollection> outcomes(
            Caller caller, String runId, Optional<SchoolCollection.State> state, PageRequest page) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        find(runId);
        return store.outcomes(runId, state, page);
    }

    @Override
    public Taken push(Caller caller, PushedList list) {
        Act act = Act.create("district.school", "district.push-list", DistrictPermissions.PUSH, Scope.school());
        return acts.perform(caller, act, log -> {
            if (list == null) {
                throw new Invalid("groups", "core.required");
            }
            DistrictSchool school = PushingSchool.require(caller, schools, clock, list.schoolCode(), list.madeAt());
            log.subject(school.id());
            if (schools.madeAt(school.id())
                    .filter(last -> list.madeAt().isBefore(last))
                    .isPresent()) {
                throw new Conflict("district.push-older");
            }
            List<SchoolGroup> groups = SchoolGroupRule.check(list.groups());
            return takeOver.apply(log, school.id(), groups, Optional.of(list.madeAt()));
        });
    }

    private CollectionRun find(String runId) {
        return store.find(runId).orElseThrow(() -> new NotFound("district.collection-not-found", runId));
    }
}
