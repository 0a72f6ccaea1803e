package vn.quyche.core.web.internal.soap;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.NotAllowedException;
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
import vn.quyche.core.api.web.SoapDoor;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.http.Buses;
import vn.quyche.core.web.internal.http.CxfFront;
import vn.quyche.core.web.internal.http.Edge;
import vn.quyche.core.web.internal.http.OnDemand;
import vn.quyche.core.web.internal.http.Problems;
import vn.quyche.core.web.internal.limit.RateLimits;

/**
 * Serves the SOAP doors of all domains at {@code /soap/<domain>/v1}, their contracts at {@code ?wsdl}.
 *
 * <p>The bus and the server of a door are made for the first request to it: where nobody asks by SOAP, nothing of SOAP is
 * loaded, and a start waits for none of it.
 */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardServletName("quyche-soap")
@HttpWhiteboardServletPattern("/soap/*")
@HttpWhiteboardServletAsyncSupported
public final class SoapPublisher extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(SoapPublisher.class);
    private static final Pattern DOMAIN = Pattern.compile("[a-z][a-z0-9]{0,30}");
    private static final Pattern PATH = Pattern.compile("/([^/]+)/v1");
    private static final Pattern CONTRACT = Pattern.compile("(?i)(wsdl|xsd)(=.*)?");

    private final transient Edge edge;
    private final transient Authentication authentication;
    private final transient Problems problems;
    private final transient RateLimits limits;
    private final transient Map<String, Opened> doors = new ConcurrentHashMap<>();
    private final transient OnDemand<Buses.Served> served;

    private record Opened(SoapDoor door, OnDemand<SoapServer> server, Occupancy occupancy) {}

    @Activate
    public SoapPublisher(
            BundleContext context,
            @Reference Edge edge,
            @Reference Authentication authentication,
            @Reference Problems problems,
            @Reference RateLimits limits) {
        this.served = new OnDemand<>(() -> Buses.create(context));
        this.edge = edge;
        this.authentication = authentication;
        this.problems = problems;
        this.limits = limits;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addDoor(SoapDoor door) {
        String domain = door.domain();
        if (!DOMAIN.matcher(domain).matches() || doors.containsKey(domain)) {
            LOG.error("SOAP door {} of {} is not served: its name is bad or taken", domain, door.getClass());
            return;
        }
        doors.put(domain, new Opened(door, new OnDemand<>(() -> open(door)), new Occupancy()));
        LOG.info("SOAP door /soap/{}/v1 stands", domain);
    }

    private SoapServer open(SoapDoor door) {
        long start = System.nanoTime();
        SoapServer server = SoapServer.open(served.get().bus(), door, authentication, problems);
        LOG.info("SOAP door /soap/{}/v1 open after {} ms", door.domain(), (System.nanoTime() - start) / 1_000_000);
        return server;
    }

    synchronized void removeDoor(SoapDoor door) {
        Opened opened = doors.get(door.domain());
        if (opened != null && opened.door() == door) {
            doors.remove(door.domain());
            if (!opened.occupancy().close()) {
                LOG.warn("SOAP door /soap/{}/v1 closes over a request that does not end", door.domain());
            }
            opened.server().made().ifPresent(SoapServer::close);
            LOG.info("SOAP door /soap/{}/v1 closed", door.domain());
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Opened found = path.matches() ? doors.get(path.group(1)) : null;
        Opened opened = found != null && found.occupancy().enter() ? found : null;
        try {
            serve(opened, request, response);
        } finally {
            if (opened != null) {
                opened.occupancy().leave();
            }
        }
    }

    private void serve(Opened opened, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String domain = opened == null ? "" : opened.door().domain();
        edge.pass(Door.SOAP, domain, request, response, (call, limited) -> {
            if (opened == null) {
                limits.anonymous(call.address());
                throw new NotFound("web.not-found");
            }
            String query = limited.getQueryString() == null ? "" : limited.getQueryString();
            if ("GET".equals(limited.getMethod()) && CONTRACT.matcher(query).matches()) {
                limits.anonymous(call.address());
            } else if (!"POST".equals(limited.getMethod())) {
                throw new NotAllowedException("POST");
            }
            opened.server().get();
            new CxfFront(served.get()).serve(getServletConfig(), limited, response);
        });
    }

    @Deactivate
    synchronized void stop() {
        doors.values().forEach(opened -> opened.server().made().ifPresent(SoapServer::close));
        doors.clear();
        served.made().ifPresent(made -> made.bus().shutdown(true));
    }
}
