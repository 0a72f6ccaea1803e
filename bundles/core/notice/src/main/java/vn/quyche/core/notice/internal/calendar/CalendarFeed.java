package vn.quyche.core.notice.internal.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.notice.internal.model.CalendarText;
import vn.quyche.core.notice.internal.model.FeedKey;
import vn.quyche.core.notice.internal.store.JpaCalendarStore;

/** The calendar of a person's duties, opened by its key as long as the person works here. */
@Component(service = CalendarFeed.class)
public final class CalendarFeed {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MAX_EVENTS = 2000;

    private final JpaCalendarStore store;
    private final Duties duties;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public CalendarFeed(
            @Reference JpaCalendarStore store,
            @Reference Duties duties,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.store = store;
        this.duties = duties;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The calendar that a key opens; empty when it opens none.
     *
     * @param base what stands before the links, without slash at the end
     */
    public Optional<String> open(String key, String base) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
        return FeedKey.parse(key)
                .flatMap(asked ->
                        store.named(asked.name()).filter(feed -> feed.key().opens(asked)))
                .filter(feed -> directory.employed(feed.personId(), today))
                .map(feed -> CalendarText.of(
                        "Việc của tôi – " + directory.school().name(), base, duties(feed.personId(), now), now));
    }

    private List<Duty> duties(String personId, Instant now) {
        Duties.Query query = new Duties.Query(
                Optional.of(personId),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(now.minus(BACK)),
                Optional.of(now.plus(AHEAD)));
        List<Duty> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Duty> page =
                    duties.list(Caller.system("calendar"), query, new PageRequest(PageRequest.MAX_SIZE, after));
            page.items().stream()
                    .filter(duty -> duty.state() == Duty.State.OPEN || duty.state() == Duty.State.DONE)
                    .forEach(found::add);
            after = page.next();
        } while (after.isPresent() && found.size() < MAX_EVENTS);
        return found;
    }
}
