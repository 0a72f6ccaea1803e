package vn.quyche.group.internal.rest;

import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;

/** What groups are for, and what directives are about. */
@Path("/message-kinds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MessageKindResource {

    private final MessageKinds kinds;

    MessageKindResource(MessageKinds kinds) {
        this.kinds = kinds;
    }

    /** The kinds that a group is for. */
    public record Purposes(Set<MessageKind> kinds) {

        public Purposes {
            kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        }
    }

    /** What a directive is about. */
    public record About(Optional<MessageKind> kind) {

        public About {
            kind = kind == null ? Optional.empty() : kind;
        }
    }

    /** What a group is for. */
    @GET
    @Path("/groups/{group}")
    public Purposes allowed(@Context Caller caller, @PathParam("group") String groupId) {
        return new Purposes(kinds.allowed(caller, groupId));
    }

    /** Says what a group is for. */
    @PUT
    @Path("/groups/{group}")
    public Purposes allow(@Context Caller caller, @PathParam("group") String groupId, Purposes purposes) {
        return new Purposes(kinds.allow(caller, groupId, purposes == null ? Set.of() : purposes.kinds()));
    }

    /** What a directive is about. */
    @GET
    @Path("/directives/{directive}")
    public About of(@Context Caller caller, @PathParam("directive") String directiveId) {
        return new About(kinds.of(caller, directiveId));
    }

    /** Says what a draft is about. */
    @PUT
    @Path("/directives/{directive}")
    public About mark(@Context Caller caller, @PathParam("directive") String directiveId, About about) {
        kinds.mark(caller, directiveId, about == null ? null : about.kind().orElse(null));
        return new About(kinds.of(caller, directiveId));
    }
}
