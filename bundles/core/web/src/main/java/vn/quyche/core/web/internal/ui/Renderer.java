package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.web.internal.http.Csrf;

/** Puts pages into their frame and writes them. */
final class Renderer {

    private static final String FULL = "shell:frame";
    private static final String FRAGMENT = "shell:fragment";
    private static final String BARE = "shell:bare";

    private final UiModules modules;
    private final BundleTexts texts;
    private final Access access;
    private final Surroundings surroundings;
    private final Clock clock;
    private final Templates shell;

    Renderer(
            UiModules modules,
            BundleTexts texts,
            Access access,
            Surroundings surroundings,
            Clock clock,
            Templates shell) {
        this.modules = modules;
        this.texts = texts;
        this.access = access;
        this.surroundings = surroundings;
        this.clock = clock;
        this.shell = shell;
    }

    /**
     * What the frame shows around a page.
     *
     * @param school the name of the school
     * @param userName the name of who is signed in, empty before
     * @param theme light, dark or auto
     * @param nav the menu
     * @param unread unread notices; null when there are no notices at all
     * @param flash a message to show once, empty for none
     * @param trouble what was refused, null for nothing
     * @param page the address of the page shown
     * @param modules which modules there are, see {@link UiModules#version}
     */
    record Frame(
            String school,
            String userName,
            String theme,
            NavMenu nav,
            Integer unread,
            String flash,
            Trouble trouble,
            String page,
            long modules) {}

    /**
     * A page to write.
     *
     * @param module the module that it belongs to
     * @param templates its templates
     * @param template its name
     * @param model what it shows
     * @param status the HTTP status
     */
    record Content(String module, Templates templates, String template, Map<String, Object> model, int status) {}

    /** A page of the shell itself. */
    Content own(String template, Map<String, Object> model, int status) {
        return new Content("core", shell, template, model, status);
    }

    void write(Visit visit, Content content) throws IOException {
        write(visit, content, FormData.EMPTY, false, Optional.empty());
    }

    /**
     * Writes a page.
     *
     * @param data what was typed, when a form is shown again
     * @param refilled whether a form is shown again
     * @param trouble what was refused
     */
    void write(Visit visit, Content content, FormData data, boolean refilled, Optional<Trouble> trouble)
            throws IOException {
        String path = visit.pathText();
        Rendering rendering = new Rendering(
                texts,
                surroundings,
                clock,
                visit.locale(),
                visit.caller(),
                path,
                visit.firstQueryValues(),
                visit.secret().isEmpty() ? "" : Csrf.masked(visit.secret()),
                permission -> visit.caller()
                        .map(caller -> access.allowsSomewhere(caller, permission))
                        .orElse(false),
                refilled,
                data.fields(),
                trouble.map(Trouble::byField).orElse(Map.of()));
        Map<String, Object> context = new HashMap<>(content.model());
        context.put("me", visit.caller().orElse(null));
        context.put("lang", visit.locale().getLanguage());
        context.put("path", path);
        context.put("query", rendering.query());
        context.put("module", content.module());
        context.put("frame", parent(visit));
        context.put("shell", frame(visit, rendering, trouble));
        String html = rendering.during(() -> content.templates().render(content.template(), context, visit.locale()));
        Answers.html(visit, content.status(), html);
    }

    private static String parent(Visit visit) {
        if (visit.fragment()) {
            return FRAGMENT;
        }
        return visit.caller().isPresent() && !visit.limited() ? FULL : BARE;
    }

    private Frame frame(Visit visit, Rendering rendering, Optional<Trouble> trouble) {
        String theme = Cookies.read(visit.request(), Cookies.THEME)
                .filter(List.of("light", "dark")::contains)
                .orElse("auto");
        NavMenu nav = visit.caller().isEmpty()
                ? new NavMenu(List.of(), List.of())
                : NavMenu.of(modules.nav(), rendering.allowed(), rendering.path());
        return new Frame(
                surroundings.schoolName(),
                visit.caller().map(caller -> caller.name()).orElse(""),
                theme,
                nav,
                visit.fragment()
                        ? null
                        : visit.caller().flatMap(surroundings::unreadNotices).orElse(null),
                visit.fragment() ? "" : takeFlash(visit),
                trouble.orElse(null),
                UiUrl.of(rendering.path(), rendering.query()),
                modules.version());
    }

    private static String takeFlash(Visit visit) {
        Optional<String> sealed = Cookies.read(visit.request(), Cookies.FLASH);
        if (sealed.isEmpty()) {
            return "";
        }
        Cookies.write(visit.response(), visit.secure(), Cookies.FLASH, "", 0);
        return Flash.open(visit.secret(), sealed.get()).orElse("");
    }
}
