package vn.quyche.messenger.internal.webhook;

import java.io.IOException;
import java.time.Clock;
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
import vn.quyche.messenger.internal.service.Intake;

/** Where platforms send events: {@code /hook/messenger/<connection>}. Whoever cannot sign gets nothing but a refusal. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("quyche-messenger-hook")
@HttpWhiteboardServletPattern("/hook/messenger/*")
public final class HookServlet extends HttpServlet {

    /** What platforms send is far shorter; sealed it has to fit into its column. */
    static final int LONGEST = 20_000;

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_HEADER = 200;

    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Intake intake;
    private final transient Refusals refusals;

    @Activate
    public HookServlet(@Reference Intake intake, @Reference Clock clock) {
        this.intake = intake;
        this.refusals = new Refusals(clock);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        String address = request.getRemoteAddr();
        if (!refusals.admits(address)) {
            response.setHeader("Retry-After", "60");
            response.setStatus(TOO_MANY_REQUESTS);
            return;
        }
        int status = take(request);
        if (status != HttpServletResponse.SC_OK) {
            refusals.count(address);
        }
        response.setStatus(status);
    }

    private int take(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        return path.matches("/[0-9A-Z]{26}")
                ? status(intake.take(new Intake.Arrival(
                        path.substring(1),
                        body,
                        signature(request),
                        header(request, "X-ZEvent-Timestamp"),
                        header(request, "num_retry").matches("[1-9][0-9]?"))))
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private static int status(Intake.Answer answer) {
        return switch (answer) {
            case TAKEN -> HttpServletResponse.SC_OK;
            case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
            case FORGED, STALE -> HttpServletResponse.SC_FORBIDDEN;
            case UNREADABLE -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    /** Each platform has a header of its own. */
    private static String signature(HttpServletRequest request) {
        for (String name : new String[] {"X-ZEvent-Signature", "X-Bot-Api-Secret-Token", "X-Viber-Content-Signature"}) {
            String value = header(request, name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null || value.length() > LONGEST_HEADER ? "" : value;
    }
}
