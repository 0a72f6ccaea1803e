package vn.quyche.core.document.internal.rest;

import java.util.HashMap;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.Fields;
import vn.quyche.core.api.document.DocumentTemplates.NewTemplate;
import vn.quyche.core.api.document.DocumentTemplates.Template;
import vn.quyche.core.api.document.DocumentTemplates.Version;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;

/** Templates, and drafting from them. */
@Path("/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TemplateResource {

    private final DocumentTemplates templates;

    TemplateResource(DocumentTemplates templates) {
        this.templates = templates;
    }

    /** Whether a template may be used. */
    public record Use(boolean active) {}

    /** A document, and what goes into the fields of its template. */
    public record Filled(OutgoingBody document, Map<String, String> texts) {

        OutgoingBody required() {
            return Body.required("document", document);
        }

        /** The texts without those that say nothing. */
        Map<String, String> given() {
            Map<String, String> given = new HashMap<>();
            if (texts != null) {
                texts.forEach((name, text) -> {
                    if (name != null && text != null) {
                        given.put(name, text);
                    }
                });
            }
            return given;
        }
    }

    /** Templates: the school's own, then those of the product. */
    @GET
    public Page<Template> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("kind") DocumentKind kind,
            @QueryParam("active") Boolean active,
            @Context PageRequest page) {
        return templates.list(
                caller,
                new DocumentTemplates.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(active)),
                page);
    }

    /** Brings a template; its file was received by {@code POST /uploads}. */
    @POST
    public NewId add(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, NewTemplate entered) {
        return new NewId(templates.add(caller, key, Body.required(entered)));
    }

    /** One template. */
    @GET
    @Path("/{id}")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return tagged(templates.get(caller, id));
    }

    /** Renames a template; with a file it gets its next version. Its kind stays. */
    @PUT
    @Path("/{id}")
    public Response change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            NewTemplate entered) {
        return tagged(templates.change(caller, id, IfMatch.version(version), Body.required(entered)));
    }

    /** Takes a template out of use, or puts it to use again. */
    @POST
    @Path("/{id}/use")
    public Template use(@Context Caller caller, @PathParam("id") String id, Use use) {
        return templates.use(caller, id, Body.required(use).active());
    }

    /** The fields of its latest version. */
    @GET
    @Path("/{id}/fields")
    public Fields fields(@Context Caller caller, @PathParam("id") String id) {
        return templates.fields(caller, id);
    }

    /** The versions that the school brought, the latest first. */
    @GET
    @Path("/{id}/versions")
    public List<Version> versions(@Context Caller caller, @PathParam("id") String id) {
        return templates.versions(caller, id);
    }

    /** The Word file of a version; 0 is what came with the product. */
    @GET
    @Path("/{id}/versions/{number}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@Context Caller caller, @PathParam("id") String id, @PathParam("number") int number) {
        return Response.ok(templates.content(caller, id, number), Printer.Format.DOCX.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }

    /** Drafts a document from a template; kind and file of the document come from it. */
    @POST
    @Path("/{id}/documents")
    public NewId draft(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            Filled filled) {
        Filled given = Body.required(filled);
        return new NewId(templates.draft(caller, key, id, given.required().entered(), given.given()));
    }

    private static Response tagged(Template template) {
        return Response.ok(template).tag(String.valueOf(template.version())).build();
    }
}
