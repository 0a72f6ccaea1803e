package vn.quyche.core.security.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.testkit.KeyMessages;

class QuycheCommandTest {

    @Test
    void callsAsTheAccountThatSignedIn() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new AccountPrincipal("a1", Optional.of("p1"), "Lê Thị Lan"));
        subject.getPrincipals().add(new ClientPrincipal("ssh", "/10.0.0.7:4711"));
        Caller caller = ShellCallers.of(subject);
        assertThat(caller.accountId()).isEqualTo("a1");
        assertThat(caller.personId()).contains("p1");
        assertThat(caller.door()).isEqualTo(Door.SHELL);
        assertThat(caller.address()).isEqualTo("10.0.0.7");
        assertThat(ShellCallers.of(subject).correlationId()).isNotEqualTo(caller.correlationId());
    }

    @Test
    void callsAsTheConsoleForWhoOwnsTheMachine() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("karaf"));
        subject.getPrincipals().add(new RolePrincipal("admin"));
        Caller caller = ShellCallers.of(subject);
        assertThat(caller.accountId()).isEqualTo("console");
        assertThat(caller.isSystem()).isFalse();
    }

    @Test
    void knowsNobodyElse() {
        Subject viewer = new Subject();
        viewer.getPrincipals().add(new UserPrincipal("somebody"));
        viewer.getPrincipals().add(new RolePrincipal("viewer"));
        assertThatThrownBy(() -> ShellCallers.of(viewer)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> ShellCallers.of(null)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> new Refusing(new Conflict("group.exists")).execute())
                .isInstanceOf(CommandException.class);
    }

    @Test
    void saysAnErrorInOneLine() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new AccountPrincipal("a1", Optional.empty(), "Máy"));
        assertThatThrownBy(() -> as(subject, new Refusing(new Conflict("group.exists"))::execute))
                .isInstanceOf(CommandException.class)
                .hasMessage("Lỗi: group.exists group.exists.next (group.exists)");
        assertThatThrownBy(() -> as(subject, new Refusing(new Forbidden("core.forbidden", "duty:read"))::execute))
                .isInstanceOf(CommandException.class)
                .hasMessage("Lỗi: core.forbidden core.forbidden.next (core.forbidden: duty:read)");
    }

    @SuppressWarnings("removal")
    private static void as(Subject subject, PrivilegedExceptionAction<Object> action) throws Exception {
        try {
            Subject.doAs(subject, action);
        } catch (PrivilegedActionException e) {
            throw e.getException();
        }
    }

    private static final class Refusing extends QuycheCommand {

        private final QuycheException refusal;

        Refusing(QuycheException refusal) {
            this.refusal = refusal;
            use(new KeyMessages());
        }

        @Override
        protected void run() {
            throw refusal;
        }
    }
}
