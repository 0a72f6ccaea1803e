package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.servlet.MultipartConfigElement;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.web.internal.limit.RateLimits;
import vn.quyche.core.web.internal.link.DirectoryLink;
import vn.quyche.core.web.internal.link.NoticeLink;
import vn.quyche.core.web.internal.settings.WebSettings;

/** The shell on a Jetty of its own, with invented neighbours: for tests and for the preview. */
final class UiFixture implements AutoCloseable {

    final UiModules modules = new UiModules();
    final BundleTexts texts = new BundleTexts(id -> clause(id));
    final FakeAuthenticator authenticator = new FakeAuthenticator();
    final Neighbours surroundings = new Neighbours();
    final List<String> refusals = new ArrayList<>();
    final List<String> exports = new ArrayList<>();
    final NoticeLink notices = new NoticeLink();
    final DirectoryLink directory = new DirectoryLink();
    final Clock clock;
    private final Access access;
    private final Server server = new Server();
    private final EventsServlet events;

    UiFixture(Clock clock, Access access, int port) {
        this.clock = clock;
        this.access = access;
        WebSettings settings = settings();
        texts.add(0, properties("/i18n/messages.properties"), properties("/i18n/messages_en.properties"));
        Templates shell = new Templates(UiModules::shellResource, UiModules::shellResource);
        Renderer renderer = new Renderer(modules, texts, access, surroundings, clock, shell);
        RateLimits limits = new RateLimits(settings);
        Front front = new Front(
                authenticator,
                access,
                modules,
                texts,
                renderer,
                settings,
                new SignInPage(authenticator, texts, renderer, limits),
                new VisitorPages(modules, texts, renderer, limits, settings),
                (caller, what, refusal) -> refusals.add(what + " " + refusal.code()),
                (caller, path, export) -> exports.add(caller.accountId() + " " + path + " " + export));
        events = new EventsServlet(authenticator, modules, notices, settings);
        add(new ShellUi(modules, access, accounts(), notices, directory, clock), UiModules::shellResource);
        start(front, port);
    }

    private void start(Front front, int port) {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(new UiServlet(front));
        holder.getRegistration()
                .setMultipartConfig(new MultipartConfigElement(System.getProperty("java.io.tmpdir"), -1, -1, 1024));
        context.addServlet(holder, "/*");
        ServletHolder live = new ServletHolder(events);
        live.setAsyncSupported(true);
        context.addServlet(live, "/events");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Contribution add(UiModule module, Function<String, URL> resources) {
        Contribution contribution = new Contribution(module, new Templates(resources, UiModules::shellResource));
        modules.add(contribution);
        return contribution;
    }

    void texts(long id, String base) {
        texts.add(
                id, properties(base + "/i18n/messages.properties"), properties(base + "/i18n/messages_en.properties"));
    }

    String base() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        events.stop();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static java.util.Properties properties(String path) {
        try {
            return BundleTexts.read(UiFixture.class.getResource(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Clause> clause(String id) {
        return id.equals("BC.6.8")
                ? Optional.of(new Clause(
                        id, "group", Clause.Kind.LIMIT, "Tối đa 10 hình cho một nội dung", "", "Điều 6 khoản 8"))
                : Optional.empty();
    }

    /** The settings as they are without configuration. */
    static WebSettings settings() {
        WebSettings.Config config = (WebSettings.Config) Proxy.newProxyInstance(
                WebSettings.Config.class.getClassLoader(),
                new Class<?>[] {WebSettings.Config.class},
                (proxy, method, args) -> method.getDefaultValue());
        return new WebSettings(config);
    }

    private Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, args) -> {
                    if (method.getName().equals("mine")) {
                        Caller caller = (Caller) args[0];
                        return new Accounts.Account(
                                caller.accountId(),
                                caller.accountId(),
                                caller.name(),
                                caller.personId(),
                                Accounts.State.ACTIVE,
                                authenticator.mustChange.contains(caller.accountId()),
                                Optional.empty(),
                                Optional.of(clock.instant()),
                                Instant.EPOCH,
                                Set.of("STAFF"),
                                1);
                    }
                    if (method.getName().equals("changePassword")) {
                        authenticator.mustChange.remove(((Caller) args[0]).accountId());
                    }
                    return null;
                });
    }

    /** Knows everybody whose password is {@code dung}. */
    static final class FakeAuthenticator implements Authenticator {

        final Map<String, Caller> sessions = new HashMap<>();
        final Set<String> mustChange = new java.util.HashSet<>();
        final Map<String, String> names = new HashMap<>();

        @Override
        public Caller password(Origin origin, String userName, String password) {
            if (!password.equals("dung")) {
                throw new Unauthenticated("security.bad-credentials");
            }
            return new Caller(
                    userName,
                    Optional.of("p-" + userName),
                    names.getOrDefault(userName, userName),
                    Door.UI,
                    origin.address(),
                    origin.correlationId(),
                    origin.locale(),
                    Optional.empty());
        }

        @Override
        public synchronized SignIn signIn(Origin origin, String userName, String password) {
            Caller caller = password(origin, userName, password);
            String key = "session-" + userName + "-" + sessions.size();
            sessions.put(key, caller);
            return new SignIn(caller, key, mustChange.contains(userName));
        }

        @Override
        public synchronized SignIn session(Origin origin, String sessionKey) {
            Caller caller = sessions.get(sessionKey);
            if (caller == null) {
                throw new Unauthenticated("security.session-ended");
            }
            Caller now = new Caller(
                    caller.accountId(),
                    caller.personId(),
                    caller.name(),
                    Door.UI,
                    origin.address(),
                    origin.correlationId(),
                    origin.locale(),
                    Optional.empty());
            return new SignIn(now, sessionKey, mustChange.contains(caller.accountId()));
        }

        @Override
        public Caller token(Origin origin, String token) {
            throw new Unauthenticated("security.bad-token");
        }

        @Override
        public synchronized void signOut(Caller caller, String sessionKey) {
            sessions.remove(sessionKey);
        }
    }

    /** A school with a few people. */
    static final class Neighbours implements Surroundings {

        final Map<String, String> people = new HashMap<>();
        String school = "Trường Tiểu học Hòa An";
        Optional<Integer> unread = Optional.of(3);

        @Override
        public Map<String, String> names(Collection<String> personIds) {
            Map<String, String> found = new HashMap<>();
            personIds.forEach(id -> {
                if (people.containsKey(id)) {
                    found.put(id, people.get(id));
                }
            });
            return found;
        }

        @Override
        public Optional<Clause> clause(String id) {
            return UiFixture.clause(id);
        }

        @Override
        public String schoolName() {
            return school;
        }

        @Override
        public Optional<Integer> unreadNotices(Caller caller) {
            return unread;
        }
    }

    static Locale vietnamese() {
        return Locale.forLanguageTag("vi");
    }
}
