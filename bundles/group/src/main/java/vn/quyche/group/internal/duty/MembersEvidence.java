package vn.quyche.group.internal.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.HandedOperation;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.store.JpaAccountStore;
import vn.quyche.group.internal.store.JpaDeclarationStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaHandedStore;
import vn.quyche.group.internal.store.JpaVacancyStore;

/**
 * What declared lists, accounts, operations that were handed on and successors prove. An outsider on a declared list broke clause
 * BC.4.5; nobody is named.
 */
@Component
public final class MembersEvidence implements EvidenceSource {

    private final JpaDeclarationStore declarations;
    private final JpaAccountStore accounts;
    private final JpaHandedStore handed;
    private final JpaVacancyStore vacancies;
    private final JpaGroupStore groups;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public MembersEvidence(
            @Reference JpaDeclarationStore declarations,
            @Reference JpaAccountStore accounts,
            @Reference JpaHandedStore handed,
            @Reference JpaVacancyStore vacancies,
            @Reference JpaGroupStore groups,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.declarations = declarations;
        this.accounts = accounts;
        this.handed = handed;
        this.vacancies = vacancies;
        this.groups = groups;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.members";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return Stream.of(declarations.firstConfirmed(), accounts.first(), handed.first(), vacancies.firstFilled())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(MembersEvidence::day);
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return all(VietnamTime.startOf(from), VietnamTime.endOf(to)).stream()
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        return query.select(all(query.from(), query.to()).stream());
    }

    private List<Evidence> all(Instant from, Instant to) {
        List<Evidence> lines = new ArrayList<>();
        List<JpaDeclarationStore.Proof> declared = declarations.confirmed(from, to);
        Map<String, MessagingGroup> named = groups.byId(
                declared.stream().map(JpaDeclarationStore.Proof::groupId).collect(java.util.stream.Collectors.toSet()));
        declared.forEach(proof -> lines.addAll(declared(proof, named.get(proof.groupId()))));
        accounts.given(from, to)
                .forEach(
                        proof -> lines.add(account("BC.6.2", "given:", proof, "Đã báo tài khoản " + proof.platform())));
        accounts.verified(from, to)
                .forEach(proof ->
                        lines.add(account("BC.6.1", "verified:", proof, "Đã xác minh tài khoản " + proof.platform())));
        handed.given(from, to, VietnamTime.today(clock)).forEach(one -> lines.addAll(handed(one)));
        vacancies
                .filled(from, to)
                .forEach(noted -> lines.add(new Evidence(
                        "filled:" + noted.id(),
                        "TB.5",
                        noted.filledAt().orElseThrow(),
                        Evidence.Kind.KEPT,
                        "Nhóm lại có người phụ trách",
                        "/group/groups/" + noted.groupId(),
                        Optional.empty())));
        return lines;
    }

    private static List<Evidence> declared(JpaDeclarationStore.Proof proof, MessagingGroup group) {
        String name = Discretion.name(group);
        String link = "/group/declarations/" + proof.id();
        return List.of(
                new Evidence(
                        "declared:" + proof.id(),
                        "BC.1.2",
                        proof.at(),
                        Evidence.Kind.KEPT,
                        "Xác nhận danh sách thành viên nhóm " + name + ": " + proof.lines() + " người",
                        link,
                        Optional.empty()),
                new Evidence(
                        "outsiders:" + proof.id(),
                        "BC.4.5",
                        proof.at(),
                        proof.outsiders() == 0 ? Evidence.Kind.KEPT : Evidence.Kind.VIOLATION,
                        proof.outsiders() == 0
                                ? "Nhóm " + name + " không có người ngoài"
                                : "Nhóm " + name + " có " + proof.outsiders() + " người ngoài",
                        link,
                        Optional.empty()));
    }

    private Evidence account(String clause, String id, JpaAccountStore.Proof proof, String text) {
        return new Evidence(
                id + proof.platform() + ":" + proof.personId(),
                clause,
                proof.at(),
                Evidence.Kind.KEPT,
                text + ": " + directory.names(List.of(proof.personId())).getOrDefault(proof.personId(), ""),
                "/group/accounts",
                Optional.of(proof.personId()));
    }

    /** Both clauses say the same: that of leaders, and that of members. */
    private static List<Evidence> handed(HandedOperation one) {
        return Stream.of("BC.5.3", "BC.6.5")
                .map(clause -> new Evidence(
                        "handed:" + clause + ":" + one.id(),
                        clause,
                        one.givenAt(),
                        Evidence.Kind.KEPT,
                        "Giao việc trong nhóm cho một thành viên đến hết " + VietnamTime.day(one.to()),
                        "/group/handed?group=" + one.groupId(),
                        Optional.of(one.toPersonId())))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
