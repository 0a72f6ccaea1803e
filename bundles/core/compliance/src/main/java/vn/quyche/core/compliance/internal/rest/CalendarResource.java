package vn.quyche.core.compliance.internal.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import vn.quyche.core.api.compliance.Holidays.Confirmed;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;
import vn.quyche.core.api.error.Invalid;
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

    /** Enters a holiday, or a day on which the school works to make up; a holiday that is offered is thereby confirmed. */
    @POST
    public Response add(@Context Caller caller, NewHoliday holiday) {
        NewHoliday wanted = holiday == null ? new NewHoliday(null, null, false, null, null) : holiday;
        Holiday added = wanted.working()
                ? holidays.addWorkingDay(caller, wanted.day(), wanted.name())
                : holidays.add(
                        caller,
                        wanted.day(),
                        wanted.name(),
                        Optional.ofNullable(wanted.madeUpOn()),
                        Optional.ofNullable(wanted.inPlaceOf()));
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    /**
     * What the office confirms of the offered holidays.
     *
     * @param year the year
     * @param days what was offered, with the day on which it holds; empty for all that is offered, as it is offered
     */
    public record Confirmation(int year, List<ConfirmedDay> days) {}

    /**
     * One of them.
     *
     * @param proposal what was offered
     * @param day on which day it holds; the offered one when missing
     */
    public record ConfirmedDay(String proposal, LocalDate day) {}

    /** Confirms holidays that are offered: all, or none when anything is wrong with one of them. */
    @POST
    @Path("/confirmation")
    public List<Holiday> confirm(@Context Caller caller, Confirmation confirmation) {
        if (confirmation == null) {
            throw new Invalid("year", "core.required");
        }
        List<ConfirmedDay> days = confirmation.days() == null ? List.of() : confirmation.days();
        List<Confirmed> wanted = days.isEmpty()
                ? holidays.list(caller, confirmation.year()).stream()
                        .filter(one -> one.kind() == Kind.OFFERED)
                        .map(one -> new Confirmed(one.proposal(), Optional.empty()))
                        .toList()
                : days.stream()
                        .map(one -> new Confirmed(
                                Objects.requireNonNullElse(one.proposal(), ""), Optional.ofNullable(one.day())))
                        .toList();
        return holidays.confirm(caller, confirmation.year(), wanted);
    }

    /** Takes back a day that was entered. */
    @DELETE
    @Path("/{day}")
    public void remove(@Context Caller caller, @PathParam("day") LocalDate day) {
        holidays.remove(caller, day);
    }
}
