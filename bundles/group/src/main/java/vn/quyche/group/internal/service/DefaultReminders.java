package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaReceiptStore;
import vn.quyche.group.internal.store.JpaReminderStore;
import vn.quyche.group.internal.store.JpaReminderStore.Told;

/** Reminders of directives with the names of those who were told, and reminders that somebody asks for. */
@Component
public final class DefaultReminders implements Reminders {

    /** Parameter: how long after a reminder by hand the next one may follow. */
    static final String AGAIN_AFTER = "group.remind-again-after";

    private final Acts acts;
    private final JpaReminderStore store;
    private final JpaDirectiveStore directiveStore;
    private final JpaReceiptStore receipts;
    private final Directives directives;
    private final Directory directory;
    private final Regulations regulations;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultReminders(
            @Reference Acts acts,
            @Reference JpaReminderStore store,
            @Reference JpaDirectiveStore directiveStore,
            @Reference JpaReceiptStore receipts,
            @Reference Directives directives,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Notices notices,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.store = store;
        this.directiveStore = directiveStore;
        this.receipts = receipts;
        this.directives = directives;
        this.directory = directory;
        this.regulations = regulations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Regulated("BC.6.3")
    public Page<Reminder> list(Caller caller, String directiveId, PageRequest page) {
        requireReceipts(caller, directiveId);
        Page<Told> shown = store.list(directiveId, page);
        Set<String> people = shown.items().stream().map(Told::personId).collect(Collectors.toSet());
        Map<String, String> names = people.isEmpty() ? Map.of() : directory.names(people);
        return shown.map(told -> new Reminder(
                told.at(), told.kind(), told.personId(), names.getOrDefault(told.personId(), ""), told.people()));
    }

    @Override
    @Regulated("BC.6.3")
    public int remind(Caller caller, String directiveId) {
        Act act = Act.on(
                DefaultDirectives.DIRECTIVE,
                directiveId,
                "group.remind-open",
                GroupPermissions.RECEIVE,
                Scope.own(caller));
        return acts.perform(caller, act, log -> {
            requireReceipts(caller, directiveId);
            Directive directive = directiveStore
                    .lock(directiveId)
                    .orElseThrow(() -> new NotFound("group.directive-not-found", directiveId));
            if (directive.state() != DirectiveState.ISSUED) {
                throw new Conflict("group.directive-closed", directive.number());
            }
            Instant now = clock.instant();
            requireNotLately(directiveId, now);
            List<String> open = receipts.openOf(directiveId);
            if (open.isEmpty()) {
                throw new Conflict("group.nobody-open", directive.number());
            }
            String key = ids.next();
            store.insert(
                    directiveId,
                    IntStream.range(0, open.size())
                            .mapToObj(place -> new Told(key, place, now, Reminder.Kind.ASKED, open.get(place), 1))
                            .toList());
            String deadline = VietnamTime.moment(directive.deadline().orElseThrow());
            notices.send(open.stream()
                    .map(person -> new NewNotice(
                            "group.remind:" + key,
                            person,
                            DefaultDirectives.DIRECTIVE,
                            VietnameseText.line(
                                    "Nhắc thực hiện chỉ đạo " + directive.number() + ": " + directive.title()),
                            caller.name() + " nhắc · hạn " + deadline,
                            "/group/directives/" + directiveId))
                    .toList());
            log.changed(null, Map.of("reminded", open.size()));
            return open.size();
        });
    }

    private void requireNotLately(String directiveId, Instant now) {
        Duration pause = regulations.duration(AGAIN_AFTER, VietnamTime.today(clock));
        store.lastAsked(directiveId)
                .map(last -> last.plus(pause))
                .filter(now::isBefore)
                .ifPresent(next -> {
                    throw new Conflict("group.reminded-lately", VietnamTime.moment(next));
                });
    }

    /** Who may see the receipts may see who was reminded to give one, and remind. */
    private void requireReceipts(Caller caller, String directiveId) {
        directives.receipts(caller, directiveId, ReceiptFilter.all(), PageRequest.first(1));
    }
}
