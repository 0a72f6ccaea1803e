package vn.quyche.core.api.security;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;

/** The running sessions. Own ones take nothing but being signed in, those of others {@code security:sessions}. */
@ProviderType
public interface Sessions {

    /**
     * A running session.
     *
     * @param id its id, no secret
     * @param accountId whose it is
     * @param name the name of the account
     * @param address the address of the last call
     * @param userAgent what the client says it is
     * @param startedAt when it was opened
     * @param lastUsedAt when it was last used, to the minute
     * @param endsAt when it ends at the latest
     * @param current whether it is the session of this call
     */
    record Session(
            String id,
            String accountId,
            String name,
            String address,
            String userAgent,
            Instant startedAt,
            Instant lastUsedAt,
            Instant endsAt,
            boolean current) {}

    /** The caller's own sessions, newest first; {@code sessionKey} marks the current one. */
    Page<Session> mine(Caller caller, Optional<String> sessionKey, PageRequest page);

    /** The sessions of an account or of all accounts, newest first. */
    Page<Session> list(Caller caller, Optional<String> accountId, PageRequest page);

    /** Ends a session, an own one or another's. */
    void end(Caller caller, String sessionId);

    /**
     * Ends all own sessions but the one given.
     *
     * @return how many ended
     */
    int endOthers(Caller caller, Optional<String> sessionKey);
}
