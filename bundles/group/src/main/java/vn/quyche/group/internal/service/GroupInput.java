package vn.quyche.group.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;

/** Checks what was entered for a group, and brings its texts into the form in which they are stored. */
final class GroupInput {

    private static final int MAX_APPOINTMENTS = 50;

    private final Directory directory;

    GroupInput(Directory directory) {
        this.directory = directory;
    }

    /** The group that was entered, as it begins. */
    static MessagingGroup begun(String id, String code, NewGroup entered, GroupStatus status, Instant now) {
        return new MessagingGroup(
                id,
                code,
                entered.name(),
                entered.kind(),
                entered.platform(),
                entered.purpose(),
                entered.rule(),
                entered.appointments(),
                entered.establishing(),
                entered.link(),
                entered.endsOn(),
                status,
                Optional.empty(),
                now,
                1);
    }

    /** @throws vn.quyche.core.api.error.Invalid naming every field that is wrong */
    @Regulated("BC.0.1")
    NewGroup check(NewGroup entered, LocalDate today) {
        Checks checks = new Checks();
        return check(checks, entered, decision(checks, "establishing", entered.establishing(), today), today);
    }

    /** The same for a proposal, which has no establishing decision yet. */
    @Regulated("BC.0.2")
    NewGroup checkProposal(NewGroup entered, LocalDate today) {
        return check(new Checks(), entered, new Decision("", today, ""), today);
    }

    @Regulated("BC.0.2")
    private NewGroup check(Checks checks, NewGroup entered, Decision establishing, LocalDate today) {
        String name = checks.text("name", entered.name(), 1, 200);
        String purpose = checks.text("purpose", entered.purpose(), 0, 1000);
        String link = checks.text("link", entered.link(), 0, 500);
        checks.that(link.isEmpty() || link.startsWith("https://"), "link", "group.link-not-https");
        checks.that(entered.kind() != null, "kind", "core.required");
        checks.that(entered.platform() != null, "platform", "core.required");
        MemberRule rule = entered.rule();
        if (rule == null || rule.blank()) {
            checks.add("rule", "group.rule-blank");
        } else {
            rule.unitIds().stream()
                    .filter(unit -> directory.unit(unit).isEmpty())
                    .forEach(unit -> checks.add("rule", "group.unknown-unit", unit));
        }
        List<Appointment> appointments = appointments(checks, entered.appointments(), today);
        Optional<LocalDate> endsOn = entered.endsOn();
        if (entered.kind() == GroupKind.TEMPORARY) {
            checks.that(endsOn.filter(day -> day.isAfter(today)).isPresent(), "endsOn", "group.temporary-needs-end");
            checks.that(!purpose.isEmpty(), "purpose", "group.temporary-needs-purpose");
        } else {
            checks.that(endsOn.isEmpty(), "endsOn", "group.only-temporary-ends");
        }
        checks.orThrow();
        return new NewGroup(
                name, entered.kind(), entered.platform(), purpose, rule, appointments, establishing, link, endsOn);
    }

    /** A decision with its texts checked; errors go into {@code checks}. */
    Decision decision(Checks checks, String field, Decision entered, LocalDate today) {
        if (entered == null) {
            checks.add(field + ".number", "core.required");
            return new Decision("", today, "");
        }
        String number = checks.text(field + ".number", entered.number(), 1, 60);
        String signer = checks.text(field + ".signer", entered.signer(), 1, 120);
        if (entered.date() == null) {
            checks.add(field + ".date", "core.required");
        } else {
            checks.that(!entered.date().isAfter(today), field + ".date", "group.decision-in-future");
            checks.that(entered.date().getYear() >= 1945, field + ".date", "group.decision-too-old");
        }
        return new Decision(number, entered.date(), signer);
    }

    private List<Appointment> appointments(Checks checks, List<Appointment> entered, LocalDate today) {
        List<Appointment> appointments = entered;
        checks.that(
                appointments.stream().anyMatch(a -> a.role() == GroupRole.OWNER),
                "appointments",
                "group.leader-missing");
        checks.that(appointments.size() <= MAX_APPOINTMENTS, "appointments", "group.too-many-roles", MAX_APPOINTMENTS);
        for (int i = 0; i < appointments.size(); i++) {
            Appointment appointment = appointments.get(i);
            String field = "appointments[" + i + "]";
            checks.that(appointment.role() != null, field, "core.required");
            checks.that(
                    appointment.post().isPresent() != appointment.personId().isPresent(),
                    field,
                    "group.role-needs-one-holder");
            appointment
                    .personId()
                    .filter(person -> !directory.employed(person, today))
                    .ifPresent(person -> checks.add(field, "group.holder-not-staff"));
        }
        return appointments;
    }
}
