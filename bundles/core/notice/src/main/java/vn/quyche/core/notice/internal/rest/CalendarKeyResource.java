package vn.quyche.core.notice.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.security.Caller;

/** The caller's own calendar feed. */
@Path("/calendar")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarKeyResource {

    private final Notices notices;

    CalendarKeyResource(Notices notices) {
        this.notices = notices;
    }

    /** Its address; made when there is none. */
    @GET
    public CalendarKey get(@Context Caller caller) {
        return CalendarKey.of(notices.calendarKey(caller));
    }

    /** Makes a new address; the old one stops working. */
    @POST
    @Path("/renew")
    public CalendarKey renew(@Context Caller caller) {
        return CalendarKey.of(notices.renewCalendarKey(caller));
    }
}
