package vn.quyche.signing.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.model.AuthorityCertificate;
import vn.quyche.signing.internal.model.RevocationList;

/** The authorities that are believed. */
@Path("/trust")
@Produces(MediaType.APPLICATION_JSON)
public final class TrustResource {

    private final TrustRegister trust;

    TrustResource(TrustRegister trust) {
        this.trust = trust;
    }

    /** Authorities by store and name. */
    @GET
    public Page<TrustCertificate> list(
            @Context Caller caller,
            @QueryParam("track") TrustTrack track,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return trust.list(
                caller,
                new TrustRegister.Query(
                        Optional.ofNullable(track), Optional.ofNullable(text).filter(q -> !q.isBlank())),
                page);
    }

    /** Adds the certificate that is the body, DER or PEM, when its fingerprint is the given one. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public NewId add(
            @Context Caller caller,
            @QueryParam("track") TrustTrack track,
            @QueryParam("fingerprint") @DefaultValue("") String fingerprint,
            InputStream file) {
        return new NewId(
                trust.add(caller, bytes(file, AuthorityCertificate.LARGEST), Optional.ofNullable(track), fingerprint));
    }

    /** One authority. */
    @GET
    @Path("/{id}")
    public TrustCertificate get(@Context Caller caller, @PathParam("id") String id) {
        return trust.get(caller, id);
    }

    /** Removes an authority. */
    @DELETE
    @Path("/{id}")
    public void remove(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("reason") @DefaultValue("") String reason) {
        trust.remove(caller, id, reason);
    }

    /** Loads the list of revoked certificates that is the body, DER or PEM. */
    @POST
    @Path("/crls")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public TrustCrl loadCrl(@Context Caller caller, InputStream file) {
        return trust.loadCrl(caller, bytes(file, RevocationList.LARGEST));
    }

    private static byte[] bytes(InputStream file, int most) {
        try {
            return file.readNBytes(most + 1);
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        }
    }
}
