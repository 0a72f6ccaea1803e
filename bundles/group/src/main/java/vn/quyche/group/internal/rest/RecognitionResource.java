package vn.quyche.group.internal.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.Recognition;

/** Proposals, decisions and the list of any day. */
@Path("/register")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecognitionResource {

    private final Recognition recognition;
    private final Clock clock;

    RecognitionResource(Recognition recognition, Clock clock) {
        this.recognition = recognition;
        this.clock = clock;
    }

    /** The groups that were official on a day ({@code 2026-05-03}; today without one), with the names that they had then. */
    @GET
    public Page<GroupDecision> officialOn(
            @Context Caller caller,
            @QueryParam("day") String day,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return recognition.officialOn(caller, dayOrToday(day), text(text), page);
    }

    /** Whether a group was official on a day; today without one. */
    @GET
    @Path("/groups/{id}")
    public DayAnswer officialOn(@Context Caller caller, @PathParam("id") String id, @QueryParam("day") String day) {
        LocalDate on = dayOrToday(day);
        Optional<GroupDecision> decision = recognition.officialOn(caller, id, on);
        return new DayAnswer(on, decision.isPresent(), decision);
    }

    /** Decides on a group: recognise, keep, rename, move, merge, disband or refuse. */
    @POST
    @Path("/groups/{id}/decisions")
    public MessagingGroup decide(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewGroupDecision decision) {
        return recognition.decide(caller, id, IfMatch.version(ifMatch), decision);
    }

    /** Takes a decision back whose day has not come yet. */
    @POST
    @Path("/groups/{id}/decisions/withdrawal")
    public MessagingGroup withdraw(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Reason reason) {
        return recognition.withdraw(caller, id, IfMatch.version(ifMatch), Reason.of(reason));
    }

    /** Who belonged to a group and who did what in it over the days, the latest first. */
    @GET
    @Path("/groups/{id}/editions")
    public Page<GroupEdition> editions(@Context Caller caller, @PathParam("id") String id, @Context PageRequest page) {
        return recognition.editions(caller, id, page);
    }

    /** Decisions on groups, the latest first; with {@code sort=effective} from the first on. */
    @GET
    @Path("/decisions")
    public Page<GroupDecision> decisions(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("disposition") GroupDisposition disposition,
            @QueryParam("group") String groupId,
            @Context PageRequest page) {
        Recognition.Query query = new Recognition.Query(text(text), Optional.ofNullable(disposition), text(groupId));
        return recognition.decisions(caller, query, page);
    }

    /** Enters a group that is not yet decided on. */
    @POST
    @Path("/proposals")
    public NewId propose(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Proposal proposal) {
        if (proposal == null || proposal.group() == null) {
            throw new Invalid("group", "core.required");
        }
        return new NewId(recognition.propose(caller, proposal.group(), proposal.reason(), idempotencyKey));
    }

    /** The official groups whose names look like one. */
    @GET
    @Path("/look-alikes")
    public List<LookAlike> lookAlikes(
            @Context Caller caller,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("except") @DefaultValue("") String exceptId) {
        return recognition.lookAlikes(caller, name, exceptId);
    }

    private LocalDate dayOrToday(String day) {
        return text(day).map(RecognitionResource::day).orElseGet(() -> VietnamTime.today(clock));
    }

    /** A day of a query. */
    static LocalDate day(String day) {
        try {
            return LocalDate.parse(text(day).orElseThrow(() -> new Invalid("day", "core.required")));
        } catch (DateTimeParseException e) {
            throw new Invalid("day", "core.bad-date");
        }
    }

    private static Optional<String> text(String text) {
        return Optional.ofNullable(text).filter(part -> !part.isBlank());
    }
}
