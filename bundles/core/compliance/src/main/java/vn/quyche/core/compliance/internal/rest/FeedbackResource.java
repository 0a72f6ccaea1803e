package vn.quyche.core.compliance.internal.rest;

import java.util.Objects;
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
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;
import vn.quyche.core.compliance.internal.service.Feedbacks;
import vn.quyche.core.compliance.internal.service.Feedbacks.FeedbackView;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewAnswer;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewFeedback;

/** Opinions on the school's regulations. */
@Path("/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FeedbackResource {

    private final Feedbacks feedbacks;

    FeedbackResource(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    /** The edition that takes up what was accepted. */
    public record TakenUp(String editionId) {}

    /** Everybody's opinions; sorted by {@code given}, {@code due}, {@code place} or {@code author}, with {@code -} downwards. */
    @GET
    public Page<FeedbackView> list(
            @Context Caller caller,
            @QueryParam("regulation") String regulation,
            @QueryParam("article") String article,
            @QueryParam("state") Feedback.State state,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return feedbacks.list(caller, query(regulation, article, state, text), page);
    }

    /** The caller's own opinions. */
    @GET
    @Path("/mine")
    public Page<FeedbackView> mine(
            @Context Caller caller,
            @QueryParam("state") Feedback.State state,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return feedbacks.mine(caller, query(null, null, state, text), page);
    }

    /** Gives an opinion. */
    @POST
    public Response give(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewFeedback feedback) {
        String id = feedbacks.give(
                caller, key, Objects.requireNonNullElseGet(feedback, () -> new NewFeedback("", "", "", "")));
        return Response.status(Response.Status.CREATED).entity(new NewId(id)).build();
    }

    /** One opinion with its answer. */
    @GET
    @Path("/{id}")
    public FeedbackView get(@Context Caller caller, @PathParam("id") String id) {
        return feedbacks.get(caller, id);
    }

    /** Answers one or several opinions on a regulation. */
    @POST
    @Path("/answers")
    public Response answer(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, NewAnswer answer) {
        if (answer == null) {
            throw new Invalid("ids", "core.required");
        }
        return Response.status(Response.Status.CREATED)
                .entity(new NewId(feedbacks.answer(caller, key, answer)))
                .build();
    }

    /** Names the later edition that takes up what an answer accepted. */
    @POST
    @Path("/answers/{id}/edition")
    public void takeUp(@Context Caller caller, @PathParam("id") String id, TakenUp takenUp) {
        if (takenUp == null || takenUp.editionId() == null) {
            throw new Invalid("editionId", "core.required");
        }
        feedbacks.takeUp(caller, id, takenUp.editionId());
    }

    private static FeedbackQuery query(String regulation, String article, Feedback.State state, String text) {
        return new FeedbackQuery(
                Optional.ofNullable(regulation),
                Optional.ofNullable(article),
                Optional.ofNullable(state),
                Optional.ofNullable(text));
    }
}
