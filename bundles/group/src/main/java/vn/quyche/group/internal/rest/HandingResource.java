package vn.quyche.group.internal.rest;

import java.time.LocalDate;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.HandedOperation;

/** Operations that leaders hand to members for a time. */
@Path("/handed-operations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HandingResource {

    private final GroupDelegations delegations;

    HandingResource(GroupDelegations delegations) {
        this.delegations = delegations;
    }

    /** What is handed on. */
    public record Handing(
            String groupId, GroupOperation operation, String toPersonId, LocalDate from, LocalDate to, String reason) {}

    /** What was handed on, newest first. */
    @GET
    public Page<HandedOperation> list(
            @Context Caller caller,
            @QueryParam("group") String groupId,
            @QueryParam("running") boolean runningOnly,
            @Context PageRequest page) {
        return delegations.list(caller, new GroupDelegations.Query(Optional.ofNullable(groupId), runningOnly), page);
    }

    /** Hands an operation to a member. */
    @POST
    public NewId hand(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Handing handing) {
        if (handing == null || handing.groupId() == null) {
            throw new Invalid("groupId", "core.required");
        }
        return new NewId(delegations.hand(
                caller,
                handing.groupId(),
                new GroupDelegations.NewHanding(
                        handing.operation(), handing.toPersonId(), handing.from(), handing.to(), handing.reason()),
                idempotencyKey));
    }

    /** Ends it before its last day. */
    @POST
    @Path("/{id}/end")
    public HandedOperation end(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return delegations.end(caller, id, Reason.of(reason));
    }
}
