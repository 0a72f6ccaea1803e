package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.limit.RateLimits;
import vn.quyche.core.web.internal.settings.WebSettings;

/**
 * The one servlet of all pages. The other doors have patterns that say more than {@code /*}, so the container prefers them.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=quyche-ui",
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.multipart.enabled:Boolean=true",
            "osgi.http.whiteboard.servlet.multipart.fileSizeThreshold:Integer=65536"
        })
public final class UiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Front front;

    @Activate
    public UiServlet(
            @Reference Authenticator authenticator,
            @Reference Access access,
            @Reference UiModules modules,
            @Reference BundleTexts texts,
            @Reference Surroundings surroundings,
            @Reference WebSettings settings,
            @Reference RateLimits limits,
            @Reference Authentication authentication,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        Templates shell = new Templates(UiModules::shellResource, UiModules::shellResource);
        Renderer renderer = new Renderer(modules, texts, access, surroundings, clock, shell);
        this.front = new Front(
                authenticator,
                access,
                modules,
                texts,
                renderer,
                settings,
                new SignInPage(authenticator, texts, renderer, limits),
                new VisitorPages(modules, texts, renderer, limits, settings),
                authentication::refused,
                (caller, path, export) -> audit.done(
                        caller,
                        new AuditLog.Entry(
                                "platform.export-list",
                                "web.path",
                                path,
                                null,
                                Map.of(
                                        "filters", export.filters(),
                                        "rows", export.rows(),
                                        "whole", export.whole()),
                                "")));
    }

    UiServlet(Front front) {
        this.front = front;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        front.answer(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        front.answer(request, response);
    }
}
