package vn.quyche.messenger.internal.rest;

import java.util.List;
import java.util.Map;
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
import vn.quyche.core.api.messenger.GroupPlatform.Difference;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.MemberChange;
import vn.quyche.messenger.internal.model.MemberOrder;

/** Groups and channels on platforms. */
@Path("/chats")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChatResource {

    private final Chats chats;

    ChatResource(Chats chats) {
        this.chats = chats;
    }

    /** A chat that is on the platform already; a channel needs no id. */
    public record Known(String connectionId, String externalId, String name) {}

    /** A group to be made on the platform. */
    public record Made(String connectionId, String name, String description, String assetId, List<String> memberIds) {}

    /** The official group of a chat, and whether its directives are announced. */
    public record Tie(String groupId, boolean announces) {}

    /** A text to post. */
    public record Text(String text) {}

    /** What to do to whom, by their ids on the platform. */
    public record Change(MemberChange change, List<String> members) {}

    /** Who members are: person ids by the member's id on the platform; empty text for nobody. */
    public record Named(Map<String, String> people) {}

    /** The chats; sorted by {@code name}, {@code members} or {@code synchronised}. */
    @GET
    public Page<Chat> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("connection") String connectionId,
            @QueryParam("tied") Boolean tied,
            @Context PageRequest page) {
        return chats.list(
                caller,
                new Chats.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(connectionId),
                        Optional.ofNullable(tied)),
                page);
    }

    /** Enters a chat that is on the platform already. */
    @POST
    public NewId add(@Context Caller caller, Known body) {
        Known known = Body.required("name", body);
        Body.required("connectionId", known.connectionId());
        return new NewId(chats.add(caller, known.connectionId(), known.externalId(), known.name()));
    }

    /** Makes a group on the platform. */
    @POST
    @Path("/made")
    public NewId make(@Context Caller caller, Made body) {
        Made made = Body.required("name", body);
        Body.required("connectionId", made.connectionId());
        return new NewId(chats.create(
                caller,
                made.connectionId(),
                new Chats.NewChat(made.name(), made.description(), made.assetId(), made.memberIds())));
    }

    /** One chat. */
    @GET
    @Path("/{id}")
    public Chat get(@Context Caller caller, @PathParam("id") String id) {
        return chats.get(caller, id);
    }

    /** Ties a chat to an official group, or to none. */
    @PUT
    @Path("/{id}/tie")
    public Chat tie(
            @Context Caller caller, @PathParam("id") String id, @HeaderParam("If-Match") String version, Tie body) {
        Tie tie = Body.required("groupId", body);
        return chats.tie(caller, id, IfMatch.version(version), tie.groupId(), tie.announces());
    }

    /** Reads the members from the platform now. */
    @POST
    @Path("/{id}/synchronisation")
    public Chat synchronise(@Context Caller caller, @PathParam("id") String id) {
        return chats.synchronise(caller, id);
    }

    /** Who is in it; sorted by {@code name}, {@code state} or {@code changed}. */
    @GET
    @Path("/{id}/members")
    public List<ChatMember> members(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("sort") String sort) {
        return MemberOrder.of(Optional.ofNullable(sort)).sorted(chats.members(caller, id), member -> member);
    }

    /** Invites people, lets them in or not, puts them out, makes them administrators or not, at the platform. */
    @POST
    @Path("/{id}/members")
    public Chat changeMembers(@Context Caller caller, @PathParam("id") String id, Change body) {
        Change change = Body.required("change", body);
        return chats.changeMembers(
                caller, id, Body.required("change", change.change()), Body.required("members", change.members()));
    }

    /** Says who members are. */
    @POST
    @Path("/{id}/people")
    public List<ChatMember> identify(@Context Caller caller, @PathParam("id") String id, Named body) {
        Map<String, String> people = Body.required("people", body).people();
        chats.identify(caller, id, Body.required("people", people));
        return chats.members(caller, id);
    }

    /** Where it differs from the rule of its group. */
    @GET
    @Path("/{id}/differences")
    public List<Difference> differences(@Context Caller caller, @PathParam("id") String id) {
        return chats.differences(caller, id);
    }

    /** Posts that were seen, newest first; sorted by {@code posted}. */
    @GET
    @Path("/{id}/posts")
    public Page<ChatPost> posts(@Context Caller caller, @PathParam("id") String id, @Context PageRequest page) {
        return chats.posts(caller, id, page);
    }

    /** Posts a text. */
    @POST
    @Path("/{id}/posts")
    public NewId post(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            Text body) {
        return new NewId(chats.post(caller, id, Body.required("text", body).text(), key));
    }
}
