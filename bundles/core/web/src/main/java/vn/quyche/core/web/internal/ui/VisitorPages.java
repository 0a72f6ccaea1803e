package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.limit.RateLimits;

/**
 * Answers the pages that anyone may read without signing in. Each address gets a few a minute, and search engines are told to
 * keep them out.
 */
final class VisitorPages {

    private final UiModules modules;
    private final Renderer renderer;
    private final RateLimits limits;

    VisitorPages(UiModules modules, Renderer renderer, RateLimits limits) {
        this.modules = modules;
        this.renderer = renderer;
        this.limits = limits;
    }

    /** The page at the path of a visit, when it is one for everybody. */
    Optional<UiModules.Match> find(Visit visit) {
        return modules.findForVisitors(visit.path());
    }

    /** Shows a page, as to somebody who is not known, whoever asks. */
    void answer(Visit visit, UiModules.Match match) throws IOException {
        HttpServletResponse response = visit.response();
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        limits.visitor(visit.call().address());
        String method = visit.request().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new NotFound("core.page-not-found");
        }
        Caller visitor =
                Caller.visitor(Door.UI, visit.call().address(), visit.call().correlationId(), visit.locale());
        WebRequest request = new WebRequest(
                visitor, match.places(), visit.query(), FormData.EMPTY, false, visit.fragment(), visit.secret());
        Contribution module = match.route().contribution();
        View view = match.route().page().show().handle(request);
        if (!(view instanceof View.Template template)) {
            throw new IllegalStateException("A page for visitors of " + module.id() + " gives no template");
        }
        renderer.write(
                visit,
                new Renderer.Content(
                        module.id(),
                        module.templates(),
                        template.template(),
                        template.model(),
                        HttpServletResponse.SC_OK));
    }
}
