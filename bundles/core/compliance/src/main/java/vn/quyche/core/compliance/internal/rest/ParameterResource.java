package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.service.RegulationReader;

/** Parameters and what the school decided about them. */
@Path("/parameters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ParameterResource {

    private final RegulationReader reader;
    private final ParameterValues values;

    ParameterResource(RegulationReader reader, ParameterValues values) {
        this.reader = reader;
        this.values = values;
    }

    /** All parameters with their values on a day, today unless told otherwise. */
    @GET
    public List<Parameter> list(@Context Caller caller, @QueryParam("day") LocalDate day) {
        return reader.parameters(caller, day);
    }

    /** One parameter as it is today. */
    @GET
    @Path("/{key}")
    public Parameter get(@Context Caller caller, @PathParam("key") String key) {
        return reader.parameter(caller, key);
    }

    /** What was decided about a parameter, latest first. */
    @GET
    @Path("/{key}/values")
    public List<Value> values(@Context Caller caller, @PathParam("key") String key) {
        return values.history(caller, key);
    }

    /** Enters a value; the same day again replaces it, which makes entering it twice harmless. */
    @POST
    @Path("/{key}/values")
    public Response set(@Context Caller caller, @PathParam("key") String key, NewValue value) {
        Value decided = value == null
                ? values.set(caller, key, null, null, null)
                : values.set(caller, key, value.value(), value.validFrom(), value.decision());
        return Response.status(Response.Status.CREATED).entity(decided).build();
    }
}
