package vn.quyche.core.web.internal.http;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.web.internal.limit.RateLimits;
import vn.quyche.core.web.internal.metrics.Meters;
import vn.quyche.core.web.internal.settings.WebSettings;

/** What the doors need around them in a test: settings, accounts, texts, and a server on a free loopback port. */
public final class TestDoors {

    /** The name and password that are right. */
    public static final String NAME = "lan";

    public static final String PASSWORD = "Mật khẩu đúng 1";
    /** The API token that is right. */
    public static final String TOKEN = "qy_right";
    /** The browser session that runs. */
    public static final String SESSION = "session-key";
    /** The browser session of one who must change the password first. */
    public static final String NEW_SESSION = "new-session-key";

    public final WebSettings settings;
    public final FakeAudit audit = new FakeAudit();
    public final Meters meters = new Meters();
    public final Problems problems = new Problems(new FakeMessages());
    public final RateLimits limits;
    public final Authentication authentication;
    public final Edge edge;
    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final ServletContextHandler context = new ServletContextHandler(server, "/");

    public TestDoors(Map<String, Object> configured) {
        settings = new WebSettings(config(configured));
        limits = new RateLimits(settings);
        authentication = new Authentication(new FakeAuthenticator(), limits, audit);
        edge = new Edge(settings, problems, meters);
    }

    /** Serves a servlet; then the server starts. */
    public URI serve(String pattern, Servlet servlet) throws Exception {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, pattern);
        server.start();
        return server.getURI();
    }

    public void close() throws Exception {
        server.stop();
    }

    /** A configuration: the defaults of the annotation, but for what is given by its method name. */
    public static WebSettings.Config config(Map<String, Object> configured) {
        return (WebSettings.Config) Proxy.newProxyInstance(
                TestDoors.class.getClassLoader(),
                new Class<?>[] {WebSettings.Config.class},
                (proxy, method, args) -> configured.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    /** Keeps what was refused. */
    public static final class FakeAudit implements AuditLog {

        public final List<String> refused = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void done(Caller caller, Entry entry) {
            throw new AssertionError("a door does nothing by itself");
        }

        @Override
        public void refused(Caller caller, Entry entry, String code, String clause) {
            refused.add(caller.accountId() + " " + entry.subjectId() + " " + code);
        }
    }

    /** Says the key and its places. */
    public static final class FakeMessages implements Messages {

        @Override
        public String text(Locale locale, String key, Object... args) {
            return key.endsWith(".next") ? key : locale.getLanguage() + " " + key + " " + List.of(args);
        }

        @Override
        public String text(Locale locale, QuycheException error) {
            return text(locale, error.code(), error.args().toArray())
                    + error.clause().map(clause -> " (" + clause + ")").orElse("");
        }

        @Override
        public String next(Locale locale, QuycheException error) {
            return error.code() + ".next";
        }
    }

    private static final class FakeAuthenticator implements Authenticator {

        @Override
        public Caller password(Origin origin, String userName, String password) {
            if (NAME.equals(userName) && PASSWORD.equals(password)) {
                return caller(origin, Optional.empty());
            }
            throw new Unauthenticated("security.bad-credentials");
        }

        @Override
        public SignIn signIn(Origin origin, String userName, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignIn session(Origin origin, String sessionKey) {
            if (SESSION.equals(sessionKey) || NEW_SESSION.equals(sessionKey)) {
                return new SignIn(caller(origin, Optional.empty()), sessionKey, NEW_SESSION.equals(sessionKey));
            }
            throw new Unauthenticated("security.session-ended");
        }

        @Override
        public Caller token(Origin origin, String token) {
            if (TOKEN.equals(token)) {
                return caller(origin, Optional.of("token-1"));
            }
            throw new Unauthenticated("security.bad-token");
        }

        @Override
        public void signOut(Caller caller, String sessionKey) {
            throw new UnsupportedOperationException();
        }

        private static Caller caller(Origin origin, Optional<String> credential) {
            return new Caller(
                    "account-lan",
                    Optional.of("person-lan"),
                    "Lan",
                    origin.door(),
                    origin.address(),
                    origin.correlationId(),
                    origin.locale(),
                    credential);
        }
    }
}
