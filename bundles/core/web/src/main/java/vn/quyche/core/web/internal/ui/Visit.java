package vn.quyche.core.web.internal.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.web.internal.http.Call;

/**
 * One request to the pages and what is known of it.
 *
 * @param request the request
 * @param response the answer
 * @param call how it came in
 * @param path the parts of its path
 * @param query its query
 * @param secret the secret on which CSRF token and flash hang: of the session, or of the visitor before sign-in
 * @param caller who asks; empty before sign-in
 * @param secure whether cookies must travel encrypted
 * @param limited whether nothing but changing the password is allowed yet
 */
record Visit(
        HttpServletRequest request,
        HttpServletResponse response,
        Call call,
        List<String> path,
        Map<String, List<String>> query,
        String secret,
        Optional<Caller> caller,
        boolean secure,
        boolean limited) {

    private static final Set<String> PARTS = Set.of("image", "style", "script", "font", "manifest", "audio", "video");

    Locale locale() {
        return call.locale();
    }

    /** The path as text, written anew from its parts. */
    String pathText() {
        StringBuilder text = new StringBuilder();
        path.forEach(part -> text.append('/').append(UiUrl.encode(part).replace("+", "%20")));
        return text.isEmpty() ? "/" : text.toString();
    }

    String queryValue(String name) {
        List<String> values = query.get(name);
        return values == null ? "" : values.get(0);
    }

    Map<String, String> firstQueryValues() {
        Map<String, String> first = new LinkedHashMap<>();
        query.forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }

    /** Whether only a piece of a page is asked for. */
    boolean fragment() {
        return isFragment(request);
    }

    /** Whether the page's script asks for a piece of it, such as a card or the next lines of a list. */
    static boolean isFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    boolean post() {
        return "POST".equals(request.getMethod());
    }

    /** Whether the browser wants something to show within a page, such as a picture or its own little icon. */
    boolean partOfAPage() {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return destination != null && PARTS.contains(destination);
    }

    /** Whether our own script sends the form and wants to be told where to go. */
    boolean byScript() {
        return "true".equals(request.getHeader("X-Quyche-Form"));
    }

    Visit signedIn(String sessionKey, Authenticator.SignIn session) {
        return new Visit(
                request,
                response,
                call,
                path,
                query,
                sessionKey,
                Optional.of(session.caller()),
                secure,
                session.mustChangePassword());
    }
}
