package vn.quyche.core.web.internal.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.web.internal.link.AccountsLink;
import vn.quyche.core.web.internal.rest.JsonMappers;

/**
 * Tells watchers whether the platform lives and is ready.
 *
 * <p>{@code /health/live} answers as soon as HTTP does. {@code /health/ready} says yes or no to anyone, and why to a caller
 * with permission {@code platform:operate}. It works without accounts and database, since it must tell that they are missing.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("quyche-health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {

    private final transient DefaultHealth health;
    private final transient AccountsLink accounts;
    private final transient ObjectMapper json = JsonMappers.create();

    @Activate
    public HealthServlet(@Reference DefaultHealth health, @Reference AccountsLink accounts) {
        this.health = health;
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (path) {
            case "/live" -> write(response, HttpServletResponse.SC_OK, Map.of("status", "LIVE"));
            case "/ready" -> ready(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void ready(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Health.Report report = health.report();
        Optional<Caller> operator = accounts.holder(request, AccountsLink.OPERATE);
        int status = report.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        String word = report.ready() ? "READY" : "NOT_READY";
        write(
                response,
                status,
                operator.isPresent() ? Map.of("status", word, "checks", report.checks()) : Map.of("status", word));
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
