package vn.quyche.core.api.security;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Turns a proof of identity into a caller. Used by doors only. */
@ProviderType
public interface Authenticator {

    /**
     * How a call came in.
     *
     * @param door the door
     * @param address the client's network address
     * @param userAgent what the client says it is, shown in the list of sessions; may be empty
     * @param correlationId the id of the call
     * @param locale the language to answer in
     */
    record Origin(Door door, String address, String userAgent, String correlationId, Locale locale) {}

    /**
     * What a sign-in gave.
     *
     * @param caller who it is
     * @param sessionKey the secret that the browser keeps in its cookie
     * @param mustChangePassword whether nothing but changing the password is allowed yet
     */
    record SignIn(Caller caller, String sessionKey, boolean mustChangePassword) {}

    /**
     * Checks user name and password of one call, without a session (REST Basic, SOAP, shell).
     *
     * @throws vn.quyche.core.api.error.Unauthenticated {@code security.bad-credentials}, {@code security.locked},
     *     {@code security.password-change-due}; the same words and time whether the account exists or not
     */
    Caller password(Origin origin, String userName, String password);

    /**
     * Opens a session.
     *
     * @throws vn.quyche.core.api.error.Unauthenticated as for {@link #password}, but for the change that is due
     */
    SignIn signIn(Origin origin, String userName, String password);

    /**
     * The caller of a running session.
     *
     * @throws vn.quyche.core.api.error.Unauthenticated {@code security.session-ended} when it ended or the person left
     */
    SignIn session(Origin origin, String sessionKey);

    /**
     * The caller of an API token.
     *
     * @throws vn.quyche.core.api.error.Unauthenticated {@code security.bad-token}
     */
    Caller token(Origin origin, String token);

    /** Ends a session; nothing happens when it had ended. */
    void signOut(Caller caller, String sessionKey);
}
