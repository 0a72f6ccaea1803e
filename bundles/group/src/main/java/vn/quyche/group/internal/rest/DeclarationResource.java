package vn.quyche.group.internal.rest;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.NewId;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.LineKind;

/** Declared member lists: a list is read into a dry run, looked at, settled by hand where need be, then confirmed. */
@Path("/declarations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeclarationResource {

    private final Declarations declarations;
    private final Attachments attachments;

    DeclarationResource(Declarations declarations, Attachments attachments) {
        this.declarations = declarations;
        this.attachments = attachments;
    }

    /**
     * Names ticked in the list of those who belong.
     *
     * @param groupId the group
     * @param people who is in it
     * @param others names of others who were seen, one a line
     */
    public record Ticked(String groupId, Set<String> people, String others) {

        public Ticked {
            people = people == null ? Set.of() : Set.copyOf(people);
            others = others == null ? "" : others;
        }
    }

    /**
     * Whom a line means.
     *
     * @param personId the person; left out for somebody from outside
     * @param nobody that it means nobody: a title, a note
     */
    public record Settled(Optional<String> personId, boolean nobody) {

        public Settled {
            personId = personId == null ? Optional.empty() : personId;
        }
    }

    /** Lines about which what they asked for was done. */
    public record Done(Set<Integer> places) {

        public Done {
            places = places == null ? Set.of() : Set.copyOf(places);
        }
    }

    /** Declarations, newest first. */
    @GET
    public Page<Declaration> list(
            @Context Caller caller,
            @QueryParam("group") String groupId,
            @QueryParam("state") Declaration.State state,
            @Context PageRequest page) {
        return declarations.list(
                caller, new Declarations.Query(Optional.ofNullable(groupId), Optional.ofNullable(state)), page);
    }

    /** Takes the bytes of a CSV, TXT or XLSX list and makes a dry run of it; changes nothing else. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public NewId read(
            @Context Caller caller,
            @QueryParam("group") @DefaultValue("") String groupId,
            @QueryParam("fileName") @DefaultValue("danh-sach.csv") String fileName,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            InputStream file) {
        String attachment = attachments
                .receive(caller, fileName, () -> file, Declarations.MAX_FILE)
                .id();
        return new NewId(declarations.read(caller, groupId, attachment, idempotencyKey));
    }

    /** Makes a dry run of ticked names. */
    @POST
    @Path("/ticked")
    public NewId tick(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Ticked ticked) {
        Body.required("people", ticked);
        Body.required("groupId", ticked.groupId());
        return new NewId(declarations.tick(caller, ticked.groupId(), ticked.people(), ticked.others(), idempotencyKey));
    }

    /** One declaration. */
    @GET
    @Path("/{id}")
    public Declaration get(@Context Caller caller, @PathParam("id") String id) {
        return declarations.get(caller, id);
    }

    /** Its lines. */
    @GET
    @Path("/{id}/lines")
    public Page<DeclaredLine> lines(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("kind") LineKind kind,
            @QueryParam("open") boolean openOnly,
            @Context PageRequest page) {
        return declarations.lines(caller, id, Optional.ofNullable(kind), openOnly, page);
    }

    /** Says by hand whom a line of a dry run means. */
    @POST
    @Path("/{id}/lines/{place}")
    public Declaration settle(
            @Context Caller caller, @PathParam("id") String id, @PathParam("place") int place, Settled settled) {
        if (settled != null && settled.nobody()) {
            return declarations.ignore(caller, id, place);
        }
        return declarations.settle(caller, id, place, settled == null ? Optional.empty() : settled.personId());
    }

    /** Takes a dry run over, all in one transaction. */
    @POST
    @Path("/{id}/confirmation")
    public Declaration confirm(@Context Caller caller, @PathParam("id") String id) {
        return declarations.confirm(caller, id);
    }

    /** Says that what lines asked for was done on the platform. */
    @POST
    @Path("/{id}/done")
    public Declaration done(@Context Caller caller, @PathParam("id") String id, Done done) {
        return declarations.done(caller, id, done == null ? Set.of() : done.places());
    }

    /** Throws a dry run away. */
    @DELETE
    @Path("/{id}")
    public void discard(@Context Caller caller, @PathParam("id") String id) {
        declarations.discard(caller, id);
    }
}
