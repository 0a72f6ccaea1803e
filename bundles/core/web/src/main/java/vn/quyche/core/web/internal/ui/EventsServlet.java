package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.web.internal.http.Call;
import vn.quyche.core.web.internal.link.NoticeLink;
import vn.quyche.core.web.internal.settings.WebSettings;

/**
 * Tells open pages what happens: modules that come and go, and the notices of who is signed in.
 *
 * <p>A heartbeat every 15 seconds shows both sides that the line still stands, and that the session does. All lines are
 * closed when the bundle stops; browsers come back by themselves.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=quyche-events",
            "osgi.http.whiteboard.servlet.pattern=/events",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);
    private static final long HEARTBEAT_SECONDS = 15;
    private static final int MAX_LINES_OF_ACCOUNT = 20;

    private final transient Authenticator authenticator;
    private final transient UiModules modules;
    private final transient NoticeLink notices;
    private final transient WebSettings settings;
    private final transient Set<EventLine> lines = ConcurrentHashMap.newKeySet();
    private final transient Runnable modulesChanged = () -> lines.forEach(this::tellModules);
    private final transient ScheduledExecutorService heart;

    @Activate
    public EventsServlet(
            @Reference Authenticator authenticator,
            @Reference UiModules modules,
            @Reference NoticeLink notices,
            @Reference WebSettings settings) {
        this.authenticator = authenticator;
        this.modules = modules;
        this.notices = notices;
        this.settings = settings;
        this.heart = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "quyche-events");
            thread.setDaemon(true);
            return thread;
        });
        heart.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        modules.onChange(modulesChanged);
    }

    @Deactivate
    void stop() {
        modules.offChange(modulesChanged);
        heart.shutdownNow();
        lines.forEach(EventLine::close);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.protect(response);
        Call call = Call.of(Door.UI, "events", request, settings);
        Authenticator.Origin origin = new Authenticator.Origin(
                Door.UI, call.address(), call.userAgent(), call.correlationId(), Locale.forLanguageTag("vi"));
        Optional<String> key = Cookies.read(request, Cookies.SESSION);
        Optional<Caller> caller = key.flatMap(k -> callerOf(origin, k));
        if (caller.isEmpty()) {
            // 204 tells the browser not to come back
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        String account = caller.get().accountId();
        if (lines.stream().filter(line -> line.accountId().equals(account)).count() >= MAX_LINES_OF_ACCOUNT) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        EventLine line =
                new EventLine(account, () -> callerOf(origin, key.get()).isPresent(), async, lines::remove);
        lines.add(line);
        line.open();
        tellModules(line);
        subscribe(line, caller.get(), Optional.ofNullable(request.getHeader("Last-Event-ID")));
    }

    private void tellModules(EventLine line) {
        line.send("modules", "", String.valueOf(modules.version()));
    }

    private void subscribe(EventLine line, Caller caller, Optional<String> lastEventId) {
        if (caller.personId().isEmpty()) {
            return;
        }
        try {
            notices.notices().ifPresent(n -> line.send("unread", "", String.valueOf(n.unread(caller))));
            notices.feed()
                    .ifPresent(feed ->
                            line.closeWith(feed.subscribe(caller.personId().get(), lastEventId, (notice, unread) -> {
                                line.send("notice", notice.id(), EventLine.json(notice.title(), notice.link()));
                                line.send("unread", "", String.valueOf(unread));
                            })));
        } catch (QuycheException e) {
            LOG.warn("Notices are not shown live [{}]", caller.correlationId(), e);
        }
    }

    private Optional<Caller> callerOf(Authenticator.Origin origin, String key) {
        try {
            return Optional.of(authenticator.session(origin, key))
                    .filter(s -> !s.mustChangePassword())
                    .map(s -> s.caller());
        } catch (QuycheException ended) {
            LOG.debug("The session of an event line ended", ended);
            return Optional.empty();
        }
    }

    private void beat() {
        lines.forEach(line -> {
            try {
                line.beat();
            } catch (RuntimeException e) {
                LOG.debug("An event line broke", e);
                line.close();
            }
        });
    }
}
