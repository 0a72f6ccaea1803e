package vn.quyche.group.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.NewId;
import vn.quyche.group.api.consultation.Answer;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.ConsultationState;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.api.consultation.Results;

/** Questions that leaders put to the members of their groups. */
@Path("/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConsultationResource {

    private final Consultations consultations;

    ConsultationResource(Consultations consultations) {
        this.consultations = consultations;
    }

    /** An answer: the place of the choice, from 1, or a text. */
    public record Given(int choice, String text) {}

    /** Consultations of the groups that the caller sees, newest first; also sorted by {@code ends}. */
    @GET
    public Page<Consultation> list(
            @Context Caller caller,
            @QueryParam("group") String groupId,
            @QueryParam("q") String text,
            @QueryParam("state") ConsultationState state,
            @Context PageRequest page) {
        Consultations.Query query = new Consultations.Query(
                Optional.ofNullable(groupId),
                Optional.ofNullable(text).filter(part -> !part.isBlank()),
                Optional.ofNullable(state));
        return consultations.list(caller, query, page);
    }

    /** Asks the members of a group; leaders only. */
    @POST
    public NewId open(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewConsultation asked) {
        return new NewId(consultations.open(caller, Body.required(asked), key));
    }

    /** One consultation. */
    @GET
    @Path("/{id}")
    public Consultation get(@Context Caller caller, @PathParam("id") String id) {
        return consultations.get(caller, id);
    }

    /** What the caller may do with it. */
    @GET
    @Path("/{id}/rights")
    public Consultations.Rights rights(@Context Caller caller, @PathParam("id") String id) {
        return consultations.rights(caller, id);
    }

    /** Answers, or changes the answer. */
    @PUT
    @Path("/{id}/answer")
    public Answer answer(@Context Caller caller, @PathParam("id") String id, Given given) {
        Given answer = Body.required(given);
        consultations.answer(caller, id, answer.choice(), answer.text());
        return mine(caller, id);
    }

    /** The caller's own answer. */
    @GET
    @Path("/{id}/answer")
    public Answer mine(@Context Caller caller, @PathParam("id") String id) {
        return consultations.mine(caller, id).orElseThrow(() -> new NotFound("group.consultation-not-found", id));
    }

    /** Ends it before its time; leaders only. */
    @POST
    @Path("/{id}/end")
    public Consultation close(@Context Caller caller, @PathParam("id") String id, Remark reason) {
        return consultations.close(caller, id, Remark.of(reason));
    }

    /** What came of it; leaders only. */
    @GET
    @Path("/{id}/results")
    public Results results(@Context Caller caller, @PathParam("id") String id) {
        return consultations.results(caller, id);
    }

    /** The answers, by name; leaders only. */
    @GET
    @Path("/{id}/answers")
    public Page<Answer> answers(@Context Caller caller, @PathParam("id") String id, @Context PageRequest page) {
        return consultations.answers(caller, id, page);
    }
}
