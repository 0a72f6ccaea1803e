package vn.quyche.core.web.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.api.web.RestDoor;

/** The REST door of the platform itself: modules, health, dead letters, jobs. */
@Component
public final class PlatformDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public PlatformDoor(
            @Reference Modules modules,
            @Reference Health health,
            @Reference DeadLetters letters,
            @Reference Jobs jobs) {
        this.resources = List.of(
                new ModuleResource(modules),
                new HealthResource(health),
                new DeadLetterResource(letters),
                new JobResource(jobs));
    }

    @Override
    public String domain() {
        return "platform";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
