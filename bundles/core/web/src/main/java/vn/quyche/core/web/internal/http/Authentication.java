package vn.quyche.core.web.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.web.internal.limit.RateLimits;

/**
 * Finds out who sends a request: by name and password (Basic), API token (Bearer) or the session of the browser.
 *
 * <p>Counts requests per account, and wrong proofs per address.
 */
@Component(service = Authentication.class)
public final class Authentication {

    /** The cookie that holds the session of the browser. */
    public static final String SESSION_COOKIE = "QUYCHE_SESSION";

    private static final int LONGEST_HEADER = 4096;
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final AuditLog audit;

    @Activate
    public Authentication(
            @Reference Authenticator authenticator, @Reference RateLimits limits, @Reference AuditLog audit) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.audit = audit;
    }

    /** A proof of identity. */
    private interface Proof {
        Caller check();
    }

    /**
     * Who sends the request.
     *
     * @throws Unauthenticated without a proof, or with a wrong one
     * @throws Forbidden when a browser's session sends a change without the CSRF token
     * @throws vn.quyche.core.web.internal.limit.TooMany when the account calls too often, or too many proofs were wrong
     */
    public Caller caller(Call call, HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return check(call, () -> byHeader(call, authorization));
        }
        Optional<String> session = session(request);
        if (session.isPresent()) {
            return check(call, () -> bySession(call, session.get(), request));
        }
        limits.anonymous(call.address());
        throw new Unauthenticated("web.unauthenticated");
    }

    /** Whether the request brings any proof of identity, right or wrong. */
    public static boolean offered(HttpServletRequest request) {
        return request.getHeader("Authorization") != null || session(request).isPresent();
    }

    /** Name and password of a SOAP message; the name {@code token} stands for an API token as the password. */
    public Caller password(Call call, String userName, String password) {
        return check(
                call,
                () -> "token".equals(userName)
                        ? authenticator.token(call.origin(), password)
                        : authenticator.password(call.origin(), userName, password));
    }

    /** The key of the browser's session. */
    public static Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> SESSION_COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    private Caller check(Call call, Proof proof) {
        limits.beforeSignIn(call.address());
        Caller caller;
        try {
            caller = proof.check();
        } catch (Unauthenticated wrong) {
            limits.signInFailed(call.address());
            throw wrong;
        }
        limits.account(caller.accountId());
        return caller;
    }

    private Caller byHeader(Call call, String authorization) {
        int cut = authorization.indexOf(' ');
        if (cut < 0 || authorization.length() > LONGEST_HEADER) {
            throw new Unauthenticated("web.unauthenticated");
        }
        String scheme = authorization.substring(0, cut);
        String credentials = authorization.substring(cut + 1).strip();
        if ("Bearer".equalsIgnoreCase(scheme)) {
            return authenticator.token(call.origin(), credentials);
        }
        if ("Basic".equalsIgnoreCase(scheme)) {
            String pair = decode(credentials);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return authenticator.password(call.origin(), pair.substring(0, colon), pair.substring(colon + 1));
            }
        }
        throw new Unauthenticated("web.unauthenticated");
    }

    private Caller bySession(Call call, String key, HttpServletRequest request) {
        Authenticator.SignIn signIn = authenticator.session(call.origin(), key);
        if (signIn.mustChangePassword()) {
            throw new Unauthenticated("security.password-change-due");
        }
        if (!SAFE_METHODS.contains(request.getMethod()) && !Csrf.matches(key, request.getHeader(Csrf.HEADER))) {
            Forbidden forbidden = new Forbidden("web.csrf");
            refused(signIn.caller(), request.getMethod() + " " + request.getRequestURI(), forbidden);
            throw forbidden;
        }
        return signIn.caller();
    }

    /** Writes a refusal of the door itself to the audit log, unless the account has had too many written just now. */
    public void refused(Caller caller, String what, Forbidden refusal) {
        if (!refusal.recorded() && limits.writeRefusal(caller.accountId())) {
            String subject = what.length() <= 200 ? what : what.substring(0, 200);
            audit.refused(
                    caller, new AuditLog.Entry("web.request", "web.path", subject, null, null, ""), refusal.code(), "");
            refusal.markRecorded();
        }
    }

    private static String decode(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw new Unauthenticated("web.unauthenticated");
        }
    }
}
