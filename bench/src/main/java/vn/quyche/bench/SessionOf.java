package vn.quyche.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;

/** The session of somebody who has signed in through the page. */
final class SessionOf {

    private static final String COOKIE = "QUYCHE_SESSION";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String cookie;
    private final String csrf;

    SessionOf(AssemblyProcess school, String userName) {
        SchoolClient browser = SchoolClient.anonymous(school).signIn(userName, SchoolClient.PASSWORD);
        cookie = COOKIE + "=" + browser.cookie(COOKIE);
        Matcher form = CSRF.matcher(browser.get("/").expect(200).text());
        if (!form.find()) {
            throw new IllegalStateException("no form on the first page of " + userName);
        }
        csrf = form.group(1);
    }

    /** The header {@code Cookie}. */
    String cookie() {
        return cookie;
    }

    /** The token that forms and scripts send along. */
    String csrf() {
        return csrf;
    }
}
