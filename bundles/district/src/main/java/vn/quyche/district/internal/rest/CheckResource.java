package vn.quyche.district.internal.rest;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.district.api.CheckAnswer;
import vn.quyche.district.api.PublishedLists;

/** Whether a group is official. */
@Path("/checks")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {

    private final PublishedLists lists;

    CheckResource(PublishedLists lists) {
        this.lists = lists;
    }

    /** Checks a group by its whole name or its check code. */
    @GET
    public CheckAnswer check(@Context Caller caller, @QueryParam("q") @DefaultValue("") String nameOrCode) {
        return lists.check(caller, nameOrCode);
    }
}
