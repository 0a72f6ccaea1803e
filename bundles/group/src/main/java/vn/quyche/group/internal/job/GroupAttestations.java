package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.internal.model.AttestationDay;
import vn.quyche.group.internal.service.DeclarationDuties;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaDeclarationStore;

/**
 * Lays on the leaders of groups outside of the product the duty to declare again who is in them, some days before it is due;
 * where nobody leads, on the office. Clauses BC.1.2 and BC.4.5.
 */
@Component(service = Job.class)
@Regulated({"BC.1.2", "BC.4.5"})
public final class GroupAttestations implements Job {

    /** Parameter: how many days before it is due a declaration comes up. */
    static final String NOTICE_DAYS = "group.attest-notice-days";

    private final GroupSight sight;
    private final JpaDeclarationStore declarations;
    private final DeclarationDuties wording;
    private final Regulations regulations;
    private final Duties duties;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public GroupAttestations(
            @Reference GroupSight sight,
            @Reference JpaDeclarationStore declarations,
            @Reference DeclarationDuties wording,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.sight = sight;
        this.declarations = declarations;
        this.wording = wording;
        this.regulations = regulations;
        this.duties = duties;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.attestations";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tx.run(this::lay);
    }

    private void lay() {
        LocalDate today = VietnamTime.today(clock);
        LocalDate horizon = today.plusDays(regulations.intValue(NOTICE_DAYS, today));
        declarations.begin(today);
        AttestationDay days = new AttestationDay(regulations, today, declarations.begun());
        List<MessagingGroup> groups =
                sight.select(Groups.Query.active(), group -> group.platform() != Platform.IN_APP && group.open(today));
        Map<String, Declaration> last =
                declarations.last(groups.stream().map(MessagingGroup::id).toList());
        List<NewDuty> due = new ArrayList<>();
        for (MessagingGroup group : groups) {
            Optional<Declaration> before = Optional.ofNullable(last.get(group.id()));
            LocalDate day = days.due(group, before);
            if (!day.isAfter(horizon)) {
                sight.responsible(group).forEach(person -> due.add(wording.attestation(group, before, day, person)));
            }
        }
        duties.assign(due);
    }
}
