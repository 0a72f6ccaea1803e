package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Checks;
import vn.quyche.group.api.GroupCheck;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.internal.model.GroupCheckCode;
import vn.quyche.group.internal.store.JpaDecisionStore;

/**
 * Tells anyone whether a group is an official one of the school. Only whole names and codes are answered, and never with
 * people, so that asking again and again gives no list.
 */
@Component(service = GroupChecks.class)
@Regulated("TB.2")
public final class GroupChecks {

    /** The longest name that is looked at, in characters. */
    public static final int LONGEST = 200;

    private static final int MOST_SHOWN = 3;

    private final JpaDecisionStore decisions;
    private final Clock clock;

    @Activate
    public GroupChecks(@Reference JpaDecisionStore decisions, @Reference Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Checks a group.
     *
     * @param nameOrCode the whole name, without regard to case, accents and spaces, or the check code
     * @throws vn.quyche.core.api.error.Invalid when it is empty or too long
     */
    public GroupCheck check(String nameOrCode) {
        Checks checks = new Checks();
        String asked = VietnameseText.line(checks.text("q", nameOrCode, 1, LONGEST));
        checks.orThrow();
        LocalDate today = VietnamTime.today(clock);
        return GroupCheckCode.read(asked)
                .map(code -> decisions.everOfficialByCode(code, today).stream()
                        .filter(decision ->
                                GroupCheckCode.of(decision.groupId()).equals(code))
                        .toList())
                .filter(found -> !found.isEmpty())
                .or(() -> Optional.of(decisions.everOfficialByName(asked, today)))
                .map(found -> answer(found, today))
                .orElseThrow();
    }

    private static GroupCheck answer(List<GroupDecision> found, LocalDate today) {
        List<GroupDecision> official =
                found.stream().filter(decision -> decision.official(today)).toList();
        if (!official.isEmpty()) {
            return new GroupCheck(
                    GroupCheck.Standing.OFFICIAL,
                    official.size() > MOST_SHOWN ? List.of() : matches(official),
                    official.size());
        }
        return found.isEmpty()
                ? new GroupCheck(GroupCheck.Standing.UNKNOWN, List.of(), 0)
                : new GroupCheck(GroupCheck.Standing.ENDED, matches(found.subList(0, 1)), 1);
    }

    private static List<GroupCheck.Match> matches(List<GroupDecision> decisions) {
        return decisions.stream()
                .map(decision -> new GroupCheck.Match(
                        decision.name(),
                        decision.platform(),
                        decision.decision().number(),
                        decision.effectiveOn()))
                .toList();
    }
}
