package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.http.Csrf;
import vn.quyche.core.web.internal.limit.RateLimits;
import vn.quyche.core.web.internal.settings.WebSettings;

/**
 * Answers the pages that anyone may read without signing in, and the forms on them. Each address gets a few a minute, and
 * search engines are told to keep them out.
 */
final class VisitorPages {

    private static final int UNPROCESSABLE = 422;

    private final UiModules modules;
    private final BundleTexts texts;
    private final Renderer renderer;
    private final RateLimits limits;
    private final WebSettings settings;
    private final VisitorTie tie = new VisitorTie();

    VisitorPages(UiModules modules, BundleTexts texts, Renderer renderer, RateLimits limits, WebSettings settings) {
        this.modules = modules;
        this.texts = texts;
        this.renderer = renderer;
        this.limits = limits;
        this.settings = settings;
    }

    /** The page at the path of a visit, when it is one for everybody. */
    Optional<UiModules.Match> find(Visit visit) {
        return modules.findForVisitors(visit.path());
    }

    /** Shows a page, as to somebody who is not known, whoever asks. */
    void answer(Visit visit, UiModules.Match match) throws IOException {
        visit.response().setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        limits.visitor(visit.call().address());
        UiPage page = match.route().page();
        switch (visit.request().getMethod()) {
            case "GET", "HEAD" -> {
                Visit shown = page.submit().isPresent() ? tie.tied(visit) : visit;
                WebRequest request = request(shown, match, FormData.EMPTY, false);
                write(shown, match, page.show().handle(request));
            }
            case "POST" -> submit(visit, match, page);
            default -> throw new NotFound("core.page-not-found");
        }
    }

    private void submit(Visit visit, UiModules.Match match, UiPage page) throws IOException {
        UiPage.UiHandler submit = page.submit().orElseThrow(() -> new NotFound("core.page-not-found"));
        FormData data = new FormReader(settings.visitorUploadMaxBytes()).read(visit.request());
        String header = visit.request().getHeader(Csrf.HEADER);
        String token = header == null ? data.first(Fields.CSRF) : header;
        if (visit.secret().isEmpty() || !Csrf.matches(visit.secret(), token)) {
            throw new Forbidden("core.csrf");
        }
        View view;
        try {
            view = submit.handle(request(visit, match, data, false));
        } catch (Invalid | Refused | Conflict e) {
            showAgain(visit, match, data, e);
            return;
        }
        write(visit, match, view);
    }

    /** The page on which the form stands, with what was typed and what is wrong with it. */
    private void showAgain(Visit visit, UiModules.Match match, FormData data, QuycheException error)
            throws IOException {
        View view = match.route().page().show().handle(request(visit, match, data, true));
        Trouble trouble = Trouble.of(texts, visit.locale(), error);
        int status = error instanceof Conflict ? HttpServletResponse.SC_CONFLICT : UNPROCESSABLE;
        renderer.write(visit, content(match, template(match, view), status), data, true, Optional.of(trouble));
    }

    private static WebRequest request(Visit visit, UiModules.Match match, FormData data, boolean refilled) {
        Caller visitor =
                Caller.visitor(Door.UI, visit.call().address(), visit.call().correlationId(), visit.locale());
        return new WebRequest(visitor, match.places(), visit.query(), data, refilled, visit.fragment(), visit.secret());
    }

    private void write(Visit visit, UiModules.Match match, View view) throws IOException {
        if (view instanceof View.Download download) {
            Answers.download(visit, download);
        } else {
            renderer.write(visit, content(match, template(match, view), HttpServletResponse.SC_OK));
        }
    }

    private static View.Template template(UiModules.Match match, View view) {
        if (view instanceof View.Template template) {
            return template;
        }
        throw new IllegalStateException(
                "A page for visitors of " + match.route().contribution().id() + " gives no template");
    }

    private static Renderer.Content content(UiModules.Match match, View.Template template, int status) {
        Contribution module = match.route().contribution();
        return new Renderer.Content(module.id(), module.templates(), template.template(), template.model(), status);
    }
}
