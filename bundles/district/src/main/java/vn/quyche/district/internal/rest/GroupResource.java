package vn.quyche.district.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReview;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.NewReview;
import vn.quyche.district.api.PushedList;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.Taken;

/** What was collected, what schools send, and the decisions on it. */
@Path("/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GroupResource {

    private final GroupReviews reviews;
    private final ListCollections collections;

    GroupResource(GroupReviews reviews, ListCollections collections) {
        this.reviews = reviews;
        this.collections = collections;
    }

    /** Collected groups; sorted by {@code name}, {@code school}, {@code platform} or {@code changed}. */
    @GET
    public Page<CollectedGroup> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("school") String schoolId,
            @QueryParam("state") ReviewState state,
            @QueryParam("change") GroupChange change,
            @QueryParam("alike") boolean alikeOnly,
            @Context PageRequest page) {
        GroupReviews.Query query = new GroupReviews.Query(
                Texts.given(text),
                Texts.given(schoolId),
                Optional.ofNullable(state),
                Optional.ofNullable(change),
                alikeOnly);
        return reviews.list(caller, query, page);
    }

    /**
     * Takes the whole list of the caller's school in the place of the one before; the same list a second time changes
     * nothing.
     */
    @POST
    public Taken push(@Context Caller caller, PushedList list) {
        return collections.push(caller, list);
    }

    /** One group; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public CollectedGroup get(@Context Caller caller, @PathParam("id") String id) {
        return reviews.get(caller, id);
    }

    /** The groups of other schools whose names look like this one's. */
    @GET
    @Path("/{id}/look-alikes")
    public List<CollectedGroup> lookAlikes(@Context Caller caller, @PathParam("id") String id) {
        return reviews.lookAlikes(caller, id);
    }

    /** The decisions on a group, newest first. */
    @GET
    @Path("/{id}/reviews")
    public List<GroupReview> reviews(@Context Caller caller, @PathParam("id") String id) {
        return reviews.reviews(caller, id);
    }

    /** Decides on a group. */
    @POST
    @Path("/{id}/reviews")
    public CollectedGroup decide(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewReview review) {
        return reviews.decide(caller, id, IfMatch.version(ifMatch), review);
    }

    /** Decides on many groups by one document, all or none. */
    @POST
    @Path("/reviews")
    public Reviewed decideAll(@Context Caller caller, ManyReviewed many) {
        if (many == null) {
            throw new Invalid("groupIds", "core.required");
        }
        return new Reviewed(reviews.decideAll(caller, many.groupIds(), many.review()));
    }
}
