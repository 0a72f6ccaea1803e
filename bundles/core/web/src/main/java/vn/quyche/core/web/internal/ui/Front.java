package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.http.Call;
import vn.quyche.core.web.internal.http.Csrf;
import vn.quyche.core.web.internal.limit.TooMany;
import vn.quyche.core.web.internal.settings.WebSettings;

/** Answers every request to the pages: who asks, may they, which page, and what to show when it is refused. */
final class Front {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    static final String PASSWORD_PATH = "/password";

    private final Authenticator authenticator;
    private final Access access;
    private final UiModules modules;
    private final BundleTexts texts;
    private final Renderer renderer;
    private final WebSettings settings;
    private final SignInPage signIn;
    private final VisitorPages visitors;
    private final RefusalLog refusals;
    private final ExportLog exports;

    /** Writes down what the door itself refuses. */
    interface RefusalLog {
        void refused(Caller caller, String what, Forbidden refusal);
    }

    /** Writes down which lists left the school as files: who took them, what they had asked for, how much there was. */
    interface ExportLog {
        void exported(Caller caller, String path, Export export);
    }

    /**
     * A list as a file.
     *
     * @param filters what the list was narrowed to, as the address says it
     * @param rows how many rows went out
     * @param whole false when it broke off
     */
    record Export(Map<String, List<String>> filters, long rows, boolean whole) {}

