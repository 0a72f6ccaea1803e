package vn.quyche.core.web.internal.rest;

import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Modules;

/** What is installed, and what could be. */
@Path("/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModuleResource {

    private final Modules modules;

    ModuleResource(Modules modules) {
        this.modules = modules;
    }

    @GET
    public List<Modules.Module> list(@Context Caller caller) {
        return modules.list(caller);
    }

    /** Installs a domain. */
    @PUT
    @Path("/{domain}")
    public void install(@Context Caller caller, @PathParam("domain") String domain) {
        modules.install(caller, domain);
    }

    /** Removes a domain; its data stays. */
    @DELETE
    @Path("/{domain}")
    public void uninstall(@Context Caller caller, @PathParam("domain") String domain) {
        modules.uninstall(caller, domain);
    }
}
