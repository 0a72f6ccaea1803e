package vn.quyche.core.notice.internal.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import vn.quyche.core.notice.internal.service.NoticeSettings;

/** Serves calendar feeds at {@code /calendar/<key>.ics}; a wrong key and a missing one look alike. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("quyche-notice-calendar")
@HttpWhiteboardServletPattern("/calendar/*")
public final class CalendarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ENDING = ".ics";

    private final transient CalendarFeed feed;
    private final transient NoticeSettings settings;

    @Activate
    public CalendarServlet(@Reference CalendarFeed feed, @Reference NoticeSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "private, no-cache");
        Optional<String> calendar = path.startsWith("/") && path.endsWith(ENDING)
                ? feed.open(path.substring(1, path.length() - ENDING.length()), base(request))
                : Optional.empty();
        if (calendar.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = calendar.get().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar; charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"quyche.ics\"");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String base(HttpServletRequest request) {
        String configured = settings.baseUrl();
        if (!configured.isEmpty()) {
            return configured;
        }
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
