package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.web.internal.http.Csrf;
import vn.quyche.core.web.internal.limit.RateLimits;

/** The page on which people sign in. Its form is tied to the visitor by a cookie, as there is no session yet. */
final class SignInPage {

    private static final String NEXT = "next";

    private final Authenticator authenticator;
    private final BundleTexts texts;
    private final Renderer renderer;
    private final RateLimits limits;
    private final VisitorTie tie = new VisitorTie();

    SignInPage(Authenticator authenticator, BundleTexts texts, Renderer renderer, RateLimits limits) {
        this.authenticator = authenticator;
        this.texts = texts;
        this.renderer = renderer;
        this.limits = limits;
    }

    /** Sends somebody who is not signed in to the page, and afterwards back to where they wanted to go. */
    void ask(Visit visit, boolean ended) throws IOException {
        if (visit.partOfAPage()) {
            // a picture is not sent to a form: the form would tie itself to the visitor anew behind the open one
            visit.response().setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        boolean byScript = visit.byScript() || visit.fragment();
        String wanted = visit.fragment() ? pageOfFragment(visit) : UiUrl.of(visit.pathText(), visit.firstQueryValues());
        StringBuilder to = new StringBuilder("/sign-in");
        char mark = '?';
        if (!wanted.equals("/")) {
            to.append(mark).append(NEXT).append('=').append(UiUrl.encode(wanted));
            mark = '&';
        }
        if (ended || byScript) {
            to.append(mark).append("ended=1");
        }
        if (byScript) {
            visit.response().setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            visit.response().setHeader("HX-Redirect", to.toString());
        } else {
            Answers.redirect(visit, to.toString());
        }
    }

    /** A part of a page was asked for: who signs in again wants the page around it. */
    private static String pageOfFragment(Visit visit) {
        String page = visit.request().getHeader("HX-Current-URL");
        if (page == null) {
            return "/";
        }
        try {
            URI address = new URI(page);
            String query = address.getRawQuery();
            return UiPath.local(query == null ? address.getRawPath() : address.getRawPath() + "?" + query);
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    void answer(Visit visit) throws IOException {
        if (visit.post()) {
            submit(visit);
        } else {
            show(tie.tied(visit), HttpServletResponse.SC_OK, FormData.EMPTY, Optional.empty());
        }
    }

    private void submit(Visit visit) throws IOException {
        FormData data = FormReader.small(visit.request());
        if (data.fields().containsKey("lang")) {
            String language = data.first("lang").equals("en") ? "en" : "vi";
            Cookies.write(visit.response(), visit.secure(), Cookies.LANGUAGE, language, Cookies.YEAR);
            Answers.redirect(visit, UiUrl.of("/sign-in", visit.firstQueryValues()));
            return;
        }
        Visit known = tie.tied(visit);
        if (visit.secret().isEmpty() || !Csrf.matches(visit.secret(), data.first(Fields.CSRF))) {
            if (hasSession(visit)) {
                // pressed twice, or in a second tab: they have signed in meanwhile
                Answers.redirect(visit, UiPath.local(visit.queryValue(NEXT)));
                return;
            }
            // the page stood open too long, or cookies are off: the same form again, freshly tied
            show(known, HttpServletResponse.SC_FORBIDDEN, data, Optional.of(trouble(known, "core.sign-in-again")));
            return;
        }
        String address = visit.call().address();
        limits.beforeSignIn(address);
        Authenticator.SignIn signedIn;
        try {
            signedIn = authenticator.signIn(visit.call().origin(), data.first("userName"), data.first("password"));
        } catch (Unauthenticated e) {
            limits.signInFailed(address);
            show(known, HttpServletResponse.SC_UNAUTHORIZED, data, Optional.of(Trouble.of(texts, visit.locale(), e)));
            return;
        }
        Cookies.write(visit.response(), visit.secure(), Cookies.SESSION, signedIn.sessionKey(), Cookies.UNTIL_CLOSED);
        Cookies.write(visit.response(), visit.secure(), Cookies.VISIT, "", 0);
        String wanted = UiPath.local(visit.queryValue(NEXT));
        Answers.redirect(visit, signedIn.mustChangePassword() ? PasswordPage.before(wanted) : wanted);
    }

    private boolean hasSession(Visit visit) {
        try {
            return Cookies.read(visit.request(), Cookies.SESSION)
                    .map(key -> authenticator.session(visit.call().origin(), key))
                    .isPresent();
        } catch (Unauthenticated e) {
            return false;
        }
    }

    private void show(Visit visit, int status, FormData data, Optional<Trouble> trouble) throws IOException {
        FormData kept = new FormData(
                data.first("userName").isEmpty() ? Map.of() : Map.of("userName", List.of(data.first("userName"))),
                Map.of());
        Renderer.Content page = renderer.own(
                "sign-in", Map.of("ended", visit.queryValue("ended").equals("1") && trouble.isEmpty()), status);
        renderer.write(visit, page, kept, trouble.isPresent(), trouble);
    }

    private Trouble trouble(Visit visit, String code) {
        return new Trouble(texts.text(visit.locale(), code), "", code, List.of());
    }
}
