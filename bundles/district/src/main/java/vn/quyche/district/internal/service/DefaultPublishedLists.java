package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.CheckAnswer;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupReview;
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.NewPublication;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.internal.model.AgencyClaim;
import vn.quyche.district.internal.model.CheckCode;
import vn.quyche.district.internal.model.NextList;
import vn.quyche.district.internal.store.JpaCollectedStore;
import vn.quyche.district.internal.store.JpaListStore;

/** Publishes lists, answers for any day, and checks names and codes for anyone. */
@Component
public final class DefaultPublishedLists implements PublishedLists {

    private static final int MOST_SHOWN = 3;
    private static final int LONGEST_NAME = 200;

    private final Acts acts;
    private final Access access;
    private final JpaListStore lists;
    private final JpaCollectedStore groups;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultPublishedLists(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaListStore lists,
            @Reference JpaCollectedStore groups,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.lists = lists;
        this.groups = groups;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Preview preview(Caller caller) {
        access.require(caller, DistrictPermissions.PUBLISH, Scope.school());
        NextList next = next(0, VietnamTime.today(clock));
        return new Preview(
                next.groups(),
                next.added().size(),
                next.changed().size(),
                next.removed().size());
    }

    @Override
    @Regulated({"TB.1", "TB.4"})
    public PublishedVersion publish(Caller caller, NewPublication entered) {
        Act act = Act.create("district.list", "district.publish-list", DistrictPermissions.PUBLISH, Scope.school());
        return acts.perform(caller, act, log -> {
            Optional<PublishedVersion> last = lists.lockLast();
            NewPublication publication = check(entered, last);
            int version = last.map(PublishedVersion::version).orElse(0) + 1;
            NextList next = next(version, publication.effectiveOn());
            if (next.empty()) {
                throw new Conflict("district.nothing-to-publish");
            }
            PublishedVersion published = new PublishedVersion(
                    version,
                    publication.number(),
                    publication.date(),
                    publication.signer(),
                    publication.effectiveOn(),
                    publication.note(),
                    next.groups(),
                    next.added().size(),
                    next.changed().size(),
                    next.removed().size(),
                    clock.instant(),
                    caller.name());
            Stream<ListedEntry> replaced = next.changed().stream().map(NextList.Replaced::before);
            lists.publish(
                    published,
                    Stream.concat(replaced, next.removed().stream())
                            .map(ListedEntry::id)
                            .toList(),
                    Stream.concat(next.added().stream(), next.changed().stream().map(NextList.Replaced::after))
                            .toList(),
                    changes(published, next));
            log.subject(String.valueOf(version));
            log.changed(null, published);
            log.note(publication.note());
            log.emit(new Event(
                    "district.list-published.v1",
                    String.valueOf(version),
                    Map.of(
                            "number", published.number(),
                            "effectiveOn", published.effectiveOn().toString(),
                            "added", String.valueOf(published.added()),
                            "changed", String.valueOf(published.changed()),
                            "removed", String.valueOf(published.removed()))));
            return published;
        });
    }

    @Override
    public Page<PublishedVersion> versions(Caller caller, PageRequest page) {
        access.require(caller, DistrictPermissions.LIST, Scope.school());
        return lists.versions(page);
    }

    @Override
    @Regulated("TB.1")
    public Page<ListedEntry> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, DistrictPermissions.LIST, Scope.school());
        return lists.list(query, page);
    }

    @Override
    @Regulated("TB.4")
    public Page<ListChange> changes(Caller caller, Optional<String> schoolCode, PageRequest page) {
        access.require(caller, DistrictPermissions.LIST, Scope.school());
        return lists.changes(schoolCode, page);
    }

    @Override
    public String cursor(PageRequest page, ListChange change) {
        return JpaListStore.cursor(page, change);
    }

    @Override
    @Regulated("TB.2")
    public CheckAnswer check(Caller caller, String nameOrCode) {
        Checks checks = new Checks();
        String asked = VietnameseText.line(checks.text("q", nameOrCode, 1, LONGEST_NAME));
        checks.orThrow();
        LocalDate today = VietnamTime.today(clock);
        return CheckCode.read(asked)
                .flatMap(code -> answer(Optional.of(code), asked, today))
                .or(() -> answer(Optional.empty(), asked, today))
                .orElseGet(() -> new CheckAnswer(
                        CheckAnswer.Standing.UNKNOWN,
                        List.of(),
                        0,
                        AgencyClaim.in(asked),
                        lists.looksAlike(asked, today)));
    }

    private Optional<CheckAnswer> answer(Optional<String> code, String name, LocalDate today) {
        List<ListedEntry> official = lists.named(code, name, today, MOST_SHOWN + 1);
        if (!official.isEmpty()) {
            int count = official.size() <= MOST_SHOWN ? official.size() : lists.count(name, today);
            return Optional.of(new CheckAnswer(
                    CheckAnswer.Standing.OFFICIAL,
                    count <= MOST_SHOWN ? matches(official) : List.of(),
                    count,
                    false,
                    false));
        }
        return lists.ended(code, name, today, 1).stream()
                .findFirst()
                .map(ended -> new CheckAnswer(CheckAnswer.Standing.ENDED, matches(List.of(ended)), 1, false, false));
    }

    private static List<CheckAnswer.Match> matches(List<ListedEntry> entries) {
        return entries.stream()
                .map(entry -> new CheckAnswer.Match(
                        entry.group().name(),
                        entry.schoolName(),
                        entry.group().platform(),
                        entry.number(),
                        entry.officialFrom(),
                        entry.until()))
                .toList();
    }

    /**
     * The next list: what is recognised and still on its school's list. A group that is listed and whose new name waits for a
     * decision stays as it is listed.
     */
    private NextList next(int version, LocalDate from) {
        List<ListedEntry> listed = lists.current();
        Map<String, GroupReview> reviews = groups.recognitions();
        Map<String, ListedEntry> now =
                listed.stream().collect(Collectors.toMap(ListedEntry::groupId, Function.identity()));
        List<ListedEntry> recognised = new ArrayList<>();
        groups.in(Set.of(ReviewState.RECOGNISED)).forEach(group -> {
            GroupReview review = reviews.get(group.id());
            recognised.add(entry(group, review, version, from));
        });
        groups.in(Set.of(ReviewState.PENDING, ReviewState.CHANGE_ASKED)).stream()
                .map(group -> now.get(group.id()))
                .filter(java.util.Objects::nonNull)
                .forEach(recognised::add);
        return NextList.of(listed, recognised);
    }

    private ListedEntry entry(CollectedGroup group, GroupReview review, int version, LocalDate from) {
        return new ListedEntry(
                ids.next(),
                group.id(),
                group.schoolCode(),
                group.schoolName(),
                group.checkCode(),
                group.group(),
                review.number(),
                review.date(),
                version,
                from,
                Optional.empty());
    }

    private static List<ListChange> changes(PublishedVersion version, NextList next) {
        List<ListChange> changes = new ArrayList<>();
        next.added()
                .forEach(entry -> changes.add(change(version, changes.size(), ListChange.Kind.ADDED, "", "", entry)));
        next.changed()
                .forEach(pair -> changes.add(change(
                        version,
                        changes.size(),
                        ListChange.Kind.CHANGED,
                        pair.before().group().name(),
                        pair.before().group().platform(),
                        pair.after())));
        next.removed()
                .forEach(entry -> changes.add(change(
                        version,
                        changes.size(),
                        ListChange.Kind.REMOVED,
                        entry.group().name(),
                        entry.group().platform(),
                        entry)));
        return changes;
    }

    private static ListChange change(
            PublishedVersion version,
            int before,
            ListChange.Kind kind,
            String nameBefore,
            String platformBefore,
            ListedEntry entry) {
        return new ListChange(
                version.version(),
                before + 1,
                kind,
                entry.schoolCode(),
                entry.schoolName(),
                entry.group().code(),
                entry.group().id(),
                entry.group().name(),
                nameBefore,
                entry.group().platform(),
                platformBefore,
                version.effectiveOn(),
                version.number());
    }

    private NewPublication check(NewPublication entered, Optional<PublishedVersion> last) {
        if (entered == null) {
            throw new Invalid("number", "core.required");
        }
        LocalDate today = VietnamTime.today(clock);
        Checks checks = new Checks();
        String number = checks.text("number", entered.number(), 1, 60);
        String signer = checks.text("signer", entered.signer(), 1, 120);
        String note = checks.text("note", entered.note(), 0, 1000);
        LocalDate date = entered.date();
        checks.that(date != null, "date", "core.required");
        checks.that(date == null || !date.isAfter(today), "date", "district.date-in-future");
        checks.that(date == null || date.getYear() >= 1945, "date", "district.date-too-old");
        LocalDate effective = entered.effectiveOn();
        checks.that(effective != null, "effectiveOn", "core.required");
        if (effective != null) {
            checks.that(!effective.isAfter(today), "effectiveOn", "district.effective-in-future");
            checks.that(date == null || !effective.isBefore(date), "effectiveOn", "district.effective-before-decision");
            checks.that(
                    last.map(before -> !effective.isBefore(before.effectiveOn()))
                            .orElse(true),
                    "effectiveOn",
                    "district.effective-before-last");
        }
        checks.orThrow();
        return new NewPublication(number, date, signer, effective, note);
    }
}
