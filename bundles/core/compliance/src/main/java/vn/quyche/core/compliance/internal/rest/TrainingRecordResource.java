package vn.quyche.core.compliance.internal.rest;

import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.TrainingRecord;
import vn.quyche.core.compliance.internal.model.TrainingRecordQuery;
import vn.quyche.core.compliance.internal.model.Untrained;
import vn.quyche.core.compliance.internal.service.TrainingRecords;

/** Who came to which training, and who never did. */
@Path("/training-records")
@Produces(MediaType.APPLICATION_JSON)
public final class TrainingRecordResource {

    private final TrainingRecords records;

    TrainingRecordResource(TrainingRecords records) {
        this.records = records;
    }

    /** Everybody's records, newest first; sorted by {@code time} or {@code name}. */
    @GET
    public Page<TrainingRecord> list(
            @Context Caller caller,
            @QueryParam("person") String person,
            @QueryParam("regulation") String regulation,
            @QueryParam("year") String schoolYear,
            @QueryParam("present") Boolean present,
            @Context PageRequest page) {
        return records.list(
                caller,
                new TrainingRecordQuery(
                        Optional.ofNullable(person),
                        Optional.ofNullable(regulation),
                        Optional.ofNullable(schoolYear),
                        Optional.ofNullable(present)),
                page);
    }

    /** The caller's own records; sorted by {@code time} or {@code name}. */
    @GET
    @Path("/mine")
    public Page<TrainingRecord> mine(@Context Caller caller, @Context PageRequest page) {
        return records.mine(caller, TrainingRecordQuery.ALL, page);
    }

    /** Who works here and never came to a training on a regulation that is in force; sorted by {@code name}. */
    @GET
    @Path("/untrained")
    public Page<Untrained> untrained(
            @Context Caller caller, @QueryParam("regulation") String regulation, @Context PageRequest page) {
        return records.untrained(caller, Optional.ofNullable(regulation), page);
    }
}
