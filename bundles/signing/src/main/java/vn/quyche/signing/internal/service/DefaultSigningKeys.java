package vn.quyche.signing.internal.service;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.key.KeySession;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.key.KeystoreSource;
import vn.quyche.signing.internal.model.AuthorityCertificate;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.store.JpaSigningKeyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;

/** The keys that the server reaches. */
@Component
public final class DefaultSigningKeys implements SigningKeys {

    private static final String KEY = "signing.key";
    private static final int MOST_SLOTS = 64;

    private final Acts acts;
    private final Access access;
    private final JpaSigningKeyStore keys;
    private final JpaTokenStore tokens;
    private final TokenSight sight;
    private final KeyRing ring;
    private final Secrets secrets;
    private final Clock clock;

    @Activate
    public DefaultSigningKeys(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaSigningKeyStore keys,
            @Reference JpaTokenStore tokens,
            @Reference TokenSight sight,
            @Reference KeyRing ring,
            @Reference Secrets secrets,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.keys = keys;
        this.tokens = tokens;
        this.sight = sight;
        this.ring = ring;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Rights rights(Caller caller) {
        return new Rights(access.allows(caller, KeyPermissions.CHANGE, Scope.school()), sight.keeps(caller));
    }

    @Override
    public Page<SigningKey> list(Caller caller, Query query, PageRequest page) {
        if (!sight.seesAll(caller)) {
            access.require(caller, KeyPermissions.CHANGE, Scope.school());
        }
        return keys.list(query, page);
    }

    @Override
    public Optional<SigningKey> find(Caller caller, String tokenId) {
        sight.require(caller, tokenId);
        return keys.find(tokenId).map(JpaSigningKeyStore.Kept::key);
    }

    @Override
    public List<String> libraries(Caller caller) {
        access.require(caller, KeyPermissions.CHANGE, Scope.school());
        return ring.libraries().keySet().stream().sorted().toList();
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.2"})
    public SigningKey add(Caller caller, NewKey entered) {
        return Pin.use(
                entered.password(),
                password -> acts.perform(
                        caller, Act.create(KEY, "signing.add-key", KeyPermissions.CHANGE, Scope.school()), log -> {
                            SigningToken token = checked(entered);
                            if (entered.kind() == SigningKey.Kind.FILE && !ring.mayBeFile(token)) {
                                throw new Refused("MT.11.1", "signing.no-software-seal", token.serial());
                            }
                            boolean file = entered.kind() == SigningKey.Kind.FILE;
                            SigningKey key = new SigningKey(
                                    token.id(),
                                    token.serial(),
                                    entered.kind(),
                                    file ? "" : entered.library().strip(),
                                    file ? 0 : entered.slotIndex(),
                                    scheme(entered, token, password).name(),
                                    0,
                                    false,
                                    caller.name(),
                                    clock.instant());
                            Optional<SigningKey> before = keys.find(token.id()).map(JpaSigningKeyStore.Kept::key);
                            keys.put(
                                    key, file ? secrets.seal(Base64.getEncoder().encodeToString(entered.file())) : "");
                            log.subject(token.id());
                            log.changed(before.orElse(null), key);
                            return key;
                        }));
    }

    private SigningToken checked(NewKey entered) {
        Checks checks = new Checks();
        String serial = checks.text("serial", entered.serial(), 1, 100);
        checks.that(entered.kind() != null, "kind", "core.required");
        checks.that(entered.kind() != SigningKey.Kind.REMOTE, "kind", "signing.remote-by-service");
        boolean file = entered.kind() == SigningKey.Kind.FILE;
        if (!file) {
            String library = checks.text("library", entered.library(), 1, 100);
            checks.that(
                    library.isEmpty() || ring.library(library).isPresent(), "library", "signing.no-library", library);
            checks.that(entered.slotIndex() >= 0 && entered.slotIndex() < MOST_SLOTS, "slotIndex", "signing.no-slot");
        } else {
            checks.that(entered.file() != null && entered.file().length > 0, "file", "core.required");
            checks.that(
                    entered.file() == null || entered.file().length <= MAX_FILE,
                    "file",
                    "signing.key-too-large",
                    MAX_FILE >> 10);
        }
        checks.orThrow();
        return tokens.bySerial(serial)
                .filter(token -> !token.state().ended())
                .orElseThrow(() -> new Refused("MT.11.1", "token.not-registered", serial));
    }

    /** How the key signs; a file is opened for it, to see that it holds the key of the token. */
    private SignatureScheme scheme(NewKey entered, SigningToken token, char[] password) {
        Optional<SignatureScheme> wanted = Arrays.stream(SignatureScheme.values())
                .filter(scheme -> scheme.name().equalsIgnoreCase(String.valueOf(entered.scheme())))
                .findFirst();
        boolean rsa = token.certificate().algorithm().startsWith("RSA");
        SignatureScheme scheme = wanted.orElse(rsa ? SignatureScheme.RSA_PKCS1 : SignatureScheme.ECDSA);
        Checks checks = new Checks();
        boolean blank = entered.scheme() == null || entered.scheme().isBlank();
        checks.that(wanted.isPresent() || blank, "scheme", "signing.no-scheme");
        checks.that(rsa == (scheme != SignatureScheme.ECDSA), "scheme", "signing.no-scheme");
        checks.orThrow();
        if (entered.kind() == SigningKey.Kind.FILE) {
            try (KeySession session = new KeystoreSource(entered.file()).open(password)) {
                if (session.certificates().stream().noneMatch(certificate -> is(token, certificate))) {
                    throw new KeyTrouble(KeyTrouble.Kind.OTHER_KEY);
                }
            } catch (KeyTrouble e) {
                throw KeyRing.told(e, token.serial());
            }
        }
        return scheme;
    }

    /** Whether a certificate is that of a token. */
    static boolean is(SigningToken token, X509Certificate certificate) {
        return new AuthorityCertificate(certificate)
                .fingerprint()
                .equals(token.certificate().fingerprint());
    }

    @Override
    public void remove(Caller caller, String tokenId, String reason) {
        acts.perform(caller, Act.on(KEY, tokenId, "signing.remove-key", KeyPermissions.CHANGE, Scope.school()), log -> {
            log.note(reason(reason));
            SigningKey before = known(tokenId);
            keys.remove(tokenId);
            log.changed(before, null);
            return before;
        });
    }

    @Override
    @Regulated("MT.11.2")
    public SigningKey allowTry(Caller caller, String tokenId, String reason) {
        return acts.perform(
                caller, Act.on(KEY, tokenId, "signing.allow-pin", TokenPermissions.KEEP, Scope.school()), log -> {
                    log.note(reason(reason));
                    SigningKey before = known(tokenId);
                    int left = Math.min(before.wrongPins(), SigningKey.MOST_WRONG_PINS - 1);
                    keys.wrongPins(tokenId, left);
                    log.changed(Map.of("wrongPins", before.wrongPins()), Map.of("wrongPins", left));
                    return new SigningKey(
                            before.tokenId(),
                            before.serial(),
                            before.kind(),
                            before.library(),
                            before.slotIndex(),
                            before.scheme(),
                            left,
                            before.confirmed(),
                            before.addedBy(),
                            before.addedAt());
                });
    }

    private SigningKey known(String tokenId) {
        return keys.find(tokenId)
                .map(JpaSigningKeyStore.Kept::key)
                .orElseThrow(() -> new NotFound("signing.key-not-found", tokenId));
    }

    private static String reason(String reason) {
        Checks checks = new Checks();
        String text = checks.text("reason", reason, 1, 500);
        checks.orThrow();
        return text;
    }
}
