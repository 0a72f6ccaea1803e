package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Verdict;
import vn.quyche.core.compliance.internal.service.StandingLine;
import vn.quyche.core.compliance.internal.service.Standings;

/**
 * How the clauses of the regulations stand. Each answer is for a period: {@code period} names a month {@code 2026-11}, a
 * school year {@code 2026-2027} or a term {@code 2026-2027-1}; {@code from} and {@code to} name any days; without any of
 * them it is the running school year.
 */
@Path("/standing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StandingResource {

    private final Standings standings;

    StandingResource(Standings standings) {
        this.standings = standings;
    }

    /** From which day on to count again; from the beginning when it is left out. */
    public record CountAgain(LocalDate from) {}

    /** The regulations with how many of their clauses are kept, at risk, broken. */
    @GET
    public List<Standings.Overview> overview(
            @Context Caller caller,
            @QueryParam("period") String period,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        return standings.overview(caller, days(period, from, to));
    }

    /** The clauses by regulation and article: some hundreds, hence in one answer. */
    @GET
    @Path("/lines")
    public List<StandingLine> lines(
            @Context Caller caller,
            @QueryParam("regulation") String regulation,
            @QueryParam("verdict") Verdict verdict,
            @QueryParam("chapter") String chapter,
            @QueryParam("kind") Kind kind,
            @QueryParam("bundle") String bundle,
            @QueryParam("period") String period,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        Standings.Query query = new Standings.Query(
                Optional.ofNullable(regulation),
                Optional.empty(),
                Optional.ofNullable(verdict),
                Optional.ofNullable(chapter),
                Optional.ofNullable(kind),
                Optional.ofNullable(bundle));
        return standings.lines(caller, query, days(period, from, to));
    }

    /** Sets of criteria from outside, with the standing of the clauses that their criteria name. */
    @GET
    @Path("/criteria")
    public List<Standings.CriteriaStanding> criteria(
            @Context Caller caller,
            @QueryParam("period") String period,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        return standings.criteria(caller, days(period, from, to));
    }

    /** One clause, wherever it stands, and how it went on by month. */
    @GET
    @Path("/clauses/{id}")
    public Standings.ClauseStanding clause(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("period") String period,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        return standings.clause(caller, id, days(period, from, to));
    }

    /** The evidence of a clause, newest first. */
    @GET
    @Path("/clauses/{id}/evidence")
    public Page<Standings.EvidenceLine> evidence(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("kind") Evidence.Kind kind,
            @QueryParam("period") String period,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @Context PageRequest page) {
        return standings.evidence(caller, id, days(period, from, to), Optional.ofNullable(kind), page);
    }

    /** Lets everything be counted again in the background; twice is once. */
    @POST
    @Path("/recount")
    public void recount(@Context Caller caller, CountAgain again) {
        standings.rebuild(caller, again == null ? null : again.from());
    }

    private DaySpan days(String period, LocalDate from, LocalDate to) {
        return standings.period(Optional.ofNullable(period), Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
