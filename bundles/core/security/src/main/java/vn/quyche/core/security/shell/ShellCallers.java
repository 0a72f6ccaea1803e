package vn.quyche.core.security.shell;

import java.security.AccessController;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;

/** Turns the subject of a shell session into a caller. */
public final class ShellCallers {

    /** The local console of whoever owns the machine: holds the role ADMIN without an account. */
    static final String CONSOLE = "console";

    private static final String CONSOLE_ROLE = "admin";
    private static final Locale LOCALE = Locale.forLanguageTag("vi");

    private ShellCallers() {}

    /** The caller of the command that runs on this thread. */
    public static Caller current() {
        return of(subject());
    }

    /** The security manager goes, this lookup stays until Karaf offers another one. */
    @SuppressWarnings("removal")
    private static Subject subject() {
        return Subject.getSubject(AccessController.getContext());
    }

    static Caller of(Subject subject) {
        if (subject == null) {
            throw new Unauthenticated("security.no-subject");
        }
        Optional<AccountPrincipal> account = first(subject, AccountPrincipal.class);
        if (account.isPresent()) {
            return caller(account.get(), subject);
        }
        boolean administers = subject.getPrincipals(RolePrincipal.class).stream()
                .anyMatch(role -> CONSOLE_ROLE.equals(role.getName()));
        if (!administers) {
            throw new Unauthenticated("security.no-subject");
        }
        return caller(new AccountPrincipal(CONSOLE, Optional.empty(), CONSOLE), subject);
    }

    private static Caller caller(AccountPrincipal account, Subject subject) {
        return new Caller(
                account.accountId(),
                account.personId(),
                account.name(),
                Door.SHELL,
                first(subject, ClientPrincipal.class).map(ShellCallers::host).orElse(""),
                UUID.randomUUID().toString(),
                LOCALE,
                Optional.empty());
    }

    /** The client's address without its port. */
    private static String host(ClientPrincipal client) {
        return client.getAddress().replaceFirst("^.*/", "").replaceFirst(":\\d+$", "");
    }

    private static <P extends Principal> Optional<P> first(Subject subject, Class<P> type) {
        return subject.getPrincipals(type).stream().findFirst();
    }
}
