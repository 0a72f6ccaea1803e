package vn.quyche.core.persistence.internal.id;

import com.github.f4b6a3.ulid.UlidFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Ids;

/** ULIDs that never go back, even when the clock of the machine does. */
@Component
public final class UlidIds implements Ids {

    private final UlidFactory factory = UlidFactory.newMonotonicInstance(new SecureRandom());
    private final AtomicLong last = new AtomicLong();
    private final Clock clock;

    @Activate
    public UlidIds(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public String next() {
        return factory.create(last.accumulateAndGet(clock.millis(), Math::max)).toString();
    }
}
