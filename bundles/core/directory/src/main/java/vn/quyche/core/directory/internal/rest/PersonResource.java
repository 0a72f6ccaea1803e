package vn.quyche.core.directory.internal.rest;

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
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;

/** People, their posts and memberships. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonResource {

    private final People people;

    PersonResource(People people) {
        this.people = people;
    }

    /**
     * People by the Vietnamese order of names, or sorted by {@code post}, {@code unit}, {@code campus} or {@code state}, with
     * {@code -} downwards; {@code state=WORKING} leaves out who left or has not yet come.
     */
    @GET
    public Page<People.Row> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("unit") String unitId,
            @QueryParam("post") Post post,
            @QueryParam("campus") String campusId,
            @QueryParam("state") People.State state,
            @Context PageRequest page) {
        People.Query query = new People.Query(
                Optional.ofNullable(text).filter(part -> !part.isBlank()),
                Optional.ofNullable(unitId),
                Optional.ofNullable(post),
                Optional.ofNullable(campusId),
                Optional.ofNullable(state));
        return people.list(caller, query, page);
    }

    /** Enters a person. */
    @POST
    public NewId create(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            NewPerson person) {
        return new NewId(people.create(caller, idempotencyKey, person.person(), person.firstDay()));
    }

    /** One person; the version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public People.Detail get(@Context Caller caller, @PathParam("id") String id) {
        return people.get(caller, id);
    }

    /** Changes what was entered about a person. */
    @PUT
    @Path("/{id}")
    public People.Detail update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            People.Data data) {
        return people.update(caller, id, IfMatch.version(ifMatch), data);
    }

    /** Lets a person who has left work here again. */
    @POST
    @Path("/{id}/employments")
    public People.Detail rejoin(@Context Caller caller, @PathParam("id") String id, FirstDay day) {
        people.rejoin(caller, id, day.firstDay());
        return people.get(caller, id);
    }

    /** Gives a person a post. */
    @POST
    @Path("/{id}/posts")
    public NewId assign(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            People.NewAssignment assignment) {
        return new NewId(people.assign(caller, idempotencyKey, id, assignment));
    }

    /** Ends a post. */
    @POST
    @Path("/{id}/posts/{assignment}/end")
    public People.Detail endPost(
            @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("assignment") String assignmentId,
            LastDay day) {
        people.endAssignment(caller, assignmentId, day.lastDay());
        return people.get(caller, id);
    }

    /** Makes a person a member of a unit. */
    @POST
    @Path("/{id}/memberships")
    public NewId join(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            NewMembership membership) {
        return new NewId(people.join(caller, idempotencyKey, id, membership.unitId(), membership.from()));
    }

    /** Ends a membership. */
    @POST
    @Path("/{id}/memberships/{membership}/end")
    public People.Detail endMembership(
            @Context Caller caller,
            @PathParam("id") String id,
            @PathParam("membership") String membershipId,
            LastDay day) {
        people.endMembership(caller, membershipId, day.lastDay());
        return people.get(caller, id);
    }
}
