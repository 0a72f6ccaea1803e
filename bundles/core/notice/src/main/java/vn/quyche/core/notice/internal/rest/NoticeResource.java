package vn.quyche.core.notice.internal.rest;

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
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.security.Caller;

/** The caller's own notices. */
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeResource {

    private final Notices notices;

    NoticeResource(Notices notices) {
        this.notices = notices;
    }

    /** Notices, newest first; sorted by {@code time}. */
    @GET
    public Page<Notice> list(
            @Context Caller caller,
            @QueryParam("unread") @DefaultValue("false") boolean unreadOnly,
            @Context PageRequest page) {
        return notices.list(caller, unreadOnly, page);
    }

    /** How many are unread. */
    @GET
    @Path("/unread")
    public Unread unread(@Context Caller caller) {
        return new Unread(notices.unread(caller));
    }

    /** One notice. */
    @GET
    @Path("/{id}")
    public Notice get(@Context Caller caller, @PathParam("id") String id) {
        return notices.get(caller, id);
    }

    /** Marks one as read. */
    @POST
    @Path("/{id}/read")
    public Notice read(@Context Caller caller, @PathParam("id") String id) {
        notices.read(caller, id);
        return notices.get(caller, id);
    }

    /** Marks all as read. */
    @POST
    @Path("/read")
    public Unread readAll(@Context Caller caller) {
        notices.readAll(caller);
        return new Unread(notices.unread(caller));
    }
}
