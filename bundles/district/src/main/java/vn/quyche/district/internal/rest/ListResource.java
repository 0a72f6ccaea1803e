package vn.quyche.district.internal.rest;

import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.NewPublication;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;

/** The published lists and what each changed. */
@Path("/lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ListResource {

    private final PublishedLists lists;
    private final Clock clock;

    ListResource(PublishedLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * The published lists, newest first; sorted by {@code version}, {@code groups}, {@code added}, {@code changed} or
     * {@code removed}.
     */
    @GET
    public Page<PublishedVersion> versions(@Context Caller caller, @Context PageRequest page) {
        return lists.versions(caller, page);
    }

    /** Publishes what is recognised now; gives the number of the list. */
    @POST
    public NewId publish(@Context Caller caller, NewPublication publication) {
        return new NewId(String.valueOf(lists.publish(caller, publication).version()));
    }

    /** What the next list would change. */
    @GET
    @Path("/next")
    public PublishedLists.Preview preview(@Context Caller caller) {
        return lists.preview(caller);
    }

    /**
     * The groups that were official on a day ({@code 2026-05-03}; today without one); sorted by {@code name},
     * {@code school}, {@code platform} or {@code from}.
     */
    @GET
    @Path("/groups")
    public Page<ListedEntry> list(
            @Context Caller caller,
            @QueryParam("day") String day,
            @QueryParam("q") String text,
            @QueryParam("school") String schoolCode,
            @Context PageRequest page) {
        return lists.list(
                caller,
                new PublishedLists.Query(Texts.dayOrToday(day, clock), Texts.given(text), Texts.given(schoolCode)),
                page);
    }

    /**
     * What the lists changed, oldest first, behind {@code after}: the {@code seen} of the last answer; sorted by
     * {@code version} or {@code school}.
     */
    @GET
    @Path("/changes")
    public ChangePage changes(
            @Context Caller caller, @QueryParam("school") String schoolCode, @Context PageRequest page) {
        Page<ListChange> changes = lists.changes(caller, Texts.given(schoolCode), page);
        Optional<String> seen = changes.items().isEmpty()
                ? page.after()
                : Optional.of(
                        lists.cursor(page, changes.items().get(changes.items().size() - 1)));
        return new ChangePage(changes.items(), changes.next(), seen);
    }
}
