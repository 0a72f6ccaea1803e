package vn.quyche.signing.internal.rest;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.Verifications;

/** Whether the signatures of a file hold. The file is not kept. */
@Path("/verifications")
public final class VerificationResource {

    private final Verifications verifications;

    VerificationResource(Verifications verifications) {
        this.verifications = verifications;
    }

    /** Verifies the file that is the body. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Verification verify(
            @Context Caller caller, @QueryParam("fileName") @DefaultValue("") String fileName, InputStream file) {
        return verifications.verify(caller, fileName, () -> file);
    }

    /** The PDF file that is the body, as it was when one of its signatures was made. */
    @POST
    @Path("/revisions")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces("application/pdf")
    public Response revision(
            @Context Caller caller, @QueryParam("signature") @DefaultValue("1") int number, InputStream file) {
        return Response.ok(verifications.signedRevision(caller, () -> file, number), "application/pdf")
                .build();
    }
}
