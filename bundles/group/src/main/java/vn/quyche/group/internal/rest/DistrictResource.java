package vn.quyche.group.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictLink;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.api.district.NewDistrictLink;

/** The connection with the district, and what its lists changed. */
@Path("/district")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DistrictResource {

    private final DistrictNews news;

    DistrictResource(DistrictNews news) {
        this.news = news;
    }

    /** How the school is connected; its version is the {@code ETag}. */
    @GET
    public DistrictLink link(@Context Caller caller) {
        return news.link(caller);
    }

    /** Connects the school with its district; without {@code token} the one that is there stays. */
    @PUT
    public DistrictLink connect(@Context Caller caller, @HeaderParam("If-Match") String ifMatch, NewDistrictLink link) {
        return news.connect(caller, IfMatch.version(ifMatch), link);
    }

    /** What the district's lists changed, newest first. */
    @GET
    @Path("/changes")
    public Page<DistrictChange> changes(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("kind") DistrictChange.Kind kind,
            @QueryParam("own") boolean ownOnly,
            @Context PageRequest page) {
        DistrictNews.Query query = new DistrictNews.Query(
                Optional.ofNullable(text).filter(part -> !part.isBlank()), Optional.ofNullable(kind), ownOnly);
        return news.changes(caller, query, page);
    }
}
