package vn.quyche.group.internal.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.group.api.Platform;

/** The duty of members to give the administrator their account. Clauses BC.6.1 and BC.6.2. */
@Regulated({"BC.6.1", "BC.6.2"})
public final class AccountDuty {

    /** Parameter: the days in which members give their account. */
    public static final String WITHIN = "group.account-within-days";

    private static final Duration REMIND = Duration.ofDays(2);

    private AccountDuty() {}

    /** The key of the duty of a person. */
    public static String key(Platform platform, String personId) {
        return "group.give-account:" + platform + ":" + personId;
    }

    /** The duty of a person until a day. */
    public static NewDuty of(Platform platform, String word, String personId, LocalDate due) {
        return new NewDuty(
                key(platform, personId),
                "group.give-account",
                "BC.6.2",
                "Báo tài khoản " + word + " cho quản trị nhóm",
                personId,
                "group.platform-account",
                personId,
                "/group/account",
                VietnamTime.endOf(due),
                List.of(REMIND),
                Optional.empty());
    }
}
