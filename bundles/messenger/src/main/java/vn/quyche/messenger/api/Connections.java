package vn.quyche.messenger.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The connections of the school to messaging platforms. */
@ProviderType
public interface Connections {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text part of the name, without regard to case and diacritics
     * @param kind the kind
     * @param on whether it is used
     */
    record Query(Optional<String> text, Optional<ConnectionKind> kind, Optional<Boolean> on) {

        /** Every connection. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * The connections; takes {@code messenger:read}.
     *
     * @param page sorted by {@code name}, {@code worked} or {@code failed}
     */
    Page<Connection> list(Caller caller, Query query, PageRequest page);

    /**
     * One connection; takes {@code messenger:read}.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code messenger.connection-not-found}
     */
    Connection get(Caller caller, String connectionId);

    /**
     * Enters a connection; takes {@code messenger:manage}.
     *
     * @return its id
     */
    String create(Caller caller, NewConnection connection, String idempotencyKey);

    /**
     * Changes a connection; takes {@code messenger:manage}.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}
     */
    Connection change(Caller caller, String connectionId, long version, NewConnection connection);

    /** Uses a connection, or no longer; takes {@code messenger:manage}. What waits to be sent goes on waiting. */
    Connection turn(Caller caller, String connectionId, boolean on);

    /**
     * Asks the platform whether it knows the connection, and tells it where to send events when the address of this server is
     * known; takes {@code messenger:manage}.
     *
     * @return the name that the platform gives
     * @throws vn.quyche.core.api.error.Unavailable with what the platform said
     */
    String test(Caller caller, String connectionId);

    /**
     * Authorises the school for an official account; takes {@code messenger:manage}.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code messenger.not-an-account} for other kinds
     * @throws vn.quyche.core.api.error.Unavailable with what the platform said about a code
     */
    Connection authorise(Caller caller, String connectionId, Authorisation authorisation);

    /**
     * Lets a refresh token be sent once more of which nobody knows whether it is used up; takes {@code messenger:manage}.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code messenger.token-not-uncertain}
     */
    Connection retryToken(Caller caller, String connectionId);
}
