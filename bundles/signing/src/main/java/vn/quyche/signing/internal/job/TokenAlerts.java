package vn.quyche.signing.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.internal.model.TokenDuty;
import vn.quyche.signing.internal.service.TokenSight;
import vn.quyche.signing.internal.store.JpaTokenCustodyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;

/**
 * Tells of certificates that end soon, ends those that have ended, asks for tokens that nobody uses or that are with somebody who
 * may not have them any more, and for those that are missing. Clauses MT.11.1 and MT.11.5.
 */
@Component(service = Job.class)
@Regulated({"MT.11.1", "MT.11.5"})
public final class TokenAlerts implements Job {

    private static final String EXPIRY = "signing.expiry-alerts";
    private static final String UNUSED = "signing.unused-days";
    private static final String HAND_IN = "signing.hand-in-within-days";
    private static final String GIVE = "signing.give-token-within-days";

    private final JpaTokenStore tokens;
    private final JpaTokenCustodyStore custody;
    private final TokenSight sight;
    private final Regulations regulations;
    private final Duties duties;
    private final Notices notices;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public TokenAlerts(
            @Reference JpaTokenStore tokens,
            @Reference JpaTokenCustodyStore custody,
            @Reference TokenSight sight,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Notices notices,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.tokens = tokens;
        this.custody = custody;
        this.sight = sight;
        this.regulations = regulations;
        this.duties = duties;
        this.notices = notices;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signing.token-alerts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(3);
    }

    @Override
    public void run() {
        tokens.open()
                .forEach(open -> tx.run(() -> tokens.lock(open.token().id()).ifPresent(this::look)));
        tx.run(this::askForMissing);
    }

    private void look(JpaTokenStore.Kept kept) {
        expiry(kept);
        SigningToken token = tokens.find(kept.token().id()).orElseThrow().token();
        if (token.state() == TokenState.IN_USE || token.state() == TokenState.EXPIRED) {
            collect(token);
        }
        if (token.state() == TokenState.IN_USE) {
            unused(token);
        }
    }

    private void expiry(JpaTokenStore.Kept kept) {
        SigningToken token = kept.token();
        Instant end = token.certificate().validTo();
        boolean ended = !end.isAfter(clock.instant());
        if (ended && (token.state() == TokenState.IN_USE || token.state() == TokenState.KEPT)) {
            tokens.update(token.in(TokenState.EXPIRED));
        }
        int left = ended
                ? 0
                : (int) Math.min(
                        Integer.MAX_VALUE - 1,
                        1
                                + ChronoUnit.DAYS.between(
                                        sight.today(), VietnamTime.at(end).toLocalDate()));
        thresholds().stream()
                .filter(days -> ended ? days == 0 : days > 0 && left <= days)
                .min(Integer::compare)
                .filter(days -> days < kept.toldDays())
                .ifPresent(days -> {
                    tokens.told(token.id(), days);
                    tell(token, ended);
                });
    }

    /** The days before the end on which to tell, and the end itself. */
    private List<Integer> thresholds() {
        List<Integer> days = new ArrayList<>(List.of(0));
        for (String part : regulations.text(EXPIRY, sight.today()).split("[^0-9]+")) {
            if (!part.isEmpty() && part.length() <= 4) {
                days.add(Integer.valueOf(part));
            }
        }
        return days;
    }

    private void tell(SigningToken token, boolean ended) {
        Set<String> people = new HashSet<>(sight.leaders());
        people.add(token.custodianId());
        String day =
                VietnamTime.day(VietnamTime.at(token.certificate().validTo()).toLocalDate());
        notices.send(people.stream()
                .filter(sight::employed)
                .sorted()
                .map(person -> new NewNotice(
                        "signing.token-expiry:" + token.id(),
                        person,
                        "signing.token-expiry",
                        "Chứng thư của USB ký số " + token.serial() + (ended ? " đã hết hạn" : " hết hạn ngày " + day),
                        ended ? "Không ký được nữa. Gia hạn hoặc làm mới." : "Gia hạn với nhà cung cấp trước ngày này.",
                        "/signing/tokens/" + token.id()))
                .toList());
    }

    private void collect(SigningToken token) {
        if (sight.employed(token.custodianId()) && sight.mayHold(token, token.custodianId())) {
            return;
        }
        Instant due = VietnamTime.endOf(sight.today().plusDays(days(HAND_IN)));
        duties.assign(sight.leaders().stream()
                .filter(person -> !person.equals(token.custodianId()))
                .sorted()
                .map(person -> TokenDuty.collect(token, sight.name(token.custodianId()), person, due))
                .toList());
    }

    /** Unused since it last signed or was handed over; asked for again with each further period. */
    private void unused(SigningToken token) {
        Instant since = custody.lastDone(token.id())
                .flatMap(HandOver::settledAt)
                .filter(at -> token.lastUsedAt().map(at::isAfter).orElse(true))
                .or(token::lastUsedAt)
                .orElse(token.registeredAt());
        long idle = ChronoUnit.DAYS.between(VietnamTime.at(since).toLocalDate(), sight.today());
        int most = days(UNUSED);
        if (idle < most || !sight.employed(token.custodianId())) {
            return;
        }
        String period = VietnamTime.at(since).toLocalDate() + "/" + idle / most;
        Instant due = VietnamTime.endOf(sight.today().plusDays(days(HAND_IN)));
        duties.assign(List.of(TokenDuty.handIn(token, period, due)));
    }

    private void askForMissing() {
        Instant due = VietnamTime.endOf(sight.today().plusDays(days(GIVE)));
        List<NewDuty> asked = new ArrayList<>();
        for (String keeper : sight.keepers()) {
            sight.lacking().forEach(lacking -> asked.add(TokenDuty.give(lacking, keeper, due)));
        }
        duties.assign(asked);
    }

    private int days(String parameter) {
        return regulations.intValue(parameter, sight.today());
    }
}
