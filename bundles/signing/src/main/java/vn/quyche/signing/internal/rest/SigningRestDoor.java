package vn.quyche.signing.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.Verifications;

/** Opens the REST door of the domain. */
@Component
public final class SigningRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public SigningRestDoor(@Reference Verifications verifications, @Reference TrustRegister trust) {
        resources = List.of(new VerificationResource(verifications), new TrustResource(trust));
    }

    @Override
    public String domain() {
        return "signing";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
