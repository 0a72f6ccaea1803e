package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.signing.api.RemoteServices;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.model.AuthorityCertificate;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.remote.CscClient;
import vn.quyche.signing.internal.store.JpaRemoteServiceStore;
import vn.quyche.signing.internal.store.JpaSigningKeyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;

/** Remote signing services as the administrator sets them up; each is asked before anything is stored. */
@Component
public final class DefaultRemoteServices implements RemoteServices {

    private static final String SERVICE = "signing.remote";
    private static final int LONGEST = 500;

    /** Which services there are says the configuration, not a table: a handful. */
    private static final SortedRows<Service> LIST = SortedRows.of("signing.remote-services", "name", Service::name)
            .by("name", one -> VietnameseText.sortKey(one.name()))
            .by("address", Service::address)
            .by("user", Service::user);

    private final Acts acts;
    private final Access access;
    private final RemoteDoors doors;
    private final JpaRemoteServiceStore store;
    private final JpaSigningKeyStore keys;
    private final JpaTokenStore tokens;
    private final Secrets secrets;
    private final Clock clock;

    @Activate
    public DefaultRemoteServices(
            @Reference Acts acts,
            @Reference Access access,
            @Reference RemoteDoors doors,
            @Reference JpaRemoteServiceStore store,
            @Reference JpaSigningKeyStore keys,
            @Reference JpaTokenStore tokens,
            @Reference Secrets secrets,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.doors = doors;
        this.store = store;
        this.keys = keys;
        this.tokens = tokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Page<Service> list(Caller caller, Query query, PageRequest page) {
        require(caller);
        SortedRows.Query<Service> wanted = LIST.query(page);
        Map<String, JpaRemoteServiceStore.Kept> kept =
                store.all().stream().collect(Collectors.toMap(JpaRemoteServiceStore.Kept::name, Function.identity()));
        Optional<String> text = query.text().map(VietnameseText::fold);
        return wanted.page(doors.addresses().entrySet().stream()
                .map(named -> service(
                        named.getKey(),
                        String.valueOf(named.getValue()),
                        Optional.ofNullable(kept.get(named.getKey()))))
                .filter(one -> query.entered().map(is -> is == one.entered()).orElse(true))
                .filter(one -> text.map(part -> words(one).contains(part)).orElse(true)));
    }

    private static String words(Service service) {
        return VietnameseText.fold(service.name() + " " + service.address() + " " + service.user());
    }

    @Override
    public Service get(Caller caller, String name) {
        require(caller);
        if (!doors.addresses().containsKey(name)) {
            throw new NotFound("signing.remote-not-found", name);
        }
        return service(name);
    }

    private Service service(String name) {
        return service(name, String.valueOf(doors.addresses().get(name)), store.find(name));
    }

    private static Service service(String name, String address, Optional<JpaRemoteServiceStore.Kept> kept) {
        return new Service(
                name,
                address,
                kept.isPresent(),
                kept.map(JpaRemoteServiceStore.Kept::version).orElse(0),
                kept.map(JpaRemoteServiceStore.Kept::user).orElse(""));
    }

    @Override
    @Regulated("MT.11.2")
    public Service enter(Caller caller, NewAccess entered) {
        return Pin.use(entered.secret(), secret -> {
            require(caller);
            Checks checks = new Checks();
            String name = checks.text("name", entered.name(), 1, 100);
            checks.that(name.isEmpty() || doors.addresses().containsKey(name), "name", "signing.no-remote", name);
            checks.that(entered.version() == 1 || entered.version() == 2, "version", "signing.remote-version");
            String user = checks.text("user", entered.user(), 1, 200);
            checks.that(secret.length > 0, "secret", "core.required");
            checks.that(secret.length <= LONGEST, "secret", "core.too-long", LONGEST, secret.length);
            checks.orThrow();
            String plain = new String(secret);
            try {
                // before the act: a service may take seconds, and nothing is locked for it
                doors.client(name, entered.version(), user, plain).signIn();
            } catch (RemoteFailure e) {
                if (e.code().equals(RemoteFailure.DENIED)) {
                    throw new Invalid("secret", "signing.remote-denied");
                }
                throw new Unavailable("signing.remote-away", e, name);
            }
            Act act = Act.on(SERVICE, name, "signing.enter-remote", KeyPermissions.CHANGE, Scope.school());
            return acts.perform(caller, act, log -> {
                Service before = service(name);
                store.put(new JpaRemoteServiceStore.Kept(
                        name, entered.version(), user, secrets.seal(plain), caller.name(), clock.instant()));
                Service after = service(name);
                log.changed(before, after);
                return after;
            });
        });
    }

    @Override
    public void remove(Caller caller, String name, String reason) {
        Act act = Act.on(SERVICE, name, "signing.remove-remote", KeyPermissions.CHANGE, Scope.school());
        acts.perform(caller, act, log -> {
            Checks checks = new Checks();
            log.note(checks.text("reason", reason, 1, 500));
            checks.orThrow();
            if (!store.remove(name)) {
                throw new NotFound("signing.remote-not-found", name);
            }
            return name;
        });
    }

    @Override
    public List<Credential> credentials(Caller caller, String name) {
        require(caller);
        CscClient client = client(name);
        return away(name, () -> {
            List<Credential> found = new ArrayList<>();
            for (String id : client.credentials()) {
                CscClient.Credential one = client.credential(id);
                String fingerprint = Fingerprint.of(one.certificate());
                Optional<SigningToken> token = tokens.byFingerprint(fingerprint);
                found.add(new Credential(
                        id,
                        AuthorityCertificate.name(one.certificate().getSubjectX500Principal()),
                        fingerprint,
                        one.enabled(),
                        one.otp(),
                        one.confirmed(),
                        token.map(SigningToken::id).orElse(""),
                        token.map(SigningToken::serial).orElse("")));
            }
            return found;
        });
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.2"})
    public SigningKey addKey(Caller caller, String name, String credentialId) {
        require(caller);
        Checks checks = new Checks();
        String id = checks.text("credentialId", credentialId, 1, 200);
        checks.orThrow();
        CscClient client = client(name);
        CscClient.Credential credential = away(name, () -> client.credential(id));
        if (credential.confirmed() && !client.confirms()) {
            throw new Refused("MT.11.1", "signing.no-confirming", name);
        }
        SignatureScheme scheme = credential.scheme().orElseThrow(() -> new Refused("MT.11.1", "signing.no-scheme"));
        Act act = Act.create("signing.key", "signing.add-key", KeyPermissions.CHANGE, Scope.school());
        return acts.perform(caller, act, log -> {
            SigningToken token = tokens.byFingerprint(Fingerprint.of(credential.certificate()))
                    .filter(one -> !one.state().ended())
                    .orElseThrow(() -> new Refused("MT.11.1", "token.not-registered", id));
            SigningKey key = new SigningKey(
                    token.id(),
                    token.serial(),
                    SigningKey.Kind.REMOTE,
                    name,
                    0,
                    scheme.name(),
                    0,
                    credential.confirmed(),
                    caller.name(),
                    clock.instant());
            Optional<SigningKey> before = keys.find(token.id()).map(JpaSigningKeyStore.Kept::key);
            keys.put(key, secrets.seal(id));
            log.subject(token.id());
            log.changed(before.orElse(null), Map.of("key", key, "credential", id));
            return key;
        });
    }

    private CscClient client(String name) {
        if (!doors.addresses().containsKey(name) || store.find(name).isEmpty()) {
            throw new NotFound("signing.remote-not-found", name);
        }
        return doors.client(name);
    }

    private static <T> T away(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (RemoteFailure e) {
            throw new Unavailable("signing.remote-away", e, name);
        }
    }

    private void require(Caller caller) {
        access.require(caller, KeyPermissions.CHANGE, Scope.school());
    }
}
