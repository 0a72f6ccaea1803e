package vn.quyche.core.web.internal.ui.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.ui.Lasting;

/** The work that recurs in the background, and a button to have it done now. */
final class JobPages {

    private final Jobs jobs;
    private final Messages messages;

    JobPages(Jobs jobs, Messages messages) {
        this.jobs = jobs;
        this.messages = messages;
    }

    View list(UiRequest request) {
        return View.page(
                "platform/jobs", Map.of("page", jobs.list(request.caller(), state(request), request.pageRequest())));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "viec-nen",
                List.of(
                        "platform.job",
                        "platform.job.code",
                        "core.state",
                        "platform.job.every",
                        "platform.job.ended",
                        "platform.job.next",
                        "platform.error"),
                Page.every(request.pageRequest(), page -> jobs.list(request.caller(), state(request), page))
                        .map(job -> List.of(
                                messages.text(locale, "job." + job.name()),
                                job.name(),
                                messages.text(locale, "platform.job-state." + job.state()),
                                Lasting.words(job.every(), (key, number) -> messages.text(locale, key, number)),
                                job.ended().map(VietnamTime::moment).orElse(""),
                                job.next().map(VietnamTime::moment).orElse(""),
                                job.error())));
    }

    View run(UiRequest request) {
        jobs.run(request.caller(), request.path("name"));
        return View.redirect("/platform/jobs", "platform.job.started");
    }

    private static Optional<Jobs.State> state(UiRequest request) {
        return request.query("state").flatMap(name -> Form.constant(Jobs.State.class, name));
    }
}
