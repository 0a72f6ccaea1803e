package vn.quyche.core.audit.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.web.RestDoor;

/** Opens the REST door of the audit log. */
@Component
public final class AuditRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public AuditRestDoor(@Reference AuditTrail trail) {
        resources = List.of(new LineResource(trail), new VerificationResource(trail), new ExportResource(trail));
    }

    @Override
    public String domain() {
        return "audit";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
