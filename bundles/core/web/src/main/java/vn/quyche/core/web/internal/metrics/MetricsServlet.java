package vn.quyche.core.web.internal.metrics;

import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import vn.quyche.core.web.internal.http.WebPermissions;
import vn.quyche.core.web.internal.link.AccountsLink;

/**
 * Shows the figures to Prometheus: on this machine, or to an account with permission {@code platform:metrics}.
 *
 * <p>A request that a proxy passed on does not come from this machine, wherever the proxy runs.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("quyche-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {

    private final transient Meters meters;
    private final transient AccountsLink accounts;

    @Activate
    public MetricsServlet(@Reference Meters meters, @Reference AccountsLink accounts) {
        this.meters = meters;
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isLocal(request)
                && accounts.holder(request, WebPermissions.METRICS).isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType(TextFormat.CONTENT_TYPE_004);
        response.setHeader("Cache-Control", "no-store");
        try (Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            meters.write(writer);
        }
    }

    private static boolean isLocal(HttpServletRequest request) throws IOException {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
