package vn.quyche.group.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.members.Attestation;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.Vacancies;
import vn.quyche.group.api.members.Vacancy;

/** What is flagged of groups: overdue member lists, and nobody who answers for them. */
@Path("/flags")
@Produces(MediaType.APPLICATION_JSON)
public final class AttestationResource {

    private final Declarations declarations;
    private final Vacancies vacancies;

    AttestationResource(Declarations declarations, Vacancies vacancies) {
        this.declarations = declarations;
        this.vacancies = vacancies;
    }

    /** Whether the lists of groups outside of the product are up to date, by name. */
    @GET
    @Path("/attestations")
    public Page<Attestation> attestations(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("overdue") boolean overdueOnly,
            @Context PageRequest page) {
        return declarations.attestations(caller, text(text), overdueOnly, page);
    }

    /** The same of one group. */
    @GET
    @Path("/attestations/{group}")
    public Attestation attestation(@Context Caller caller, @PathParam("group") String groupId) {
        return declarations.attestation(caller, groupId).orElseThrow(() -> new NotFound("group.no-attestation"));
    }

    /** Groups that lack a leader or an administrator, by name. */
    @GET
    @Path("/vacancies")
    public Page<Vacancy> vacancies(@Context Caller caller, @QueryParam("q") String text, @Context PageRequest page) {
        return vacancies.list(caller, text(text), page);
    }

    /** What is vacant in one group. */
    @GET
    @Path("/vacancies/{group}")
    public List<Vacancy> vacancies(@Context Caller caller, @PathParam("group") String groupId) {
        return vacancies.of(caller, groupId);
    }

    private static Optional<String> text(String text) {
        return Optional.ofNullable(text).filter(part -> !part.isBlank());
    }
}
