package vn.quyche.district.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Collecting the lists of the schools. Clause TB.1. */
@ProviderType
public interface ListCollections {

    /**
     * Starts a collection; it goes on in the background. Takes {@code district:collect}.
     *
     * @param schoolId one school; empty for all that are active and do not send by themselves
     * @return the id
     * @throws vn.quyche.core.api.error.Conflict {@code district.collection-running}, {@code district.nobody-to-collect}
     */
    String start(Caller caller, Optional<String> schoolId);

    /** Cancels a collection; what was taken over stays. Takes {@code district:collect}. */
    void cancel(Caller caller, String runId);

    /**
     * Collections, newest first; takes {@code district:read}.
     *
     * @param page sorted by {@code started}, {@code done}, {@code failed} or {@code total}
     */
    Page<CollectionRun> runs(Caller caller, PageRequest page);

    /** One collection; takes {@code district:read}. */
    CollectionRun get(Caller caller, String runId);

    /**
     * How the schools fared; takes {@code district:read}.
     *
     * @param page sorted by {@code code}, {@code added}, {@code changed}, {@code gone} or {@code ended}
     */
    Page<SchoolCollection> outcomes(
            Caller caller, String runId, Optional<SchoolCollection.State> state, PageRequest page);

    /**
     * Takes a list that a school sends; the same list a second time changes nothing. Takes {@code district:push}.
     *
     * @throws vn.quyche.core.api.error.Forbidden {@code district.not-your-school}
     * @throws vn.quyche.core.api.error.Conflict {@code district.push-older}
     */
    Taken push(Caller caller, PushedList list);
}
