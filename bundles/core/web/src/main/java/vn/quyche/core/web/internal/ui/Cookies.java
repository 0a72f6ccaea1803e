package vn.quyche.core.web.internal.ui;

import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.core.web.internal.http.Authentication;

/** The cookies of the pages. None can be read by scripts, none leaves for another site's form. */
final class Cookies {

    static final String SESSION = Authentication.SESSION_COOKIE;
    /** A secret of a visitor who is not signed in yet: the CSRF token of the sign-in form hangs on it. */
    static final String VISIT = "QUYCHE_VISIT";

    static final String FLASH = "QUYCHE_FLASH";
    static final String LANGUAGE = "QUYCHE_LANG";
    static final String THEME = "QUYCHE_THEME";
    static final int YEAR = 365 * 24 * 60 * 60;
    static final int UNTIL_CLOSED = -1;

    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst();
    }

    /** @param seconds how long it is kept; {@link #UNTIL_CLOSED} until the browser closes, 0 removes it */
    static void write(HttpServletResponse response, boolean secure, String name, String value, int seconds) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                        + (seconds == UNTIL_CLOSED ? "" : "; Max-Age=" + seconds)
                        + (secure ? "; Secure" : ""));
    }
}
