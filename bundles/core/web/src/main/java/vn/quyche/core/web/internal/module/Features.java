package vn.quyche.core.web.internal.module;

import java.util.List;

/** What the container has and could have. */
interface Features {

    /**
     * A bundle of ours that is there.
     *
     * @param domain its header {@code Quyche-Domain}
     * @param symbolicName its symbolic name
     * @param title its name for people
     * @param version its version
     * @param active whether it is started
     */
    record Installed(String domain, String symbolicName, String title, String version, boolean active) {}

    /**
     * A domain that a feature file knows.
     *
     * @param domain the domain
     * @param feature the name of its feature
     * @param title what the feature says about it
     */
    record Known(String domain, String feature, String title) {}

    /** Bundles that are there. */
    List<Installed> installed();

    /** Domains that are known, there or not; never parts of the core. */
    List<Known> known();

    /** Installs a domain. @throws FeatureFailure when the container cannot */
    void install(Known domain);

    /** Removes a domain, also from a profile that holds it. @throws FeatureFailure when the container cannot */
    void uninstall(Known domain);

    /**
     * Whether a domain that is there came as a file in the deploy folder: it goes with its file, and only so.
     *
     * @throws FeatureFailure when the container cannot tell
     */
    boolean dropped(Known domain);

    /** The container could not do it. */
    final class FeatureFailure extends RuntimeException {
        FeatureFailure(Exception cause) {
            super(cause);
        }
    }
}
