package vn.quyche.core.compliance.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.LegalBasis;
import vn.quyche.core.compliance.internal.model.RegulationSource;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;

/** Regulation packs and legal bases: what regulations are drafted from. */
@Path("/packs")
@Produces(MediaType.APPLICATION_JSON)
public final class PackResource {

    private final AdoptedRegulations adopted;

    PackResource(AdoptedRegulations adopted) {
        this.adopted = adopted;
    }

    /** All packs with their articles. */
    @GET
    public List<RegulationSource> list(@Context Caller caller) {
        return adopted.sources(caller);
    }

    /** The register of legal bases. */
    @GET
    @Path("/legal-bases")
    public List<LegalBasis> bases(@Context Caller caller) {
        return adopted.legalBases(caller);
    }

    /** One pack. */
    @GET
    @Path("/{code}")
    public RegulationSource get(@Context Caller caller, @PathParam("code") String code) {
        return adopted.source(caller, code);
    }
}
