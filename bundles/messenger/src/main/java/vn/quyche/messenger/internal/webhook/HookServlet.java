package vn.quyche.messenger.internal.webhook;

import java.io.IOException;
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

    private final transient Intake intake;

    @Activate
    public HookServlet(@Reference Intake intake) {
        this.intake = intake;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        response.setStatus(
                path.matches("/[0-9A-Z]{26}")
                        ? status(intake.take(new Intake.Arrival(
                                path.substring(1),
                                body,
                                signature(request),
                                header(request, "X-ZEvent-Timestamp"),
                                header(request, "num_retry").matches("[1-9][0-9]?"))))
                        : HttpServletResponse.SC_NOT_FOUND);
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
