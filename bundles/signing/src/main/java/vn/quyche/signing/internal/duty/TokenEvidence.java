package vn.quyche.signing.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.internal.service.TokenSight;
import vn.quyche.signing.internal.store.JpaTokenCaseStore;
import vn.quyche.signing.internal.store.JpaTokenCustodyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;

/**
 * What proves that clauses MT.11.1 to MT.11.7 are kept: the registers of tokens, scopes, hand-overs, cases and uses. What the
 * guard refused is in the audit log, from where it is counted.
 */
@Component
public final class TokenEvidence implements EvidenceSource {

    private static final List<String> CLAUSES =
            List.of("MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.5", "MT.11.6", "MT.11.7");

    private final JpaTokenStore tokens;
    private final JpaTokenCustodyStore custody;
    private final JpaTokenCaseStore cases;
    private final JpaTokenUseStore uses;
    private final TokenSight sight;

    @Activate
    public TokenEvidence(
            @Reference JpaTokenStore tokens,
            @Reference JpaTokenCustodyStore custody,
            @Reference JpaTokenCaseStore cases,
            @Reference JpaTokenUseStore uses,
            @Reference TokenSight sight) {
        this.tokens = tokens;
        this.custody = custody;
        this.cases = cases;
        this.uses = uses;
        this.sight = sight;
    }

    @Override
    public String name() {
        return "signing.tokens";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return tokens.firstRegistered().map(at -> VietnamTime.at(at).toLocalDate());
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return CLAUSES.stream()
                .flatMap(clause -> lines(clause, VietnamTime.startOf(from), VietnamTime.endOf(to)))
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!CLAUSES.contains(query.clause()) || !query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        return query.select(lines(query.clause(), query.from(), query.to()));
    }

    private Stream<Evidence> lines(String clause, Instant from, Instant to) {
        return switch (clause) {
            case "MT.11.1" ->
                tokens.registered(from, to).stream()
                        .map(token -> line(
                                clause,
                                token.id(),
                                token.registeredAt(),
                                "Đăng ký USB ký số " + token.serial(),
                                "/signing/tokens/" + token.id()));
            case "MT.11.2" ->
                custody.done(from, to).stream()
                        .filter(done -> done.kind() == HandOver.Kind.ISSUE)
                        .map(done -> line(
                                clause,
                                "issue-" + done.id(),
                                done.settledAt().orElseThrow(),
                                "Cam kết giữ bí mật khóa riêng, biên bản " + done.number(),
                                "/signing/hand-overs/" + done.id()));
            case "MT.11.3" ->
                uses.signed(from, to).stream()
                        .map(use -> line(
                                clause,
                                use.id(),
                                use.settledAt().orElseThrow(),
                                "Ký " + use.documentKind() + " bằng USB " + use.serial(),
                                "/signing/token-uses?token=" + use.tokenId()));
            case "MT.11.4" -> cases(clause, true, from, to);
            case "MT.11.5" ->
                custody.done(from, to).stream()
                        .map(done -> line(
                                clause,
                                done.id(),
                                done.settledAt().orElseThrow(),
                                "Biên bản bàn giao " + done.number() + ": " + sight.name(done.giverId()) + " → "
                                        + sight.name(done.receiverId()),
                                "/signing/hand-overs/" + done.id()));
            case "MT.11.6" ->
                tokens.granted(from, to).stream()
                        .map(scope -> line(
                                clause,
                                scope.id(),
                                scope.grantedAt(),
                                "Giao phạm vi ký theo " + scope.basis(),
                                "/signing/tokens/" + scope.tokenId()));
            default -> cases(clause, false, from, to);
        };
    }

    private Stream<Evidence> cases(String clause, boolean bars, Instant from, Instant to) {
        return cases.reported(from, to).stream()
                .filter(one -> one.kind().bars() == bars)
                .map(one -> line(
                        clause,
                        one.id(),
                        one.reportedAt(),
                        (bars ? "Báo sự cố, khóa ngay USB ký số " : "Yêu cầu nhà cung cấp hỗ trợ USB ký số ")
                                + one.serial(),
                        "/signing/token-cases/" + one.id()));
    }

    private static Evidence line(String clause, String id, Instant at, String text, String link) {
        return new Evidence(id, clause, at, Evidence.Kind.KEPT, text, link, Optional.empty());
    }
}
