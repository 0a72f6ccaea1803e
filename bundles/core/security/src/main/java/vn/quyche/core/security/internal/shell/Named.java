package vn.quyche.core.security.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.SystemRegister.Kind;

/** Reads what is typed. */
final class Named {

    private Named() {}

    /** The account with a user name. */
    static Account account(Accounts accounts, Caller caller, String userName) {
        return accounts.findByUserName(caller, userName)
                .orElseThrow(() -> new NotFound("security.account-not-found", userName));
    }

    /** A day such as {@code 2026-09-05}. */
    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Invalid(field, "security.day-form", text);
        }
    }

    /** A kind of entries of the register of the system, in any case. */
    static Kind systemKind(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", "security.system-bad-kind", text));
    }
}
