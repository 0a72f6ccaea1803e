package vn.quyche.core.api.persistence;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Makes sure that something runs on one node only. */
@ProviderType
public interface Leases {

    /**
     * Runs work while holding a lease, or does nothing when another node holds it. A node that dies gives its leases up
     * when they run out, or when it starts again and no other node can have the database (Derby).
     *
     * @param name the name of the lease, for example {@code audit.seal}
     * @param length how long the lease lasts at most without renewal; longer work must renew by being split
     * @return whether the work ran
     */
    boolean with(String name, Duration length, Runnable work);
}
