package vn.quyche.core.web.internal.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.http.Edge;
import vn.quyche.core.web.internal.rest.JsonMappers;
import vn.quyche.core.web.internal.rest.RestPublisher;

/** Shows people what the REST doors can do: Swagger UI at {@code /api/docs}, all of it from this bundle. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("quyche-api-docs")
@HttpWhiteboardServletPattern("/api/docs/*")
public final class DocsServlet extends HttpServlet {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "/index.html", "text/html; charset=utf-8",
            "/docs.css", "text/css; charset=utf-8",
            "/docs.js", "text/javascript; charset=utf-8",
            "/swagger-ui.css", "text/css; charset=utf-8",
            "/swagger-ui-bundle.js", "text/javascript; charset=utf-8");

    private final transient Edge edge;
    private final transient Authentication authentication;
    private final transient RestPublisher doors;
    private final transient ObjectMapper json = JsonMappers.create();

    @Activate
    public DocsServlet(@Reference Edge edge, @Reference Authentication authentication, @Reference RestPublisher doors) {
        this.edge = edge;
        this.authentication = authentication;
        this.doors = doors;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null || "/".equals(request.getPathInfo())
                ? "/index.html"
                : request.getPathInfo();
        edge.pass(Door.REST, "", request, response, (call, limited) -> {
            if ("/doors.json".equals(path)) {
                authentication.caller(call, limited);
                response.setContentType("application/json");
                response.getOutputStream().write(json.writeValueAsBytes(doors.domains()));
            } else {
                file(path, response);
            }
        });
    }

    private static void file(String path, HttpServletResponse response) throws IOException {
        String type = FILES.get(path);
        if (type == null) {
            throw new NotFound("web.not-found");
        }
        try (InputStream file = DocsServlet.class.getResourceAsStream("/docs" + path)) {
            response.setContentType(type);
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Cache-Control", "max-age=3600");
            file.transferTo(response.getOutputStream());
        }
    }
}
