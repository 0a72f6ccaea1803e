package vn.quyche.core.web.internal.rest;

import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Occupancy;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.http.Buses;
import vn.quyche.core.web.internal.http.CxfFront;
import vn.quyche.core.web.internal.http.Edge;
import vn.quyche.core.web.internal.http.OnDemand;
import vn.quyche.core.web.internal.http.Problems;

/**
 * Serves the REST doors of all domains under {@code /api/<domain>/v1}.
 *
 * <p>Each domain has a server of its own on one bus, so that one that comes or goes never touches the others.
 * A server is made for the first request to it: most schools are asked by a few doors only, and a start waits for none.
 */
@Component(
        service = {Servlet.class, RestPublisher.class},
        immediate = true)
@HttpWhiteboardServletName("quyche-rest")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletAsyncSupported
public final class RestPublisher extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(RestPublisher.class);
    private static final Pattern DOMAIN = Pattern.compile("[a-z][a-z0-9]{0,30}");
    private static final Pattern PATH = Pattern.compile("/([^/]+)/v1(/.*)?");

    private final transient Edge edge;
    private final transient Authentication authentication;
    private final transient Problems problems;
    private final transient OnDemand<Buses.Served> served;
    private final transient Map<String, Opened> doors = new ConcurrentHashMap<>();

    private record Opened(RestDoor door, OnDemand<RestServer> server, Occupancy occupancy) {}

    @Activate
    public RestPublisher(
            BundleContext context,
            @Reference Edge edge,
            @Reference Authentication authentication,
            @Reference Problems problems) {
        this.edge = edge;
        this.authentication = authentication;
        this.problems = problems;
        this.served = new OnDemand<>(() -> Buses.create(context));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addDoor(RestDoor door) {
        String domain = door.domain();
        if (!DOMAIN.matcher(domain).matches() || doors.containsKey(domain)) {
            LOG.error("REST door {} of {} is not served: its name is bad or taken", domain, door.getClass());
            return;
        }
        doors.put(domain, new Opened(door, new OnDemand<>(() -> open(door)), new Occupancy()));
        LOG.info("REST door /api/{}/v1 stands", domain);
    }

    private RestServer open(RestDoor door) {
        long start = System.nanoTime();
        RestServer server = RestServer.open(served.get().bus(), door, problems);
        LOG.info("REST door /api/{}/v1 open after {} ms", door.domain(), (System.nanoTime() - start) / 1_000_000);
        return server;
    }

    synchronized void removeDoor(RestDoor door) {
        Opened opened = doors.get(door.domain());
        if (opened != null && opened.door() == door) {
            doors.remove(door.domain());
            if (!opened.occupancy().close()) {
                LOG.warn("REST door /api/{}/v1 closes over a request that does not end", door.domain());
            }
            opened.server().made().ifPresent(RestServer::close);
            LOG.info("REST door /api/{}/v1 closed", door.domain());
        }
    }

    /** The domains that have a REST door now. */
    public SortedSet<String> domains() {
        return new TreeSet<>(doors.keySet());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Opened found = path.matches() ? doors.get(path.group(1)) : null;
        Opened opened = found != null && found.occupancy().enter() ? found : null;
        try {
            serve(opened, path, request, response);
        } finally {
            if (opened != null) {
                opened.occupancy().leave();
            }
        }
    }

    private void serve(Opened opened, Matcher path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String domain = opened == null ? "" : opened.door().domain();
        edge.pass(Door.REST, domain, request, response, (call, limited) -> {
            limited.setAttribute(CallerProvider.CALLER, authentication.caller(call, limited));
            if (opened == null) {
                throw new NotFound("web.not-found");
            }
            RestServer server = opened.server().get();
            if ("/openapi.json".equals(path.group(2)) && "GET".equals(limited.getMethod())) {
                response.setContentType("application/json");
                response.getOutputStream().write(server.description().json());
            } else {
                new CxfFront(served.get()).serve(getServletConfig(), limited, response);
            }
        });
    }

    @Deactivate
    synchronized void stop() {
        doors.values().forEach(opened -> opened.server().made().ifPresent(RestServer::close));
        doors.clear();
        served.made().ifPresent(made -> made.bus().shutdown(true));
    }
}
