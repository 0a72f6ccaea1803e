package vn.quyche.core.web.internal.http;

import java.io.IOException;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.BaseUrlHelper;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;

/** Hands requests to the CXF server at their address. There is no list of services, and no other page. */
public final class CxfFront {

    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private final Bus bus;
    private final DestinationRegistry addresses;

    public CxfFront(Buses.Served served) {
        this.bus = served.bus();
        this.addresses = served.addresses();
    }

    /** Serves a request, or throws {@link NotFound} when nothing is at its address, {@link Invalid} when it is none. */
    public void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        AbstractHTTPDestination destination = addresses.getDestinationForPath(path, true);
        if (destination == null) {
            destination = addresses.checkRestfulRequest(path);
        }
        if (destination == null || destination.getMessageObserver() == null) {
            throw new NotFound("web.not-found");
        }
        request.setAttribute(
                ADDRESS, base(request) + destination.getEndpointInfo().getAddress());
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        try {
            destination.invoke(config, config.getServletContext(), request, response);
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }

    /** The container takes brackets and the like in an address as they are; CXF, which builds a URI of it, does not. */
    private static String base(HttpServletRequest request) {
        try {
            return BaseUrlHelper.getBaseURL(request);
        } catch (IllegalArgumentException noUri) {
            throw new Invalid("path", "web.bad-path");
        }
    }
}
