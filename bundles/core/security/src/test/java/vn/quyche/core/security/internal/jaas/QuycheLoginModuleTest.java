package vn.quyche.core.security.internal.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.security.internal.service.World;
import vn.quyche.core.security.shell.AccountPrincipal;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class QuycheLoginModuleTest {

    @OnEachDatabase
    void givesAnAdministratorKarafsRoles(TestDatabase db) throws LoginException {
        World world = new World(db);
        String id = world.account("sonnt", Role.ADMIN).accountId();
        Subject subject = signIn(world, "sonnt", World.PASSWORD);
        assertThat(roles(subject)).containsExactlyInAnyOrder("admin", "manager", "viewer", "systembundles", "ssh");
        assertThat(subject.getPrincipals(AccountPrincipal.class))
                .singleElement()
                .satisfies(account -> assertThat(account.accountId()).isEqualTo(id));
    }

    @OnEachDatabase
    void keepsOutWhoMayNotUseTheShellOrHasTheWrongPassword(TestDatabase db) {
        World world = new World(db);
        world.account("lan", Role.STAFF);
        world.account("sonnt", Role.ADMIN);
        assertThatThrownBy(() -> signIn(world, "lan", World.PASSWORD)).isInstanceOf(FailedLoginException.class);
        assertThatThrownBy(() -> signIn(world, "sonnt", "sai")).isInstanceOf(FailedLoginException.class);
        assertThatThrownBy(() -> signIn(world, null, null)).isInstanceOf(FailedLoginException.class);
    }

    @OnEachDatabase
    void countsFailuresByTheAddressWithoutItsPort(TestDatabase db) throws LoginException {
        World world = new World(db);
        world.account("sonnt", Role.ADMIN);
        for (int i = 0; i < 40; i++) {
            String userName = "nobody" + i;
            assertThatThrownBy(() -> signIn(world, userName, "sai")).isInstanceOf(FailedLoginException.class);
        }
        assertThatThrownBy(() -> signIn(world, "sonnt", World.PASSWORD)).hasMessage("security.locked");
        assertThat(world.authenticator().password(World.origin("10.9.9.9"), "sonnt", World.PASSWORD))
                .isNotNull();
    }

    @OnEachDatabase
    void leavesKeysToTheNextModule(TestDatabase db) {
        World world = new World(db);
        QuycheLoginModule module = module(world, new Subject(), callbacks -> {
            throw new UnsupportedCallbackException(callbacks[0]);
        });
        assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class);
    }

    @OnEachDatabase
    void takesItsPrincipalsBack(TestDatabase db) throws LoginException {
        World world = new World(db);
        world.account("sonnt", Role.ADMIN);
        Subject subject = new Subject();
        QuycheLoginModule module = module(world, subject, handler("sonnt", World.PASSWORD));
        module.login();
        module.commit();
        module.logout();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    private static Subject signIn(World world, String userName, String password) throws LoginException {
        Subject subject = new Subject();
        int port = 10_000 + (int) (Math.random() * 50_000);
        subject.getPrincipals().add(new ClientPrincipal("ssh", "/10.1.1.1:" + port));
        QuycheLoginModule module = module(world, subject, handler(userName, password));
        assertThat(module.login()).isTrue();
        assertThat(module.commit()).isTrue();
        return subject;
    }

    private static QuycheLoginModule module(World world, Subject subject, CallbackHandler handler) {
        QuycheLoginModule module = new QuycheLoginModule();
        ShellSignIn signIn = new ShellSignIn(world.authenticator(), world.access());
        module.initialize(subject, handler, Map.of(), Map.of(QuycheLoginModule.SIGN_IN, signIn));
        return module;
    }

    private static CallbackHandler handler(String userName, String password) {
        return new CallbackHandler() {
            @Override
            public void handle(Callback[] callbacks) throws IOException {
                for (Callback callback : callbacks) {
                    if (callback instanceof NameCallback name && userName != null) {
                        name.setName(userName);
                    } else if (callback instanceof PasswordCallback secret && password != null) {
                        secret.setPassword(password.toCharArray());
                    }
                }
            }
        };
    }

    private static List<String> roles(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .toList();
    }
}
