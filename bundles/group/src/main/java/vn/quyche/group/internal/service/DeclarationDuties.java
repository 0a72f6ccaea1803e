package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.internal.model.Discretion;

/** The duties around declared lists: to declare again, and to settle what a list showed. */
@Component(service = DeclarationDuties.class)
@Regulated({"BC.1.2", "BC.4.5"})
public final class DeclarationDuties {

    /** Parameter: in which time outsiders are removed and missing people added. */
    public static final String SETTLE_WITHIN = "group.settle-members-within";

    static final String ATTESTATION = "group.attestation";
    private static final String DIFFERENCES = "group.declared-differences";
    private static final Duration REMIND = Duration.ofDays(2);

    private final Duties duties;
    private final Regulations regulations;
    private final GroupSight sight;
    private final Clock clock;

    @Activate
    public DeclarationDuties(
            @Reference Duties duties,
            @Reference Regulations regulations,
            @Reference GroupSight sight,
            @Reference Clock clock) {
        this.duties = duties;
        this.regulations = regulations;
        this.sight = sight;
        this.clock = clock;
    }

    /** The duty of a leader to declare again until a day. It is the same one until a declaration fulfils it. */
    public NewDuty attestation(MessagingGroup group, Optional<Declaration> last, LocalDate due, String personId) {
        return new NewDuty(
                key(group, last, personId),
                "group.attest-members",
                "BC.1.2",
                "Xác nhận danh sách thành viên nhóm " + Discretion.name(group),
                personId,
                ATTESTATION,
                group.id(),
                "/group/groups/" + group.id() + "/declare",
                VietnamTime.endOf(due),
                List.of(REMIND),
                List.of(new Escalation(Duration.ZERO, Discretion.superior(group))));
    }

    /** A list was declared: its leaders have done their duty, and who declared has to settle what it shows. */
    void attested(
            MessagingGroup group, Optional<Declaration> before, Declaration confirmed, Optional<String> declaredBy) {
        Set<String> leaders = sight.responsible(group);
        leaders.forEach(leader -> duties.done(key(group, before, leader), confirmed.id()));
        duties.withdraw(ATTESTATION, group.id(), confirmed.id());
        before.ifPresent(old -> duties.withdraw(DIFFERENCES, old.id(), confirmed.id()));
        if (confirmed.open() > 0) {
            declaredBy
                    .or(() -> leaders.stream().sorted().findFirst())
                    .ifPresent(person -> duties.assign(List.of(new NewDuty(
                            settleKey(confirmed),
                            "group.settle-members",
                            "BC.4.5",
                            "Nhóm " + Discretion.name(group) + ": xử lý " + confirmed.open()
                                    + " chỗ lệch so với quy tắc",
                            person,
                            DIFFERENCES,
                            confirmed.id(),
                            "/group/declarations/" + confirmed.id() + "?open=1",
                            clock.instant().plus(regulations.duration(SETTLE_WITHIN, sight.today())),
                            List.of(REMIND),
                            List.of(new Escalation(Duration.ZERO, Discretion.superior(group)))))));
        }
    }

    /** All that a list showed was settled. */
    void settled(Declaration declaration) {
        duties.done(settleKey(declaration), declaration.id());
    }

    private static String settleKey(Declaration declaration) {
        return "group.settle-members:" + declaration.id();
    }

    private static String key(MessagingGroup group, Optional<Declaration> last, String personId) {
        return "group.attest-members:" + group.id() + ":"
                + last.map(Declaration::id).orElse("first") + ":" + personId;
    }
}