    Front(
            Authenticator authenticator,
            Access access,
            UiModules modules,
            BundleTexts texts,
            Renderer renderer,
            WebSettings settings,
            SignInPage signIn,
            VisitorPages visitors,
            RefusalLog refusals,
            ExportLog exports) {
        this.authenticator = authenticator;
        this.access = access;
        this.modules = modules;
        this.texts = texts;
        this.renderer = renderer;
        this.settings = settings;
        this.signIn = signIn;
        this.visitors = visitors;
        this.refusals = refusals;
        this.exports = exports;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<List<String>> path = UiPath.decode(request.getRequestURI());
        if (path.isPresent() && !path.get().isEmpty() && path.get().get(0).equals("assets")) {
            Assets.serve(path.get(), request, response);
            return;
        }
        if (Visit.isFragment(request)) {
            Answers.protectPart(response);
        } else {
            Answers.protect(response);
        }
        Visit visit = visit(request, response, path.orElse(List.of()));
        if (!visit.fragment()) {
            response.setHeader(Call.CORRELATION_HEADER, visit.call().correlationId());
        }
        try {
            if (path.isEmpty()) {
                throw new NotFound("core.page-not-found");
            }
            dispatch(visit);
        } catch (FormReader.TooLarge e) {
            FormReader.drain(request);
            problem(
                    visit,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    trouble(visit, "core.too-large", megabytes(e.limit())));
        } catch (TooMany e) {
            response.setHeader("Retry-After", String.valueOf(e.waitSeconds()));
            problem(visit, TOO_MANY, trouble(visit, "core.too-many", e.waitSeconds()));
        } catch (QuycheException e) {
            problem(visit, e);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} failed [{}]",
                    request.getMethod(),
                    visit.pathText(),
                    visit.call().correlationId(),
                    e);
            problem(
                    visit,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    trouble(visit, "core.unexpected", visit.call().correlationId()));
        } finally {
            FormReader.clean(request);
        }
    }

    private static long megabytes(long bytes) {
        return Math.max(1, bytes / (1024 * 1024));
    }

    private Visit visit(HttpServletRequest request, HttpServletResponse response, List<String> path) {
        Call call = Call.of(Door.UI, path.isEmpty() ? "" : path.get(0), request, settings);
        Locale locale = Locale.forLanguageTag(
                Cookies.read(request, Cookies.LANGUAGE).filter("en"::equals).orElse("vi"));
        Call ours =
                new Call(call.door(), call.domain(), call.address(), call.userAgent(), call.correlationId(), locale);
        Map<String, List<String>> query;
        try {
            query = FormReader.query(request.getQueryString());
        } catch (Invalid malformed) {
            query = Map.of();
        }
        boolean secure = request.isSecure()
                || "https".equals(request.getHeader("X-Forwarded-Proto"))
                        && settings.trustedProxies().contains(request.getRemoteAddr());
        String visitor = Cookies.read(request, Cookies.VISIT).orElse("");
        return new Visit(request, response, ours, path, query, visitor, Optional.empty(), secure, false);
    }

    private void dispatch(Visit visit) throws IOException {
        if (visit.path().equals(List.of("sign-in"))) {
            signIn.answer(visit);
            return;
        }
        Optional<UiModules.Match> forVisitors = visitors.find(visit);
        if (forVisitors.isPresent()) {
            UiModules.Match match = forVisitors.get();
            inside(match.route().contribution(), () -> visitors.answer(visit, match));
            return;
        }
        Optional<String> key = Cookies.read(visit.request(), Cookies.SESSION);
        if (key.isEmpty()) {
            signIn.ask(visit, false);
            return;
        }
        Authenticator.SignIn session;
        try {
            session = authenticator.session(visit.call().origin(), key.get());
        } catch (Unauthenticated e) {
            Cookies.write(visit.response(), visit.secure(), Cookies.SESSION, "", 0);
            signIn.ask(visit, true);
            return;
        }
        Visit known = visit.signedIn(key.get(), session);
        try {
            dispatchSignedIn(known, session);
        } catch (Unauthenticated e) {
            signIn.ask(visit, true);
        }
    }

    private void dispatchSignedIn(Visit visit, Authenticator.SignIn session) throws IOException {
        if (visit.path().equals(List.of("sign-out"))) {
            signOut(visit, session);
        } else if (visit.path().equals(List.of("preferences"))) {
            preferences(visit);
        } else if (session.mustChangePassword() && !visit.pathText().equals(PASSWORD_PATH)) {
            Answers.redirect(
                    visit,
                    PasswordPage.before(visit.post() ? "/" : UiUrl.of(visit.pathText(), visit.firstQueryValues())));
        } else if (visit.path().size() == 3 && visit.path().get(0).equals("card")) {
            card(visit);
        } else {
            page(visit);
        }
    }

    private void signOut(Visit visit, Authenticator.SignIn session) throws IOException {
        if (visit.post()) {
            FormData data = FormReader.small(visit.request());
            requireCsrf(visit, data);
            authenticator.signOut(session.caller(), visit.secret());
            Cookies.write(visit.response(), visit.secure(), Cookies.SESSION, "", 0);
        }
        Answers.redirect(visit, "/");
    }

    /** Language and theme live in the browser: they are chosen before and without an account as well. */
    private void preferences(Visit visit) throws IOException {
        FormData data = visit.post() ? FormReader.small(visit.request()) : FormData.EMPTY;
        if (visit.post()) {
            requireCsrf(visit, data);
            if (List.of("vi", "en").contains(data.first("lang"))) {
                Cookies.write(visit.response(), visit.secure(), Cookies.LANGUAGE, data.first("lang"), Cookies.YEAR);
            }
            if (List.of("light", "dark", "auto").contains(data.first("theme"))) {
                Cookies.write(visit.response(), visit.secure(), Cookies.THEME, data.first("theme"), Cookies.YEAR);
            }
        }
        Answers.redirect(visit, UiPath.local(data.first(Fields.PAGE)));
    }

    private void card(Visit visit) throws IOException {
        Contribution module =
                modules.module(visit.path().get(1)).orElseThrow(() -> new NotFound("core.page-not-found"));
        HomeCard card = module.card(visit.path().get(2)).orElseThrow(() -> new NotFound("core.page-not-found"));
        inside(module, () -> card(visit, module, card));
    }

    private void card(Visit visit, Contribution module, HomeCard card) throws IOException {
        requirePermission(visit, card.permission());
        try {
            View view = card.handler().handle(request(visit, Map.of(), FormData.EMPTY));
            if (!(view instanceof View.Template template)) {
                throw new IllegalStateException("The card " + card.id() + " of " + module.id() + " gives no template");
            }
            renderer.write(visit, content(module, template, HttpServletResponse.SC_OK));
        } catch (QuycheException | IllegalStateException e) {
            LOG.warn(
                    "The card {} of {} cannot be shown [{}]",
                    card.id(),
                    module.id(),
                    visit.call().correlationId(),
                    e);
            renderer.write(visit, renderer.own("card-problem", Map.of(), HttpServletResponse.SC_OK));
        }
    }

    private void page(Visit visit) throws IOException {
        UiModules.Match match = modules.find(visit.path()).orElseThrow(() -> new NotFound("core.page-not-found"));
        Contribution module = match.route().contribution();
        inside(module, () -> page(visit, module, match));
    }

    /** What is done for a visit. */
    @FunctionalInterface
    private interface Answer {
        void give() throws IOException;
    }

    /** Uses a module that may be on its way out: it waits for us, or is gone already. */
    private static void inside(Contribution module, Answer answer) throws IOException {
        if (!module.occupancy().enter()) {
            throw new NotFound("core.page-not-found");
        }
        try {
            answer.give();
        } finally {
            module.occupancy().leave();
        }
    }

    private void page(Visit visit, Contribution module, UiModules.Match match) throws IOException {
        UiPage page = match.route().page();
        requirePermission(visit, page.permission());
        if (!page.connects().isEmpty() && !visit.fragment()) {
            Answers.connecting(visit.response(), page.connects());
        }
        switch (visit.request().getMethod()) {
            case "GET", "HEAD" -> {
                View view = page.show().handle(request(visit, match.places(), FormData.EMPTY));
                write(visit, module, view);
            }
            case "POST" -> submit(visit, module, page, match.places());
            default -> throw new NotFound("core.page-not-found");
        }
    }

    private void submit(Visit visit, Contribution module, UiPage page, Map<String, String> places) throws IOException {
        UiPage.UiHandler submit = page.submit().orElseThrow(() -> new NotFound("core.page-not-found"));
        FormData data = new FormReader(settings.uploadMaxBytes()).read(visit.request());
        requireCsrf(visit, data);
        WebRequest request = request(visit, places, data);
        View view;
        try {
            view = submit.handle(request);
        } catch (Invalid | Refused | Conflict e) {
            showAgain(visit, module, page, request, e);
            return;
        }
        write(visit, module, view);
    }

    /** Shows the page on which the form stood, with what was typed and what is wrong with it. */
    private void showAgain(Visit visit, Contribution module, UiPage page, WebRequest request, QuycheException error)
            throws IOException {
        int status = error instanceof Conflict ? HttpServletResponse.SC_CONFLICT : UNPROCESSABLE;
        Visit stood = whereTheFormStood(visit, request.data());
        WebRequest again = new WebRequest(
                request.caller(),
                request.places(),
                stood.query(),
                request.data(),
                true,
                request.fragment(),
                visit.secret());
        View view;
        try {
            view = page.show().handle(again);
        } catch (QuycheException e) {
            LOG.debug("The page of a refused form cannot be shown", e);
            problem(visit, error);
            return;
        }
        if (view instanceof View.Template template) {
            Trouble trouble = Trouble.of(texts, visit.locale(), error);
            renderer.write(stood, content(module, template, status), request.data(), true, Optional.of(trouble));
        } else {
            problem(visit, error);
        }
    }

    private static Visit whereTheFormStood(Visit visit, FormData data) {
        String page = UiPath.local(data.first(Fields.PAGE));
        if (data.first(Fields.PAGE).isEmpty()) {
            return visit;
        }
        int mark = page.indexOf('?');
        Optional<List<String>> path = UiPath.decode(mark < 0 ? page : page.substring(0, mark));
        Map<String, List<String>> query = mark < 0 ? Map.of() : FormReader.query(page.substring(mark + 1));
        return new Visit(
                visit.request(),
                visit.response(),
                visit.call(),
                path.orElse(visit.path()),
                query,
                visit.secret(),
                visit.caller(),
                visit.secure(),
                visit.limited());
    }

    private void write(Visit visit, Contribution module, View view) throws IOException {
        if (view instanceof View.Template template) {
            renderer.write(visit, content(module, template, HttpServletResponse.SC_OK));
        } else if (view instanceof View.Redirect redirect) {
            if (!redirect.messageKey().isEmpty()) {
                String text = texts.text(
                        visit.locale(), redirect.messageKey(), redirect.args().toArray());
                Cookies.write(visit.response(), visit.secure(), Cookies.FLASH, Flash.seal(visit.secret(), text), 120);
            }
            Answers.redirect(visit, UiPath.local(redirect.path()));
        } else if (view instanceof View.Download download) {
            Answers.download(visit, download);
        } else if (view instanceof View.Table table) {
            export(visit, inWords(visit, table));
        }
    }

    /** Every list of every bundle leaves through here, so none is taken away without a line in the audit. */
    private void export(Visit visit, View.Table table) throws IOException {
        LongAdder rows = new LongAdder();
        boolean whole = false;
        try {
            Answers.table(visit, table, rows::increment);
            whole = true;
        } finally {
            exports.exported(
                    visit.caller().orElseThrow(), visit.pathText(), new Export(visit.query(), rows.sum(), whole));
        }
    }

    /** The headings as words, where they are given as keys of texts. */
    private View.Table inWords(Visit visit, View.Table table) {
        List<String> header = table.header().stream()
                .map(key -> texts.has(key) ? texts.text(visit.locale(), key) : key)
                .toList();
        return new View.Table(table.fileName(), header, table.rows());
    }

    private static Renderer.Content content(Contribution module, View.Template template, int status) {
        return new Renderer.Content(module.id(), module.templates(), template.template(), template.model(), status);
    }

    private static WebRequest request(Visit visit, Map<String, String> places, FormData data) {
        return new WebRequest(
                visit.caller().orElseThrow(), places, visit.query(), data, false, visit.fragment(), visit.secret());
    }

    private void requirePermission(Visit visit, String permission) {
        Caller caller = visit.caller().orElseThrow();
        if (!permission.isEmpty() && !access.allowsSomewhere(caller, permission)) {
            throw refused(visit, new Forbidden("core.forbidden", permission));
        }
    }

    private void requireCsrf(Visit visit, FormData data) {
        String header = visit.request().getHeader(Csrf.HEADER);
        if (!Csrf.matches(visit.secret(), header == null ? data.first(Fields.CSRF) : header)) {
            throw refused(visit, new Forbidden("core.csrf"));
        }
    }

    private Forbidden refused(Visit visit, Forbidden refusal) {
        refusals.refused(visit.caller().orElseThrow(), visit.request().getMethod() + " " + visit.pathText(), refusal);
        return refusal;
    }

    private Trouble trouble(Visit visit, String code, Object... args) {
        String next = texts.has(code + ".next") ? texts.text(visit.locale(), code + ".next", args) : "";
        return new Trouble(texts.text(visit.locale(), code, args), next, code, List.of());
    }

    private void problem(Visit visit, QuycheException error) throws IOException {
        int status = status(error);
        if (error instanceof Unavailable) {
            LOG.warn(
                    "{} {} [{}]",
                    visit.pathText(),
                    error.getMessage(),
                    visit.call().correlationId(),
                    error);
        }
        problem(visit, status, Trouble.of(texts, visit.locale(), error));
    }

    private void problem(Visit visit, int status, Trouble trouble) throws IOException {
        visit.response().setHeader(Call.CORRELATION_HEADER, visit.call().correlationId());
        HttpServletResponse response = visit.response();
        if (response.isCommitted()) {
            // a download broke off: the client sees that from the length
            return;
        }
        response.resetBuffer();
        Visit shown = visit.caller().isPresent() ? visit : withSession(visit);
        renderer.write(shown, renderer.own("problem", Map.of("trouble", trouble, "status", status), status));
    }

    /** Problem pages stand in the menu's frame for those who are signed in. */
    private Visit withSession(Visit visit) {
        try {
            return Cookies.read(visit.request(), Cookies.SESSION)
                    .map(key -> visit.signedIn(
                            key, authenticator.session(visit.call().origin(), key)))
                    .orElse(visit);
        } catch (QuycheException e) {
            LOG.debug("The problem page is shown without a session", e);
            return visit;
        }
    }

    private static int status(QuycheException error) {
        if (error instanceof NotFound) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (error instanceof Forbidden) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        if (error instanceof Unauthenticated) {
            return HttpServletResponse.SC_UNAUTHORIZED;
        }
        if (error instanceof Conflict) {
            return HttpServletResponse.SC_CONFLICT;
        }
        if (error instanceof Unavailable) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        return error instanceof Invalid ? HttpServletResponse.SC_BAD_REQUEST : UNPROCESSABLE;
    }
}
