package vn.quyche.core.api.persistence.spi;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Work that recurs in the background, on one node at a time. Register it as a service. */
@ConsumerType
public interface Job {

    /** A stable name, {@code <domain>.<what>}; also the name of its lease. */
    String name();

    /** The pause between the end of one run and the start of the next. */
    Duration every();

    /** One run; short (seconds), repeatable, safe to be killed. */
    void run();
}
