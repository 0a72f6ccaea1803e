package vn.quyche.group.internal.rest;

import java.util.List;
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
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupMember;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.Platform;

/** The register of groups. */
@Path("/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GroupResource {

    private final Groups groups;

    GroupResource(Groups groups) {
        this.groups = groups;
    }

    /** Groups that the caller may see, by {@code name}, or sorted by {@code kind} or {@code platform}; a minus downwards. */
    @GET
    public Page<MessagingGroup> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("kind") GroupKind kind,
            @QueryParam("platform") Platform platform,
            @QueryParam("status") GroupStatus status,
            @QueryParam("mine") boolean mine,
            @Context PageRequest page) {
        Groups.Query query = new Groups.Query(
                Optional.ofNullable(text).filter(part -> !part.isBlank()),
                Optional.ofNullable(kind),
                Optional.ofNullable(platform),
                Optional.ofNullable(status),
                mine);
        return groups.list(caller, query, page);
    }

    /** Registers a group; {@code lookAlikeReason} confirms a name that looks like that of another. */
    @POST
    public NewId register(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            @QueryParam("lookAlikeReason") @DefaultValue("") String lookAlikeReason,
            NewGroup group) {
        String id = groups.register(caller, group, lookAlikeReason, idempotencyKey);
        return new NewId(id);
    }

    /**
     * All groups as the superior authority collects them, dissolved ones included; with {@code day} those that were official
     * that day.
     */
    @GET
    @Path("/collected")
    public Page<ListedGroup> collect(@Context Caller caller, @QueryParam("day") String day, @Context PageRequest page) {
        return day == null || day.isBlank()
                ? groups.collect(caller, page)
                : groups.collect(caller, RecognitionResource.day(day), page);
    }

    /** One group; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public MessagingGroup get(@Context Caller caller, @PathParam("id") String id) {
        return groups.get(caller, id);
    }

    /** Changes a group. */
    @PUT
    @Path("/{id}")
    public MessagingGroup change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewGroup group) {
        return groups.change(caller, id, IfMatch.version(ifMatch), group);
    }

    /** Dissolves a group. */
    @POST
    @Path("/{id}/dissolution")
    public MessagingGroup dissolve(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Dissolution dissolution) {
        return groups.dissolve(caller, id, IfMatch.version(ifMatch), dissolution.decision(), dissolution.reason());
    }

    /** Who was confirmed to be in the group. */
    @GET
    @Path("/{id}/members")
    public List<GroupMember> members(@Context Caller caller, @PathParam("id") String id) {
        return groups.members(caller, id);
    }

    /** Where the group differs from its rule. */
    @GET
    @Path("/{id}/differences")
    public List<MemberDifference> differences(@Context Caller caller, @PathParam("id") String id) {
        return groups.differences(caller, id);
    }

    /** Confirms who is in the group, and gives the differences that are left. */
    @POST
    @Path("/{id}/members")
    public List<MemberDifference> settle(@Context Caller caller, @PathParam("id") String id, Settlement settlement) {
        if (!settlement.joined().isEmpty()) {
            groups.confirmJoined(caller, id, settlement.joined());
        }
        if (!settlement.gone().isEmpty()) {
            groups.confirmGone(caller, id, settlement.gone());
        }
        return groups.differences(caller, id);
    }

    /** What the caller may do with the group. */
    @GET
    @Path("/{id}/rights")
    public Groups.Rights rights(@Context Caller caller, @PathParam("id") String id) {
        return groups.rights(caller, id);
    }
}
