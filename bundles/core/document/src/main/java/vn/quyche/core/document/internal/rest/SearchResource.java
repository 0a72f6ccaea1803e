package vn.quyche.core.document.internal.rest;

import java.util.Objects;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.api.document.DocumentSearch.Hit;
import vn.quyche.core.api.security.Caller;

/** Finds documents by their words and by those of their files. */
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SearchResource {

    private final DocumentSearch search;

    SearchResource(DocumentSearch search) {
        this.search = search;
    }

    /** Whether every document can be found by now. */
    public record Standing(boolean complete) {}

    /** What the caller may see of what has all the words, the best first. */
    @GET
    public Page<Hit> search(
            @Context Caller caller,
            @QueryParam("q") String words,
            @QueryParam("direction") Direction direction,
            @QueryParam("kind") DocumentKind kind,
            @QueryParam("year") Integer year,
            @Context PageRequest page) {
        return search.search(
                caller,
                new DocumentSearch.Query(
                        Objects.requireNonNullElse(words, ""),
                        Optional.ofNullable(direction),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(year)),
                page);
    }

    /** Whether every document can be found by now. */
    @GET
    @Path("/standing")
    public Standing standing(@Context Caller caller) {
        return new Standing(search.complete(caller));
    }

    /** Builds what is searched anew, in the background. */
    @POST
    @Path("/rebuild")
    public Standing rebuild(@Context Caller caller) {
        search.rebuild(caller);
        return new Standing(false);
    }
}
