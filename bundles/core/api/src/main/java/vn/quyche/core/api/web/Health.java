package vn.quyche.core.api.web;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** How the platform fares. */
@ProviderType
public interface Health {

    /**
     * How everything fares.
     *
     * @param ready whether the platform may be called: everything essential works
     * @param checks each check, those that are not well first
     */
    record Report(boolean ready, List<Line> checks) {}

    /**
     * How one thing fares.
     *
     * @param name its stable name
     * @param status how it fares
     * @param essential whether the platform is not ready without it
     * @param detail one line for the administrator
     */
    record Line(String name, HealthCheck.Status status, boolean essential, String detail) {}

    /** The report of this moment, at most a second old; takes permission {@code platform:operate}. */
    Report report(Caller caller);
}
