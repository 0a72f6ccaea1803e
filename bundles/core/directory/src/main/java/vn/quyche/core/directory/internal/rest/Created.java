package vn.quyche.core.directory.internal.rest;

import javax.ws.rs.core.Response;

/**
 * What was created.
 *
 * @param id its id
 */
public record Created(String id) {

    static Response of(String id) {
        return Response.status(Response.Status.CREATED).entity(new Created(id)).build();
    }
}
