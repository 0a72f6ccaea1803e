package vn.quyche.core.web.internal.ui.platform;

import java.util.List;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.web.internal.link.RegulationsLink;

/** What who runs the platform looks at. */
final class PlatformPages {

    private static final String MODULES = "/platform/modules";

    private final Modules modules;
    private final Health health;
    private final DeadLetters deadLetters;
    private final RegulationsLink regulations;

    PlatformPages(Modules modules, Health health, DeadLetters deadLetters, RegulationsLink regulations) {
        this.modules = modules;
        this.health = health;
        this.deadLetters = deadLetters;
        this.regulations = regulations;
    }

    View modules(UiRequest request) {
        List<Modules.Module> all = modules.list(request.caller());
        return View.page(
                "platform/modules",
                Map.of(
                        "domains", all.stream().filter(m -> !m.core()).toList(),
                        "core", all.stream().filter(Modules.Module::core).toList()));
    }

    View module(UiRequest request) {
        Modules.Module module = modules.list(request.caller()).stream()
                .filter(m -> m.domain().equals(request.path("domain")))
                .findFirst()
                .orElseThrow(() -> new NotFound("web.module-unknown", request.path("domain")));
        List<Clause> clauses = regulations.clauses().stream()
                .filter(clause -> clause.domain().equals(module.domain()))
                .toList();
        return View.page("platform/module", Map.of("m", module, "clauses", clauses));
    }

    View install(UiRequest request) {
        modules.install(request.caller(), request.path("domain"));
        return View.redirect(MODULES, "platform.installed", request.path("domain"));
    }

    View uninstall(UiRequest request) {
        modules.uninstall(request.caller(), request.path("domain"));
        return View.redirect(MODULES, "platform.uninstalled", request.path("domain"));
    }

    View health(UiRequest request) {
        return View.page("platform/health", Map.of("report", health.report(request.caller())));
    }

    View deadLetters(UiRequest request) {
        return View.page(
                "platform/dead-letters", Map.of("page", deadLetters.list(request.caller(), request.pageRequest())));
    }

    View exportDeadLetters(UiRequest request) {
        return new View.Table(
                "thu-khong-den",
                List.of("core.time", "platform.event", "platform.listener", "platform.attempts", "platform.error"),
                Page.every(request.pageRequest(), page -> deadLetters.list(request.caller(), page))
                        .map(letter -> List.of(
                                VietnamTime.moment(letter.at()),
                                letter.event().type(),
                                letter.listener(),
                                Integer.toString(letter.attempts()),
                                letter.error())));
    }

    View replay(UiRequest request) {
        List<String> ids = request.formAll("id");
        if (ids.isEmpty()) {
            throw new Invalid("id", "core.choose-one");
        }
        ids.forEach(id -> deadLetters.replay(request.caller(), id));
        return View.redirect("/platform/dead-letters", "platform.replayed", ids.size());
    }

    View interfaces(UiRequest request) {
        List<String> domains = modules.list(request.caller()).stream()
                .filter(m -> m.state() == Modules.State.ACTIVE)
                .map(Modules.Module::domain)
                .toList();
        return View.page("platform/interfaces", Map.of("domains", domains));
    }
}
