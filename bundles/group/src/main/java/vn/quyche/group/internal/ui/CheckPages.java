package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.internal.model.GroupCheckCode;
import vn.quyche.group.internal.service.GroupChecks;

/** The check that anyone may make of a group of the school, and the label that leads to it. */
@Component(service = CheckPages.class, configurationPid = CheckConfig.PID)
public final class CheckPages {

    private final GroupChecks checks;
    private final Directory directory;
    private final Groups groups;
    private final Recognition recognition;
    private final Clock clock;
    private final String address;

    @Activate
    public CheckPages(
            CheckConfig config,
            @Reference GroupChecks checks,
            @Reference Directory directory,
            @Reference Groups groups,
            @Reference Recognition recognition,
            @Reference Clock clock) {
        this.checks = checks;
        this.directory = directory;
        this.groups = groups;
        this.recognition = recognition;
        this.clock = clock;
        this.address = config.public_address().strip().replaceAll("/+$", "");
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

    /** The label of an official group, to print: without an address of the school the QR code holds the code alone. */
    View label(UiRequest request) {
        MessagingGroup group = groups.get(request.caller(), request.path("id"));
        String code = GroupCheckCode.of(group.id());
        return View.page(
                "check-label",
                Map.of(
                        "group",
                        group,
                        "school",
                        directory.school().name(),
                        "official",
                        recognition
                                .officialOn(request.caller(), group.id(), VietnamTime.today(clock))
                                .isPresent(),
                        "code",
                        GroupCheckCode.printed(group.id()),
                        "leadsTo",
                        address.isEmpty() ? code : address + "/group/check?q=" + code));
    }
}
