package vn.quyche.district.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.api.Taken;
import vn.quyche.district.internal.model.SchoolFailure;
import vn.quyche.district.internal.model.SchoolGroupRule;
import vn.quyche.district.internal.service.DistrictPermissions;
import vn.quyche.district.internal.service.SchoolTokens;
import vn.quyche.district.internal.service.SummaryTakeOver;
import vn.quyche.district.internal.service.TakeOver;
import vn.quyche.district.internal.store.JpaCollectionStore;
import vn.quyche.district.internal.store.JpaOverviewStore;
import vn.quyche.district.internal.store.JpaSchoolStore;

/**
 * Reads the list of one school, page after page. Each page is kept with the place where the next begins, so that a cut goes on
 * from there; only the whole list is taken over, in one act.
 */
@Component(service = CollectionWork.class, configurationPid = CollectConfig.PID)
@Regulated("TB.1")
public final class CollectionWork {

    private static final Logger LOG = LoggerFactory.getLogger(CollectionWork.class);
    private static final int MOST_PAGES = 100;
    /** How long to wait after each failure that may pass; after the last the school has failed. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final JpaCollectionStore collections;
    private final JpaSchoolStore schools;
    private final SchoolTokens tokens;
    private final TakeOver takeOver;
    private final Acts acts;
    private final Tx tx;
    private final Clock clock;
    private final ListClient rest;
    private final ListClient soap;
    private final SummaryWork summaries;

    @Activate
    public CollectionWork(
            CollectConfig config,
            @Reference JpaCollectionStore collections,
            @Reference JpaSchoolStore schools,
            @Reference SchoolTokens tokens,
            @Reference TakeOver takeOver,
            @Reference JpaOverviewStore overviews,
            @Reference SummaryTakeOver summaries,
            @Reference Acts acts,
            @Reference Tx tx,
            @Reference Clock clock) {
        this(
                new RemoteHttp(
                        Duration.ofSeconds(Math.max(1, config.connect_seconds())),
                        Duration.ofSeconds(Math.max(1, config.answer_seconds()))),
                collections,
                schools,
                tokens,
                takeOver,
                overviews,
                summaries,
                acts,
                tx,
                clock);
    }

    CollectionWork(
            RemoteHttp http,
            JpaCollectionStore collections,
            JpaSchoolStore schools,
            SchoolTokens tokens,
            TakeOver takeOver,
            JpaOverviewStore overviews,
            SummaryTakeOver summaries,
            Acts acts,
            Tx tx,
            Clock clock) {
        this.collections = collections;
        this.schools = schools;
        this.tokens = tokens;
        this.takeOver = takeOver;
        this.acts = acts;
        this.tx = tx;
        this.clock = clock;
        this.rest = new RestListClient(http);
        this.soap = new SoapListClient(http);
        this.summaries = new SummaryWork(http, overviews, summaries, acts, tx, clock);
    }

    /** Reads on where the school's list was left, and takes it over when it is whole. Never throws for what the school does. */
    void collect(CollectionRun run, JpaCollectionStore.Progress progress) {
        try {
            read(run, progress);
        } catch (RemoteFailure failure) {
            failed(run, progress, failure);
        } catch (RuntimeException unexpected) {
            LOG.error("The list of school {} could not be taken over", progress.schoolId(), unexpected);
            failed(run, progress, RemoteFailure.passing(SchoolFailure.FAILED, unexpected.toString(), unexpected));
        }
    }

    private void read(CollectionRun run, JpaCollectionStore.Progress progress) {
        DistrictSchool school = schools.find(progress.schoolId()).orElseThrow();
        String token = tokens.of(school.id());
        ListClient client = school.door() == CollectDoor.SOAP ? soap : rest;
        Optional<String> cursor = progress.cursor();
        int pages = progress.pages();
        int rows = progress.rows();
        do {
            ListPage page = client.read(school, token, run.day(), cursor);
            pages++;
            rows += page.groups().size();
            if (pages > MOST_PAGES || rows > SchoolGroupRule.MOST) {
                throw RemoteFailure.lasting(RemoteFailure.TOO_LONG, rows + "");
            }
            if (page.next().isPresent() && page.next().equals(cursor)) {
                throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "next");
            }
            cursor = page.next();
            if (!keep(run, school, page)) {
                return;
            }
        } while (cursor.isPresent());
        takeOver(run, school);
        summaries.collect(school, token);
    }

    /** Keeps a page; false when the collection was cancelled meanwhile. */
    private boolean keep(CollectionRun run, DistrictSchool school, ListPage page) {
        return tx.call(() -> {
            boolean wanted = collections.lockWaiting(run.id(), school.id());
            if (wanted) {
                collections.staged(
                        run.id(),
                        school.id(),
                        page.groups().stream().map(GroupJson::of).toList(),
                        page.next());
            }
            return wanted;
        });
    }

    private void takeOver(CollectionRun run, DistrictSchool school) {
        List<SchoolGroup> list;
        try {
            list = SchoolGroupRule.check(collections.staged(run.id(), school.id()).stream()
                    .map(GroupJson::group)
                    .toList());
        } catch (Invalid wrong) {
            String fields = wrong.fields().stream()
                    .limit(5)
                    .map(error -> error.field() + " " + error.code())
                    .collect(java.util.stream.Collectors.joining(", "));
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, fields, wrong);
        }
        if (keptSame(run, school, list)) {
            return;
        }
        Act act = Act.on(
                "district.school", school.id(), "district.take-over", DistrictPermissions.COLLECT, Scope.school());
        acts.perform(Caller.system("district.collect"), act, log -> {
            if (collections.lockWaiting(run.id(), school.id())) {
                Taken taken = takeOver.apply(log, school.id(), list, Optional.empty());
                collections.done(run.id(), school.id(), taken, clock.instant());
            }
            return null;
        });
    }

    /** A list that is as it was is no act; true also when the collection was cancelled meanwhile. */
    private boolean keptSame(CollectionRun run, DistrictSchool school, List<SchoolGroup> list) {
        return tx.call(() -> {
            if (!collections.lockWaiting(run.id(), school.id())) {
                return true;
            }
            Optional<Taken> same = takeOver.keepIfSame(school.id(), list);
            same.ifPresent(taken -> collections.done(run.id(), school.id(), taken, clock.instant()));
            return same.isPresent();
        });
    }

    private void failed(CollectionRun run, JpaCollectionStore.Progress progress, RemoteFailure failure) {
        Instant now = clock.instant();
        boolean again = failure.passing() && progress.attempts() < PAUSES.size();
        Optional<Instant> next = again ? Optional.of(now.plus(PAUSES.get(progress.attempts()))) : Optional.empty();
        LOG.info(
                "The list of school {} could not be read: {} {}",
                progress.schoolId(),
                failure.code(),
                failure.detail());
        tx.run(() -> {
            if (!collections.lockWaiting(run.id(), progress.schoolId())) {
                return;
            }
            if (failure.code().equals(SchoolFailure.LOST_PLACE)) {
                collections.restart(run.id(), progress.schoolId());
            }
            collections.failed(run.id(), progress.schoolId(), failure.code(), failure.detail(), next, now);
            if (next.isEmpty()) {
                schools.failed(progress.schoolId(), now, failure.code());
            }
        });
    }
}
