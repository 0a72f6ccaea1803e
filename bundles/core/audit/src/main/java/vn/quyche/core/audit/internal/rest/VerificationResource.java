package vn.quyche.core.audit.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.audit.AuditTrail.LastVerification;
import vn.quyche.core.api.audit.AuditTrail.Verification;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;

/** Verifications of the audit log. */
@Path("/verification")
@Produces(MediaType.APPLICATION_JSON)
public final class VerificationResource {

    private final AuditTrail trail;

    VerificationResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** The last verification. */
    @GET
    public LastVerification last(@Context Caller caller) {
        return trail.lastVerification(caller).orElseThrow(() -> new NotFound("audit.never-verified"));
    }

    /** Verifies now; a million lines take a minute or so. */
    @POST
    public Verification verify(@Context Caller caller) {
        return trail.verify(caller);
    }
}
