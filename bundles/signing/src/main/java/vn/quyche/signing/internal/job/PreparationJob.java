package vn.quyche.signing.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.service.Preparations;
import vn.quyche.signing.internal.store.JpaPreparedSignatureStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;

/** Ends preparations whose value did not come, and settles uses that a crash left granted. Clause MT.11.3. */
@Component(service = Job.class)
public final class PreparationJob implements Job {

    private static final int AT_ONCE = 200;

    private final JpaPreparedSignatureStore store;
    private final JpaTokenUseStore uses;
    private final Preparations preparations;
    private final Clock clock;

    @Activate
    public PreparationJob(
            @Reference JpaPreparedSignatureStore store,
            @Reference JpaTokenUseStore uses,
            @Reference Preparations preparations,
            @Reference Clock clock) {
        this.store = store;
        this.uses = uses;
        this.preparations = preparations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signing.preparations";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    @Regulated("MT.11.3")
    public void run() {
        Caller system = Caller.system(name());
        for (PreparedSignature prepared : store.overdue(clock.instant(), AT_ONCE)) {
            preparations.end(system, prepared, PreparedSignature.State.EXPIRED, "signing.preparation-expired");
        }
        for (TokenUse use : uses.forgotten(clock.instant().minus(preparations.granted()), AT_ONCE)) {
            preparations.fail(system, use.id(), "signing.use-forgotten");
        }
    }
}
