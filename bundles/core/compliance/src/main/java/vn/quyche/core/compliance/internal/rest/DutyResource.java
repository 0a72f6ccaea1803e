package vn.quyche.core.compliance.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Reason;

/** Duties. */
@Path("/duties")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DutyResource {

    private static final int MAX_ID = 64;

    private final Duties duties;

    DutyResource(Duties duties) {
        this.duties = duties;
    }

    /** Own duties, or everybody's for those who may; by due time, or turned round by {@code -due}. {@code domain} is the start of the kind. */
    @GET
    public Page<Duty> list(
            @Context Caller caller,
            @QueryParam("person") String person,
            @QueryParam("domain") String domain,
            @QueryParam("state") Duty.State state,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("dueFrom") Instant dueFrom,
            @QueryParam("dueTo") Instant dueTo,
            @Context PageRequest page) {
        Duties.Query query = new Duties.Query(
                Optional.ofNullable(person),
                Optional.ofNullable(domain),
                Optional.ofNullable(state),
                late,
                Optional.ofNullable(dueFrom),
                Optional.ofNullable(dueTo));
        return duties.list(caller, query, page);
    }

    /** One duty. */
    @GET
    @Path("/{id}")
    public Duty get(@Context Caller caller, @PathParam("id") String id) {
        return duties.get(caller, id);
    }

    /**
     * Which duties to excuse, and why.
     *
     * @param ids the duties; without them those that the other fields find, of which at least one is needed
     * @param person whose
     * @param domain the start of the kind
     * @param late only those after their due time
     * @param dueFrom the first due instant
     * @param dueTo the first due instant that no longer counts
     * @param reason why
     */
    public record ManyExcuses(
            List<String> ids,
            String person,
            String domain,
            boolean late,
            Instant dueFrom,
            Instant dueTo,
            String reason) {}

    /** Excuses many open duties for one reason; those that cannot be excused are named. */
    @POST
    @Path("/excuse")
    public Duties.Excused excuseAll(@Context Caller caller, ManyExcuses wanted) {
        if (wanted == null) {
            throw new Invalid("reason", "core.required");
        }
        if (wanted.ids() != null && !wanted.ids().isEmpty()) {
            return duties.excuseAll(
                    caller, wanted.ids().stream().filter(Objects::nonNull).toList(), wanted.reason());
        }
        Checks checks = new Checks();
        String person = checks.text("person", wanted.person(), 0, MAX_ID);
        String domain = checks.text("domain", wanted.domain(), 0, MAX_ID);
        checks.orThrow();
        Duties.Query query = new Duties.Query(
                Optional.of(person).filter(id -> !id.isEmpty()),
                Optional.of(domain).filter(name -> !name.isEmpty()),
                Optional.of(Duty.State.OPEN),
                wanted.late(),
                Optional.ofNullable(wanted.dueFrom()),
                Optional.ofNullable(wanted.dueTo()));
        return duties.excuseAll(caller, query, wanted.reason());
    }

    /** Excuses an open duty. */
    @POST
    @Path("/{id}/excuse")
    public Duty excuse(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return duties.excuse(caller, id, Reason.of(reason));
    }
}
