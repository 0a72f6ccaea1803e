package vn.quyche.core.security.internal.jaas;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import vn.quyche.core.api.error.QuycheException;

/** Asks for user name and password and checks them as every other door does. */
public final class QuycheLoginModule implements LoginModule {

    /** The option that holds the {@link ShellSignIn}. */
    static final String SIGN_IN = "quyche.sign-in";

    private Subject subject;
    private CallbackHandler handler;
    private ShellSignIn signIn;
    private Set<Principal> principals = Set.of();

    @Override
    public void initialize(
            Subject theSubject, CallbackHandler callbackHandler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = theSubject;
        this.handler = callbackHandler;
        this.signIn = (ShellSignIn) options.get(SIGN_IN);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user: ");
        PasswordCallback password = new PasswordCallback("password: ", false);
        try {
            handler.handle(new Callback[] {name, password});
            if (name.getName() == null || password.getPassword() == null) {
                throw new FailedLoginException("security.bad-credentials");
            }
            principals = signIn.signIn(name.getName(), new String(password.getPassword()), address());
        } catch (IOException | UnsupportedCallbackException e) {
            // A key was offered instead of a password: the next module looks at it.
            throw new FailedLoginException(e.getMessage());
        } catch (QuycheException e) {
            throw new FailedLoginException(e.code());
        } finally {
            password.clearPassword();
        }
        if (principals.isEmpty()) {
            throw new FailedLoginException("core.forbidden");
        }
        return true;
    }

    /** Without the client's port, which differs with every call. */
    private String address() {
        String address = subject.getPrincipals(ClientPrincipal.class).stream()
                .findFirst()
                .map(ClientPrincipal::getAddress)
                .orElse("");
        return address.replaceFirst("^.*/", "").replaceFirst(":\\d+$", "");
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals = Set.of();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals = Set.of();
        return true;
    }
}
