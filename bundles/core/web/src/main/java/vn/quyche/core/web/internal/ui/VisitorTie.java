package vn.quyche.core.web.internal.ui;

import java.security.SecureRandom;
import java.util.Base64;

/** Ties a form to a browser that has no session, by a cookie on which the token of the form hangs. */
final class VisitorTie {

    private final SecureRandom random = new SecureRandom();

    /** The visit with a secret: the one that the browser brings, else a new one that it is given. */
    Visit tied(Visit visit) {
        if (!visit.secret().isEmpty()) {
            return visit;
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Cookies.write(visit.response(), visit.secure(), Cookies.VISIT, secret, Cookies.UNTIL_CLOSED);
        return new Visit(
                visit.request(),
                visit.response(),
                visit.call(),
                visit.path(),
                visit.query(),
                secret,
                visit.caller(),
                visit.secure(),
                visit.limited());
    }
}
