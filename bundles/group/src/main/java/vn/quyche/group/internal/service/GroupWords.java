package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.RoleHolders;

/** Says in words who belongs to a group and who does what in it, for pages and lists. */
@Component(service = GroupWords.class)
public final class GroupWords {

    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    @Activate
    public GroupWords(@Reference Directory directory, @Reference Messages messages, @Reference Clock clock) {
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** A membership rule. */
    public String rule(MemberRule rule, Locale locale) {
        List<String> parts = new ArrayList<>();
        if (rule.allStaff()) {
            parts.add(messages.text(locale, "group.rule.all-staff"));
        }
        rule.posts().stream().sorted().forEach(post -> parts.add(messages.text(locale, "post." + post)));
        rule.unitIds().stream()
                .map(directory::unit)
                .flatMap(Optional::stream)
                .map(Unit::name)
                .sorted(java.util.Comparator.comparing(VietnameseText::sortKey))
                .forEach(parts::add);
        return String.join("; ", parts);
    }

    /**
     * Who belonged to a group and who did what in it, in words.
     *
     * @param since from when on
     * @param rule who belonged
     * @param roles each role with its post and who held it on that day
     */
    public record EditionText(Instant since, String rule, List<String> roles) {}

    /** An edition in words; who held a post is as of its first day. */
    public EditionText edition(GroupEdition edition, Locale locale) {
        LocalDate day = LocalDate.ofInstant(edition.since(), VietnamTime.ZONE);
        return new EditionText(
                edition.since(),
                rule(edition.rule(), locale),
                edition.appointments().stream()
                        .map(appointment -> messages.text(locale, "group.role." + appointment.role()) + ": "
                                + holder(appointment, day, locale))
                        .toList());
    }

    /** Who holds an appointment: the post and the people, or the person; says when the post is vacant. */
    public String holder(Appointment appointment, Locale locale) {
        return holder(appointment, VietnamTime.today(clock), locale);
    }

    private String holder(Appointment appointment, LocalDate day, Locale locale) {
        String names = directory.names(new RoleHolders(directory, day).of(appointment)).values().stream()
                .sorted(java.util.Comparator.comparing(VietnameseText::nameSortKey))
                .collect(Collectors.joining(", "));
        return appointment
                .post()
                .map(post -> messages.text(
                        locale,
                        names.isEmpty() ? "group.holder-vacant" : "group.holder-by-post",
                        messages.text(locale, "post." + post),
                        names))
                .orElse(names);
    }

    /** Who holds a role of a group. */
    public String holders(MessagingGroup group, GroupRole role, Locale locale) {
        return holders(group, role, VietnamTime.today(clock), locale);
    }

    /** Who held a role of a group on a day. */
    public String holders(MessagingGroup group, GroupRole role, LocalDate day, Locale locale) {
        return holders(group.appointments(), role, day, locale);
    }

    /** Who held a role by appointments of a day. */
    public String holders(List<Appointment> appointments, GroupRole role, LocalDate day, Locale locale) {
        return appointments.stream()
                .filter(appointment -> appointment.role() == role)
                .map(appointment -> holder(appointment, day, locale))
                .collect(Collectors.joining("; "));
    }
}
