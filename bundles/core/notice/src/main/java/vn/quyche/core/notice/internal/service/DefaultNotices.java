package vn.quyche.core.notice.internal.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.notice.internal.model.FeedKey;
import vn.quyche.core.notice.internal.store.JpaCalendarStore;
import vn.quyche.core.notice.internal.store.JpaNoticeStore;
import vn.quyche.core.notice.internal.store.Sent;

/**
 * Notices. Reading takes no permission: a person sees their own and nobody else's. That a notice was read is no act and is
 * not audited; a new calendar address is. It writes its audit line itself, since the acts of {@code core.security} may want
 * to send notices.
 */
@Component(service = Notices.class)
public final class DefaultNotices implements Notices {

    private static final int MAX_KEY = 200;
    private static final int MAX_TITLE = 300;
    private static final int MAX_BODY = 4000;

    private final JpaNoticeStore store;
    private final JpaCalendarStore calendars;
    private final LiveNotices live;
    private final AuditLog audit;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public DefaultNotices(
            @Reference JpaNoticeStore store,
            @Reference JpaCalendarStore calendars,
            @Reference LiveNotices live,
            @Reference AuditLog audit,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.live = live;
        this.audit = audit;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void send(Collection<NewNotice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Sent> sent = notices.stream().map(notice -> sent(notice, now)).toList();
        tx.run(() -> {
            store.put(sent);
            tx.afterCommit(() -> live.committed(sent));
        });
    }

    @Override
    public Page<Notice> list(Caller caller, boolean unreadOnly, PageRequest page) {
        boolean newestFirst = Sort.of(page.sort(), "-time", List.of("time")).descending();
        return Page.of(
                store.list(person(caller), unreadOnly, newestFirst, page.afterId(), page.size() + 1),
                page.size(),
                Notice::id);
    }

    @Override
    public Notice get(Caller caller, String noticeId) {
        return store.find(person(caller), noticeId).orElseThrow(() -> new NotFound("notice.not-found"));
    }

    @Override
    public int unread(Caller caller) {
        return caller.personId().map(live::unread).orElse(0);
    }

    @Override
    public void read(Caller caller, String noticeId) {
        String person = person(caller);
        tx.run(() -> {
            store.read(person, noticeId, clock.instant());
            tx.afterCommit(() -> live.changed(List.of(person)));
        });
    }

    @Override
    public void readAll(Caller caller) {
        String person = person(caller);
        tx.run(() -> {
            store.readAll(person, clock.instant());
            tx.afterCommit(() -> live.changed(List.of(person)));
        });
    }

    @Override
    public String calendarKey(Caller caller) {
        Optional<FeedKey> standing = calendars.keyOf(person(caller));
        return standing.isPresent() ? standing.get().text() : renewCalendarKey(caller);
    }

    @Override
    public String renewCalendarKey(Caller caller) {
        String person = person(caller);
        FeedKey key = FeedKey.random(ids.next(), random);
        tx.run(() -> {
            calendars.put(person, key, clock.instant());
            audit.done(
                    caller,
                    new AuditLog.Entry(
                            "notice.renew-calendar", "notice.calendar", person, null, Map.of("feed", key.name()), ""));
        });
        return key.text();
    }

    private static String person(Caller caller) {
        return caller.personId().orElseThrow(() -> new Forbidden("notice.no-person"));
    }

    private Sent sent(NewNotice notice, Instant now) {
        if (notice.key().isBlank() || notice.key().length() > MAX_KEY) {
            throw new IllegalArgumentException("key of a notice: " + notice.key());
        }
        return new Sent(
                notice.personId(),
                notice.key(),
                new Notice(
                        ids.next(),
                        notice.kind(),
                        cut(notice.title(), MAX_TITLE),
                        cut(notice.body(), MAX_BODY),
                        notice.link(),
                        now,
                        Optional.empty()));
    }

    /** The text, or as much of it as fits, with an ellipsis and no half characters. */
    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
