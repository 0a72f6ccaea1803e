package vn.quyche.group.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccounts;

/** The accounts of staff on Zalo and Viber: one's own, and those of members whom one administers. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final PlatformAccounts accounts;

    AccountResource(PlatformAccounts accounts) {
        this.accounts = accounts;
    }

    /** An account as it is given. */
    public record Given(String account, boolean installed) {}

    /** How it was seen that an account is somebody's. */
    public record Seen(PlatformAccount.Method method) {}

    /** Accounts of those whom the caller administers, by name. */
    @GET
    public Page<PlatformAccount> list(
            @Context Caller caller,
            @QueryParam("platform") Platform platform,
            @QueryParam("group") String groupId,
            @QueryParam("standing") PlatformAccounts.Standing standing,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return accounts.list(
                caller,
                new PlatformAccounts.Query(
                        Optional.ofNullable(platform),
                        Optional.ofNullable(groupId),
                        Optional.ofNullable(standing),
                        Optional.ofNullable(text).filter(part -> !part.isBlank())),
                page);
    }

    /** The caller's own. */
    @GET
    @Path("/mine")
    public List<PlatformAccount> mine(@Context Caller caller) {
        return accounts.mine(caller);
    }

    /** Gives the caller's own. */
    @PUT
    @Path("/mine/{platform}")
    public PlatformAccount give(
            @Context Caller caller,
            @PathParam("platform") Platform platform,
            @HeaderParam("If-Match") String ifMatch,
            Given given) {
        if (given == null) {
            throw new Invalid("account", "core.required");
        }
        return accounts.give(caller, platform, given.account(), given.installed(), IfMatch.version(ifMatch));
    }

    /** Verifies an account. */
    @POST
    @Path("/{person}/{platform}/verification")
    public PlatformAccount verify(
            @Context Caller caller,
            @PathParam("person") String personId,
            @PathParam("platform") Platform platform,
            @HeaderParam("If-Match") String ifMatch,
            Seen seen) {
        return accounts.verify(
                caller, personId, platform, seen == null ? null : seen.method(), IfMatch.version(ifMatch));
    }
}
