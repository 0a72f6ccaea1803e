package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Joinings.NewJoining;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.model.Arrival;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaHandoverStore;

/** Opens the joining checklists of people whom a staff list brings. */
@Component(service = Arrivals.class)
public final class Arrivals {

    private final Joinings joinings;
    private final JpaHandoverStore store;
    private final CurrentDirectory current;
    private final Clock clock;

    @Activate
    public Arrivals(
            @Reference Joinings joinings,
            @Reference JpaHandoverStore store,
            @Reference CurrentDirectory current,
            @Reference Clock clock) {
        this.joinings = joinings;
        this.store = store;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Opens one for each of them who has none, within the running act, once the directory knows them.
     *
     * @return how many
     * @throws Conflict {@code directory.import-no-giver} when nobody of the school can give anything
     */
    int open(Caller caller, Collection<Arrival> arrivals) {
        Snapshot snapshot = current.locked();
        int opened = 0;
        for (Arrival arrival : arrivals) {
            if (store.openOf(Direction.JOINING, arrival.personId()).isEmpty()) {
                String giver = giver(caller, snapshot, arrival.personId())
                        .orElseThrow(() -> new Conflict("directory.import-no-giver"));
                joinings.open(
                        caller,
                        "",
                        new NewJoining(arrival.personId(), arrival.reason(), arrival.firstDay(), "", giver));
                opened++;
            }
        }
        return opened;
    }

    /** Who brings the list gives for the school; without a person of theirs the office, else the principal. */
    private Optional<String> giver(Caller caller, Snapshot snapshot, String joinerId) {
        var today = VietnamTime.today(clock);
        Stream<String> importer = caller.personId().stream()
                .filter(id ->
                        snapshot.file(id).filter(file -> file.employed(today)).isPresent());
        Stream<String> office = Stream.of(Post.OFFICE_HEAD, Post.RECORDS_CLERK, Post.PRINCIPAL)
                .flatMap(post -> snapshot.holders(post, today).stream())
                .map(Person::id);
        return Stream.concat(importer, office)
                .filter(id -> !id.equals(joinerId))
                .findFirst();
    }
}
