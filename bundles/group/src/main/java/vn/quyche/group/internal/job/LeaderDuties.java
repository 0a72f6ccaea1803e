package vn.quyche.group.internal.job;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.service.CaseHandlers;
import vn.quyche.group.internal.service.GroupPermissions;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaConductStore;
import vn.quyche.group.internal.store.JpaDeclarationStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaInspectionStore;
import vn.quyche.group.internal.store.JpaLeaderStore;
import vn.quyche.group.internal.store.JpaReceiptStore;

/**
 * Has what waits for the leader of a group follow when somebody else answers for it from a day on: open duties pass to who
 * leads now, else to a deputy, else to the office (of a sensitive group to the principal), and so back once somebody leads
 * again; who is told of late receipts changes with them. What was done stays with who did it. Clauses BC.0.1 and TB.5.
 */
@Component(service = Job.class)
@Regulated({"BC.0.1", "TB.5"})
public final class LeaderDuties implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderDuties.class);

    private static final String ATTEST = "group.attest-members";
    private static final String SETTLE = "group.settle-members";
    private static final String DECIDE = "group.decide-end";
    private static final String REMEDY = "group.remedy-finding";
    private static final String HANDLE = "group.handle-case";

    private static final String DIRECTIVE = "group.directive";
    private static final String REASON = "Đổi người phụ trách nhóm";

    private final GroupSight sight;
    private final JpaGroupStore groups;
    private final JpaLeaderStore leaders;
    private final JpaReceiptStore receipts;
    private final JpaDeclarationStore declarations;
    private final JpaInspectionStore inspections;
    private final JpaConductStore cases;
    private final CaseHandlers handlers;
    private final Directory directory;
    private final Duties duties;
    private final Notices notices;
    private final Acts acts;
    private final Tx tx;
    private final Ids ids;

    @Activate
    public LeaderDuties(
            @Reference GroupSight sight,
            @Reference JpaGroupStore groups,
            @Reference JpaLeaderStore leaders,
            @Reference JpaReceiptStore receipts,
            @Reference JpaDeclarationStore declarations,
            @Reference JpaInspectionStore inspections,
            @Reference JpaConductStore cases,
            @Reference Directory directory,
            @Reference Duties duties,
            @Reference Notices notices,
            @Reference Acts acts,
            @Reference Tx tx,
            @Reference Ids ids) {
        this.sight = sight;
        this.groups = groups;
        this.leaders = leaders;
        this.receipts = receipts;
        this.declarations = declarations;
        this.inspections = inspections;
        this.cases = cases;
        this.handlers = new CaseHandlers(sight, directory);
        this.directory = directory;
        this.duties = duties;
        this.notices = notices;
        this.acts = acts;
        this.tx = tx;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "group.leader-duties";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        Caller system = Caller.system(ids.next());
        for (String kind : List.of(ATTEST, SETTLE, DECIDE, REMEDY, HANDLE)) {
            List<Duty> open = open(system, kind);
            Set<String> keys = open.stream().map(Duty::key).collect(Collectors.toCollection(HashSet::new));
            open.forEach(duty -> apart(duty.id(), () -> follow(system, duty, keys)));
        }
        tellOthers(system);
    }

    /** What fails by a fault of the program or the database holds up no other, and is tried again. */
    private static void apart(String id, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("What waits for a leader could not follow a change at {}; it is tried again", id, e);
        }
    }

    private List<Duty> open(Caller system, String kind) {
        Duties.Query query = new Duties.Query(
                Optional.empty(),
                Optional.of(kind),
                Optional.of(Duty.State.OPEN),
                false,
                Optional.empty(),
                Optional.empty());
        return Page.every(page -> duties.list(system, query, page))
                .filter(duty -> duty.kind().equals(kind))
                .toList();
    }

    /** @param keys of the open duties of this kind, kept up to date */
    private void follow(Caller system, Duty duty, Set<String> keys) {
        groupOf(duty).ifPresent(group -> {
            Set<String> wanted = new TreeSet<>(wanted(duty, group));
            if (wanted.isEmpty() || wanted.contains(duty.personId())) {
                return;
            }
            String heir = wanted.stream()
                    .filter(person -> !keys.contains(key(duty, person)))
                    .findFirst()
                    .orElseGet(() -> wanted.iterator().next());
            boolean laidAnyhow = !keys.add(key(duty, heir)) && !key(duty, heir).equals(duty.key());
            pass(system, duty, group, heir, laidAnyhow);
        });
    }

    /**
     * Passes one duty on.
     *
     * @param laidAnyhow whether the heir has the same duty by now: then the old one ends
     */
    private void pass(Caller system, Duty duty, MessagingGroup group, String heir, boolean laidAnyhow) {
        // the page of a group shows its lines to all members: that there is a case is told on the case alone
        Act act = duty.kind().equals(HANDLE)
                ? Act.on(
                        duty.subjectType(),
                        duty.subjectId(),
                        "group.pass-on-duty",
                        GroupPermissions.CONDUCT,
                        Scope.school())
                : Act.on("group.group", group.id(), "group.pass-on-duty", GroupPermissions.SETTLE, Scope.school());
        acts.perform(system, act, log -> {
            duties.passOn(duty.key(), key(duty, heir), heir, REASON);
            if (!laidAnyhow) {
                notices.send(List.of(new NewNotice(
                        "group.duty:" + duty.id(),
                        heir,
                        duty.subjectType(),
                        duty.title(),
                        "Nhận từ "
                                + directory.names(List.of(duty.personId())).getOrDefault(duty.personId(), "người trước")
                                + ", hạn " + VietnamTime.moment(duty.dueAt()),
                        duty.link())));
            }
            log.changed(
                    Map.of("duty", duty.kind(), "person", duty.personId()),
                    Map.of("duty", duty.kind(), "person", heir));
            return null;
        });
    }

    private Optional<MessagingGroup> groupOf(Duty duty) {
        Optional<String> groupId = switch (duty.kind()) {
            case SETTLE ->
                declarations
                        .find(duty.subjectId())
                        .map(stored -> stored.declaration().groupId());
            case REMEDY -> inspections.groupOfFinding(duty.subjectId());
            case HANDLE -> cases.find(duty.subjectId()).map(one -> one.groupId());
            default -> Optional.of(duty.subjectId());
        };
        return groupId.flatMap(groups::find);
    }

    private Set<String> wanted(Duty duty, MessagingGroup group) {
        if (duty.kind().equals(HANDLE)) {
            return cases.find(duty.subjectId())
                    .map(open -> handlers.of(group, open))
                    .orElseGet(Set::of);
        }
        // who declared settles, as long as they may: an administrator, or the office
        if (duty.kind().equals(SETTLE) && settles(duty.personId(), group)) {
            return Set.of(duty.personId());
        }
        return sight.responsible(group);
    }

    private boolean settles(String personId, MessagingGroup group) {
        return sight.roles().maySettle(group, personId)
                || Discretion.deputy(group, directory, sight.today())
                        .filter(personId::equals)
                        .isPresent();
    }

    /** The key ends with the person, where it names one. */
    private static String key(Duty duty, String personId) {
        String own = ":" + duty.personId();
        return duty.key().endsWith(own)
                ? duty.key().substring(0, duty.key().length() - own.length()) + ":" + personId
                : duty.key();
    }

    /** Of receipts that are late, who leads now is told in the place of who led. */
    @Regulated("BC.6.3")
    private void tellOthers(Caller system) {
        Map<String, Set<String>> before = leaders.all();
        for (MessagingGroup group : sight.select(Groups.Query.active(), one -> true)) {
            Set<String> now = new TreeSet<>(sight.responsible(group));
            Set<String> known = before.getOrDefault(group.id(), Set.of());
            if (now.isEmpty() || now.equals(known)) {
                continue;
            }
            if (known.isEmpty()) {
                tx.run(() -> leaders.note(group.id(), now));
            } else {
                apart(group.id(), () -> changed(system, group, known, now));
            }
        }
    }

    private void changed(Caller system, MessagingGroup group, Set<String> before, Set<String> now) {
        String heir = now.stream()
                .filter(person -> !before.contains(person))
                .findFirst()
                .orElseGet(() -> now.iterator().next());
        Act act = Act.on("group.group", group.id(), "group.note-leaders", GroupPermissions.SETTLE, Scope.school());
        acts.perform(system, act, log -> {
            List<String> open = receipts.openOfGroup(group.id());
            before.stream()
                    .filter(person -> !now.contains(person))
                    .forEach(gone -> open.forEach(directive -> duties.tellInstead(DIRECTIVE, directive, gone, heir)));
            leaders.note(group.id(), now);
            log.changed(Map.of("people", before), Map.of("people", now));
            return null;
        });
    }
}
