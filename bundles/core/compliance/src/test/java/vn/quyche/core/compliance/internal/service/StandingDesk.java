package vn.quyche.core.compliance.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.compliance.internal.job.StandingJob;
import vn.quyche.core.compliance.internal.store.JpaDecisionEvidenceStore;
import vn.quyche.core.compliance.internal.store.JpaDutyEvidenceStore;
import vn.quyche.core.compliance.internal.store.JpaFeedbackEvidenceStore;
import vn.quyche.core.compliance.internal.store.JpaStandingStore;

/** The standing of clauses over a desk. */
public final class StandingDesk {

    public final Desk desk;
    public final JpaStandingStore store;
    public final StandingJob job;
    public final Standings standings;
    public boolean busy;

    /** With the sources of the bundle itself and others. */
    public StandingDesk(Desk desk, EvidenceSource... others) {
        this.desk = desk;
        this.store = new JpaStandingStore(desk.unit.jpa());
        List<EvidenceSource> all = new ArrayList<>(List.of(others));
        all.add(new DutyEvidence(new JpaDutyEvidenceStore(desk.unit.jpa())));
        all.add(new DecisionEvidence(new JpaDecisionEvidenceStore(desk.unit.jpa())));
        all.add(new FeedbackEvidence(new JpaFeedbackEvidenceStore(desk.unit.jpa())));
        EvidenceSources sources = new EvidenceSources(all);
        this.job = new StandingJob(sources, store, desk.unit.tx(), desk.clock);
        Leases leases = (name, length, work) -> {
            if (!busy) {
                work.run();
            }
            return !busy;
        };
        this.standings = new Standings(
                store,
                sources,
                desk.regulations,
                desk.regulationStore,
                desk.editionStore,
                desk.sources,
                desk.directory,
                desk.acts,
                desk.access,
                leases,
                desk.clock);
    }

    /** Lays a duty that is due after some time. */
    public void lay(String key, String clause, Duration in) {
        desk.duties.assign(List.of(duty(key, clause, desk.clock.instant().plus(in))));
    }

    private static NewDuty duty(String key, String clause, Instant dueAt) {
        return new NewDuty(
                key,
                "compliance.acknowledge",
                clause,
                key.startsWith("=") ? key : "Việc " + key,
                "lan",
                "directive",
                "d-" + key,
                "/group/directives/" + key,
                dueAt,
                List.of(),
                Optional.empty());
    }
}
