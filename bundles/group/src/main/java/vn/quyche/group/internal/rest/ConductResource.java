package vn.quyche.group.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.NewId;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;
import vn.quyche.group.api.conduct.NewCase;
import vn.quyche.group.api.conduct.Outcome;

/** Violations, incidents, requests for changes and suggestions. */
@Path("/conduct")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConductResource {

    private final Conduct conduct;

    ConductResource(Conduct conduct) {
        this.conduct = conduct;
    }

    /** What follows from a violation; {@code days} counts for a withdrawn right to post. */
    public record Decided(Outcome outcome, int days, String text) {}

    /** The cases that the caller may see, newest first; also sorted by {@code due}. */
    @GET
    public Page<ConductCase> list(
            @Context Caller caller,
            @QueryParam("kind") @DefaultValue("VIOLATION") CaseKind kind,
            @QueryParam("group") String groupId,
            @QueryParam("state") CaseState state,
            @QueryParam("topic") String topic,
            @QueryParam("q") String text,
            @QueryParam("mine") boolean mine,
            @Context PageRequest page) {
        Conduct.Query query = new Conduct.Query(
                kind,
                Optional.ofNullable(groupId),
                Optional.ofNullable(state),
                Optional.ofNullable(topic),
                Optional.ofNullable(text).filter(part -> !part.isBlank()),
                mine);
        return conduct.list(caller, query, page);
    }

    /** Brings a case before the leader. */
    @POST
    public NewId report(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, NewCase entered) {
        return new NewId(conduct.report(caller, Body.required("text", entered), key));
    }

    /** One case. */
    @GET
    @Path("/{id}")
    public ConductCase get(@Context Caller caller, @PathParam("id") String id) {
        return conduct.get(caller, id);
    }

    /** What the caller may do with it. */
    @GET
    @Path("/{id}/rights")
    public Conduct.Rights rights(@Context Caller caller, @PathParam("id") String id) {
        return conduct.rights(caller, id);
    }

    /** Asks the reported person to stop. */
    @POST
    @Path("/{id}/stop")
    public ConductCase stop(@Context Caller caller, @PathParam("id") String id, Remark text) {
        return conduct.askStop(caller, id, Remark.of(text));
    }

    /** The reported person answers. */
    @POST
    @Path("/{id}/answer")
    public ConductCase answer(@Context Caller caller, @PathParam("id") String id, Remark text) {
        return conduct.answer(caller, id, Remark.of(text));
    }

    /** Finds whether the violation is true. */
    @POST
    @Path("/{id}/finding")
    public ConductCase find(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("violated") boolean violated, Remark text) {
        return conduct.find(caller, id, violated, Remark.of(text));
    }

    /** Decides what follows. */
    @POST
    @Path("/{id}/outcome")
    public ConductCase decide(@Context Caller caller, @PathParam("id") String id, Decided decided) {
        Decided given = Body.required("text", decided);
        return conduct.decide(caller, id, given.outcome(), given.days(), given.text());
    }

    /** Notes a step in an incident, a request or a suggestion. */
    @POST
    @Path("/{id}/step")
    public ConductCase measure(@Context Caller caller, @PathParam("id") String id, Remark text) {
        return conduct.measure(caller, id, Remark.of(text));
    }

    /** Closes an incident, a request or a suggestion. */
    @POST
    @Path("/{id}/settlement")
    public ConductCase settle(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("agreed") boolean agreed, Remark text) {
        return conduct.settle(caller, id, agreed, Remark.of(text));
    }
}
