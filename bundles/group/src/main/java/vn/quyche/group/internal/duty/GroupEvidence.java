package vn.quyche.group.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.internal.store.JpaGroupEvidenceStore;

/**
 * What the groups prove: that they are registered by decision, and that directives are issued with a number and recipients.
 * Titles are left out: who sees standing need not belong to the group.
 */
@Component
public final class GroupEvidence implements EvidenceSource {

    private static final String REGISTER = "BC.0.1";
    private static final String DECISIONS = "TB.3";
    private static final Set<String> DIRECTIVES = Set.of("BC.2.2", "BC.3.3", "BC.5.1");
    private final JpaGroupEvidenceStore store;

    @Activate
    public GroupEvidence(@Reference JpaGroupEvidenceStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "group.groups";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.first().map(GroupEvidence::day);
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        Instant first = VietnamTime.startOf(from);
        Instant end = VietnamTime.endOf(to);
        return Stream.of(
                        registered(first, end),
                        decided(first, end),
                        DIRECTIVES.stream().flatMap(clause -> issued(clause, first, end)))
                .flatMap(lines -> lines)
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        return query.select(lines(query.clause(), query.from(), query.to()));
    }

    private Stream<Evidence> lines(String clause, Instant from, Instant to) {
        if (clause.equals(REGISTER)) {
            return registered(from, to);
        }
        if (clause.equals(DECISIONS)) {
            return decided(from, to);
        }
        return DIRECTIVES.contains(clause) ? issued(clause, from, to) : Stream.empty();
    }

    private Stream<Evidence> registered(Instant from, Instant to) {
        return store.registered(from, to).stream()
                .map(group -> new Evidence(
                        group.id(),
                        REGISTER,
                        group.at(),
                        Evidence.Kind.KEPT,
                        "Đăng ký nhóm " + group.name() + " theo Quyết định " + group.decisionNumber(),
                        "/group/groups/" + group.id(),
                        Optional.empty()));
    }

    private Stream<Evidence> decided(Instant from, Instant to) {
        return store.decided(from, to).stream()
                .map(decision -> new Evidence(
                        decision.id(),
                        DECISIONS,
                        decision.at(),
                        Evidence.Kind.KEPT,
                        word(decision.disposition()) + " nhóm " + decision.name() + " theo Quyết định "
                                + decision.number(),
                        "/group/groups/" + decision.groupId(),
                        Optional.empty()));
    }

    private static String word(GroupDisposition disposition) {
        return switch (disposition) {
            case RECOGNISE -> "Công nhận";
            case KEEP -> "Tiếp tục duy trì";
            case RENAME -> "Đổi tên";
            case MIGRATE_PLATFORM -> "Chuyển ứng dụng của";
            case MERGE -> "Ghép";
            case DISBAND -> "Giải tán";
            case REFUSE -> "Không công nhận";
        };
    }

    private Stream<Evidence> issued(String clause, Instant from, Instant to) {
        return store.issued(from, to).stream()
                .map(directive -> new Evidence(
                        directive.id(),
                        clause,
                        directive.at(),
                        Evidence.Kind.KEPT,
                        "Ban hành chỉ đạo số " + directive.number() + " đến " + directive.recipients() + " người",
                        "/group/directives/" + directive.id(),
                        Optional.empty()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
