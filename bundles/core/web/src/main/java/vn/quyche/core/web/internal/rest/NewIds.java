package vn.quyche.core.web.internal.rest;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.Response.Status;
import vn.quyche.core.api.web.NewId;

/** Answers 201 where something was made. */
final class NewIds implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof NewId) {
            response.setStatus(Status.CREATED.getStatusCode());
        }
    }
}
