package vn.quyche.core.api.web;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** The bundles of the platform: what is installed, and what could be; takes permission {@code platform:operate}. */
@ProviderType
public interface Modules {

    /** How a module stands. */
    enum State {
        /** Installed and at work. */
        ACTIVE,
        /** Installed, but not started. */
        STOPPED,
        /** Can be installed. */
        AVAILABLE
    }

    /**
     * A module.
     *
     * @param domain its name, for example {@code group}
     * @param title what it is, as its feature says
     * @param bundle the symbolic name of its bundle
     * @param version its version; empty while it is only available
     * @param state how it stands
     * @param core whether it belongs to the core, which stays
     * @param clauses how many clauses of the regulations it carries out
     * @param feature the Karaf feature that installs it
     */
    record Module(
            String domain,
            String title,
            String bundle,
            String version,
            State state,
            boolean core,
            int clauses,
            String feature) {}

    /** All modules, the domains first, by name. */
    List<Module> list(Caller caller);

    /**
     * Installs a domain and waits until it is there.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code web.module-unknown}
     * @throws vn.quyche.core.api.error.Conflict {@code web.module-installed}
     * @throws vn.quyche.core.api.error.Unavailable {@code web.module-failed} when the container cannot install it
     */
    void install(Caller caller, String domain);

    /**
     * Removes a domain and waits until it is gone. Its data stays in the database.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code web.module-unknown}
     * @throws vn.quyche.core.api.error.Conflict {@code web.module-core} for a part of the core
     * @throws vn.quyche.core.api.error.Unavailable {@code web.module-failed} when the container cannot remove it
     */
    void uninstall(Caller caller, String domain);
}
