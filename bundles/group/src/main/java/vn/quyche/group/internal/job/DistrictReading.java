package vn.quyche.group.internal.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictLink;
import vn.quyche.group.internal.service.InspectedGroups;
import vn.quyche.group.internal.store.JpaDistrictStore;

/**
 * Reads what the district's lists changed, where the school is connected, and tells the office: each change of an own group by
 * itself, those of other schools in one line for each list. Sends the school's list and figures when they
 * changed, where that is wanted.
 */
@Component(service = Job.class)
@Regulated("TB.4")
public final class DistrictReading implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DistrictReading.class);
    private static final String NOTICE = "group.district";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int MOST_PAGES = 50;
    /** How long after one exchange with the district comes the next. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final JpaDistrictStore store;
    private final Groups groups;
    private final Directory directory;
    private final Notices notices;
    private final Messages messages;
    private final Secrets secrets;
    private final Tx tx;
    private final Clock clock;
    private final DistrictFeed feed = new DistrictFeed(new RemoteHttp(Duration.ofSeconds(5), Duration.ofSeconds(20)));
    private final DistrictFigures figures;

    @Activate
    public DistrictReading(
            @Reference JpaDistrictStore store,
            @Reference Groups groups,
            @Reference InspectedGroups inspected,
            @Reference DutySummaries duties,
            @Reference Directory directory,
            @Reference Notices notices,
            @Reference Messages messages,
            @Reference Secrets secrets,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.groups = groups;
        this.directory = directory;
        this.notices = notices;
        this.messages = messages;
        this.secrets = secrets;
        this.tx = tx;
        this.clock = clock;
        this.figures = new DistrictFigures(store, inspected, duties, feed, clock);
    }

    @Override
    public String name() {
        return "group.district";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        store.find().filter(DistrictLink::connected).filter(this::due).ifPresent(this::exchange);
    }

    /** Looks are cheap, so that who has just connected the school does not wait for what it brings. */
    private boolean due(DistrictLink link) {
        Instant before = clock.instant().minus(PAUSE);
        return Stream.of(link.readAt(), link.failedAt())
                .flatMap(Optional::stream)
                .noneMatch(before::isBefore);
    }

    void exchange(DistrictLink link) {
        try {
            String token = token();
            if (link.sends()) {
                send(link, token);
            }
            read(link, token);
            if (link.sends()) {
                figures.send(link, token, directory.school().code());
            }
        } catch (RemoteFailure failure) {
            LOG.info("The district cannot be reached: {} {}", failure.code(), failure.detail());
            store.failed(failure.code(), clock.instant());
        }
    }

    private String token() {
        try {
            return secrets.open(store.sealedToken());
        } catch (Unavailable otherKey) {
            throw RemoteFailure.lasting(RemoteFailure.NO_TOKEN, otherKey.code(), otherKey);
        }
    }

    private void read(DistrictLink link, String token) {
        boolean first = link.readAt().isEmpty();
        Optional<String> seen = store.seen();
        DistrictFeed.ChangePage page;
        int pages = 0;
        do {
            page = feed.changes(link.address(), token, seen, directory.school().code());
            if (page.more() && page.seen().equals(seen)) {
                throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "seen");
            }
            seen = page.seen().or(store::seen);
            keep(page.changes(), seen.orElse(""), first);
            pages++;
        } while (page.more() && pages < MOST_PAGES);
    }

    /** What a newly connected school reads of the past is kept, but told to nobody. */
    private void keep(List<DistrictChange> changes, String seen, boolean first) {
        tx.run(() -> {
            store.read(changes, seen, clock.instant());
            if (!first && !changes.isEmpty()) {
                notices.send(tell(changes));
            }
        });
    }

    private List<NewNotice> tell(List<DistrictChange> changes) {
        LocalDate today = VietnamTime.today(clock);
        List<String> office = Stream.of(Post.PRINCIPAL, Post.RECORDS_CLERK)
                .flatMap(post -> directory.holders(post, today).stream())
                .map(Person::id)
                .distinct()
                .toList();
        List<NewNotice> told = new ArrayList<>();
        for (String person : office) {
            changes.stream()
                    .filter(DistrictChange::own)
                    .map(change -> new NewNotice(
                            NOTICE + ":" + change.version() + ":" + change.place(),
                            person,
                            NOTICE,
                            messages.text(
                                    VIETNAMESE,
                                    "group.district-told." + change.kind(),
                                    change.name(),
                                    VietnamTime.day(change.effectiveOn())),
                            messages.text(VIETNAMESE, "group.district-told.by", change.number()),
                            "/group/district?own=1"))
                    .forEach(told::add);
            changes.stream()
                    .filter(change -> !change.own())
                    .map(DistrictChange::version)
                    .distinct()
                    .map(version -> others(changes, version, person))
                    .forEach(told::add);
        }
        return told;
    }

    private NewNotice others(List<DistrictChange> changes, int version, String person) {
        DistrictChange one = changes.stream()
                .filter(change -> change.version() == version)
                .findFirst()
                .orElseThrow();
        return new NewNotice(
                NOTICE + ":" + version,
                person,
                NOTICE,
                messages.text(
                        VIETNAMESE, "group.district-told.others", one.number(), VietnamTime.day(one.effectiveOn())),
                "",
                "/group/district");
    }

    private void send(DistrictLink link, String token) {
        List<ListedGroup> list = Page.every(
                        page -> groups.collect(Caller.system("group.district"), VietnamTime.today(clock), page))
                .toList();
        String hash = hash(Json.of(list));
        if (!hash.equals(store.sentHash())) {
            feed.send(link.address(), token, directory.school().code(), clock.instant(), list);
            store.sent(hash, clock.instant());
        }
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
