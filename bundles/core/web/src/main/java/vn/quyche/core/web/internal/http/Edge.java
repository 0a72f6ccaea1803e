package vn.quyche.core.web.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.web.internal.metrics.Meters;
import vn.quyche.core.web.internal.rest.JsonMappers;
import vn.quyche.core.web.internal.settings.WebSettings;

/**
 * What every request of a machine door goes through: correlation id, headers, limit of the body, problem when it fails, a
 * line in the access log, figures.
 *
 * <p>Called by the servlets rather than being a filter: a servlet must never stand without it.
 */
@Component(service = Edge.class)
public final class Edge {

    /** The name of the correlation id in the context of the log. */
    public static final String MDC_KEY = "correlationId";

    /** The request attribute under which the {@link Call} stands. */
    public static final String CALL = Edge.class.getName() + ".call";

    private static final Logger ACCESS = LoggerFactory.getLogger("vn.quyche.access");
    /** The domains that take uploads, which may be larger. */
    private static final Set<String> UPLOADS = Set.of("document");

    private final WebSettings settings;
    private final Problems problems;
    private final Meters meters;
    private final ObjectMapper json = JsonMappers.create();

    @Activate
    public Edge(@Reference WebSettings settings, @Reference Problems problems, @Reference Meters meters) {
        this.settings = settings;
        this.problems = problems;
        this.meters = meters;
    }

    /** The inside of a door. */
    @FunctionalInterface
    public interface Inside {
        void serve(Call call, HttpServletRequest request) throws IOException, ServletException;
    }

    /**
     * Lets a request pass.
     *
     * @param domain the installed domain that it is for, or empty
     */
    public void pass(Door door, String domain, HttpServletRequest request, HttpServletResponse response, Inside inside)
            throws IOException, ServletException {
        long start = System.nanoTime();
        Call call = Call.of(door, domain, request, settings);
        MDC.put(MDC_KEY, call.correlationId());
        try {
            request.setAttribute(CALL, call);
            secure(response, call);
            inside.serve(call, new LimitedRequest(request, limit(domain)));
        } catch (IOException | ServletException | RuntimeException failed) {
            fail(failed, call, request, response);
        } finally {
            long nanos = System.nanoTime() - start;
            meters.answered(door, domain, response.getStatus(), nanos);
            // The path holds ids at most; the query may hold names, and stays out.
            ACCESS.info(
                    "{} {} {} {} ms {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    response.getStatus(),
                    nanos / 1_000_000,
                    call.correlationId());
            MDC.remove(MDC_KEY);
        }
    }

    /** Answers with the problem that an error is. */
    public void fail(Exception error, Call call, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            if (error instanceof IOException gone) {
                throw gone;
            }
            throw new ServletException(error);
        }
        Problems.Answer answer = problems.answer(error, call);
        response.resetBuffer();
        response.setStatus(answer.problem().status());
        answer.headers().forEach(response::setHeader);
        if (answer.problem().status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", challenge(request));
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsBytes(answer.problem()));
    }

    /** How to prove who one is. A browser's page is not asked for a password by the browser itself. */
    static String challenge(HttpServletRequest request) {
        boolean page = Authentication.session(request).isPresent() || request.getHeader("Sec-Fetch-Mode") != null;
        return page ? "Bearer realm=\"Quyche\"" : "Basic realm=\"Quyche\", charset=\"UTF-8\"";
    }

    private long limit(String domain) {
        return UPLOADS.contains(domain) ? settings.uploadMaxBytes() : settings.bodyMaxBytes();
    }

    private static void secure(HttpServletResponse response, Call call) {
        response.setHeader(Call.CORRELATION_HEADER, call.correlationId());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Language");
    }
}
