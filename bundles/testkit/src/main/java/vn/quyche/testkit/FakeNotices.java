package vn.quyche.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.security.Caller;

/** Notices in memory. {@link #sent} holds everything that was ever sent, replaced ones too. */
public final class FakeNotices implements Notices {

    private final Clock clock;
    private final List<NewNotice> sent = new ArrayList<>();
    /** The standing notice of a person and key, by both. */
    private final Map<String, Standing> standing = new LinkedHashMap<>();

    private final Map<String, String> calendarKeys = new LinkedHashMap<>();
    private int made;

    private record Standing(String personId, Notice notice) {}

    /** @param clock gives the time of sending and reading */
    public FakeNotices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void send(Collection<NewNotice> notices) {
        for (NewNotice notice : notices) {
            sent.add(notice);
            String key = notice.personId() + "\n" + notice.key();
            standing.remove(key);
            standing.put(key, new Standing(notice.personId(), unread(notice)));
        }
    }

    @Override
    public Page<Notice> list(Caller caller, boolean unreadOnly, PageRequest page) {
        List<Notice> newestFirst = new ArrayList<>(of(caller));
        Collections.reverse(newestFirst);
        List<Notice> rows = newestFirst.stream()
                .filter(notice -> !unreadOnly || notice.readAt().isEmpty())
                .filter(notice -> page.after()
                        .map(after -> notice.id().compareTo(after) < 0)
                        .orElse(true))
                .limit(page.size() + 1L)
                .toList();
        return Page.of(rows, page.size(), Notice::id);
    }

    @Override
    public Notice get(Caller caller, String noticeId) {
        return of(caller).stream()
                .filter(notice -> notice.id().equals(noticeId))
                .findFirst()
                .orElseThrow(() -> new NotFound("notice.not-found"));
    }

    @Override
    public int unread(Caller caller) {
        return (int)
                of(caller).stream().filter(notice -> notice.readAt().isEmpty()).count();
    }

    @Override
    public void read(Caller caller, String noticeId) {
        standing.replaceAll((key, one) -> isOf(caller, one) && one.notice().id().equals(noticeId) ? read(one) : one);
    }

    @Override
    public void readAll(Caller caller) {
        standing.replaceAll((key, one) -> isOf(caller, one) ? read(one) : one);
    }

    @Override
    public String calendarKey(Caller caller) {
        return calendarKeys.computeIfAbsent(caller.personId().orElseThrow(), person -> "calendar-" + ++made);
    }

    @Override
    public String renewCalendarKey(Caller caller) {
        calendarKeys.remove(caller.personId().orElseThrow());
        return calendarKey(caller);
    }

    /** Everything that was ever sent, in that order. */
    public List<NewNotice> sent() {
        return List.copyOf(sent);
    }

    /** What was ever sent to a person, in that order. */
    public List<NewNotice> sentTo(String personId) {
        return sent.stream()
                .filter(notice -> notice.personId().equals(personId))
                .toList();
    }

    private List<Notice> of(Caller caller) {
        return standing.values().stream()
                .filter(one -> isOf(caller, one))
                .map(Standing::notice)
                .toList();
    }

    private static boolean isOf(Caller caller, Standing one) {
        return caller.personId().filter(one.personId()::equals).isPresent();
    }

    private Notice unread(NewNotice notice) {
        return new Notice(
                "notice-%06d".formatted(++made),
                notice.kind(),
                notice.title(),
                notice.body(),
                notice.link(),
                clock.instant(),
                Optional.empty());
    }

    private Standing read(Standing one) {
        Notice notice = one.notice();
        if (notice.readAt().isPresent()) {
            return one;
        }
        return new Standing(
                one.personId(),
                new Notice(
                        notice.id(),
                        notice.kind(),
                        notice.title(),
                        notice.body(),
                        notice.link(),
                        notice.at(),
                        Optional.of(clock.instant())));
    }
}
