package vn.quyche.core.security.internal.rest;

import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Delegations.Delegation;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.security.Sessions.Session;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.security.Tokens.Token;

/** The own account: password, sessions, tokens, delegations. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Delegations delegations;

    MeResource(Accounts accounts, Sessions sessions, Tokens tokens, Delegations delegations) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.delegations = delegations;
    }

    /** The own account. */
    @GET
    public Account get(@Context Caller caller) {
        return accounts.mine(caller);
    }

    /** Changes the own password; all sessions of the account end. */
    @PUT
    @Path("/password")
    public void changePassword(@Context Caller caller, PasswordChange change) {
        accounts.changePassword(caller, change.currentPassword(), change.newPassword(), Optional.empty());
    }

    /** The own sessions, newest first; sorted by {@code started} or {@code used}. */
    @GET
    @Path("/sessions")
    public Page<Session> sessions(@Context Caller caller, @Context PageRequest page) {
        return sessions.mine(caller, Optional.empty(), page);
    }

    /** The own tokens, newest first; sorted by {@code created}, {@code expires} or {@code used}. */
    @GET
    @Path("/tokens")
    public Page<Token> tokens(@Context Caller caller, @Context PageRequest page) {
        return tokens.mine(caller, page);
    }

    /** Delegations given and received, newest first; sorted by {@code given}, {@code from} or {@code to}. */
    @GET
    @Path("/delegations")
    public Page<Delegation> delegations(@Context Caller caller, @Context PageRequest page) {
        return delegations.mine(caller, page);
    }

    /** What may be delegated. */
    @GET
    @Path("/delegable")
    public Set<String> delegable(@Context Caller caller) {
        return delegations.delegable(caller);
    }
}
