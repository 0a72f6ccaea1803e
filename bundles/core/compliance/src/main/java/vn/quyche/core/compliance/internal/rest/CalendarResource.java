package vn.quyche.core.compliance.internal.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.security.Caller;

/** The school's calendar. A day can be entered once, which makes entering it twice harmless without any further key. */
@Path("/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CalendarResource {

    private final Holidays holidays;
    private final Clock clock;

    CalendarResource(Holidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    /** The holidays of a year, this year's unless told otherwise. */
    @GET
    public List<Holiday> list(@Context Caller caller, @QueryParam("year") Integer year) {
        return holidays.list(caller, year == null ? VietnamTime.today(clock).getYear() : year);
    }

    /** Enters or confirms a holiday. */
    @POST
    public Response add(@Context Caller caller, NewHoliday holiday) {
        Holiday added = holiday == null
                ? holidays.add(caller, null, null)
                : holidays.add(caller, holiday.day(), holiday.name());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    /** Takes back a holiday that was entered. */
    @DELETE
    @Path("/{day}")
    public void remove(@Context Caller caller, @PathParam("day") LocalDate day) {
        holidays.remove(caller, day);
    }
}
