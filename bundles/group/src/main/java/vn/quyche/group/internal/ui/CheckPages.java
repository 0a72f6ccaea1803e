package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.internal.service.GroupChecks;

/** The check that anyone may make of a group of the school. */
@Component(service = CheckPages.class)
public final class CheckPages {

    private final GroupChecks checks;
    private final Directory directory;

    @Activate
    public CheckPages(@Reference GroupChecks checks, @Reference Directory directory) {
        this.checks = checks;
        this.directory = directory;
    }

    View check(UiRequest request) {
        Optional<String> asked = request.query("q");
        Map<String, Object> model = new HashMap<>();
        model.put("school", directory.school().name());
        model.put("asked", asked.orElse(""));
        model.put(
                "tooLong",
                asked.filter(text -> text.length() > GroupChecks.LONGEST).isPresent());
        asked.filter(text -> !text.isBlank() && text.length() <= GroupChecks.LONGEST)
                .ifPresent(text -> model.put("answer", checks.check(text)));
        return View.page("check", model);
    }
}
