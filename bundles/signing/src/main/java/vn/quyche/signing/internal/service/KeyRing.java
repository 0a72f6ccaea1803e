package vn.quyche.signing.internal.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.key.KeySession;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.key.KeystoreSource;
import vn.quyche.signing.internal.key.Pkcs11Slots;
import vn.quyche.signing.internal.key.Pkcs11Source;
import vn.quyche.signing.internal.key.SignatureSource;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.remote.RemoteSource;
import vn.quyche.signing.internal.store.JpaSigningKeyStore;

/**
 * Opens the keys of tokens. Every PIN is counted before it is tried: a device locks itself after a few wrong ones, and only who
 * issued it opens it again.
 */
@Component(service = KeyRing.class, configurationPid = SigningConfig.PID)
@Designate(ocd = SigningConfig.class)
public final class KeyRing {

    private final JpaSigningKeyStore keys;
    private final Secrets secrets;
    private final Tx tx;
    private final Pkcs11Slots slots;
    private final RemoteDoors remote;
    private volatile Map<String, Path> libraries;
    private volatile boolean softwareSeal;

    @Activate
    public KeyRing(
            SigningConfig config,
            @Reference JpaSigningKeyStore keys,
            @Reference Secrets secrets,
            @Reference Tx tx,
            @Reference RemoteDoors remote) {
        this.remote = remote;
        this.keys = keys;
        this.secrets = secrets;
        this.tx = tx;
        this.slots = new Pkcs11Slots(Duration.ofSeconds(config.device_seconds()));
        modified(config);
    }

    @Modified
    void modified(SigningConfig config) {
        libraries = libraries(config.pkcs11_libraries());
        softwareSeal = config.software_seal();
    }

    /** An open key: how it signs, until it is closed. */
    public record Opened(KeySession session, SignatureScheme scheme) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }

    /** The libraries that may be used. */
    public Map<String, Path> libraries() {
        return libraries;
    }

    /** Whether the key of a token may be in a file. */
    @Regulated("MT.11.1")
    public boolean mayBeFile(SigningToken token) {
        return softwareSeal || token.kind() != SignatureKind.ORGANIZATION;
    }

    /** Opens the key of a token; the PIN is the caller's to wipe. */
    @Regulated("MT.11.2")
    public Opened open(SigningToken token, char[] pin) {
        JpaSigningKeyStore.Kept kept =
                keys.find(token.id()).orElseThrow(() -> new Refused("MT.11.1", "signing.no-key", token.serial()));
        SigningKey key = kept.key();
        if (key.kind() == SigningKey.Kind.FILE && !mayBeFile(token)) {
            throw new Refused("MT.11.1", "signing.no-software-seal", token.serial());
        }
        if (key.kind() == SigningKey.Kind.REMOTE && !mayBeFile(token)) {
            throw new Refused("MT.11.1", "signing.no-remote-seal", token.serial());
        }
        if (key.confirmed()) {
            throw new Refused("MT.11.2", "signing.confirmed-in-app", token.serial());
        }
        SignatureSource source = source(key, kept.sealed());
        if (!tx.separate(() -> keys.countTry(key.tokenId()))) {
            throw new Refused("MT.11.2", "signing.pin-tries", token.serial(), SigningKey.MOST_WRONG_PINS);
        }
        try {
            KeySession session = source.open(pin);
            SignatureScheme scheme = SignatureScheme.valueOf(key.scheme());
            if (key.kind() == SigningKey.Kind.REMOTE) {
                return new Opened(new CountedSession(session, right -> tried(key.tokenId(), right)), scheme);
            }
            tried(key.tokenId(), true);
            return new Opened(session, scheme);
        } catch (KeyTrouble e) {
            if (e.kind() != KeyTrouble.Kind.WRONG_PIN) {
                tried(key.tokenId(), false);
            }
            throw told(e, token.serial());
        }
    }

    /** Settles a counted PIN: it was right, or was not tried after all. */
    private void tried(String tokenId, boolean right) {
        separately(() -> {
            if (right) {
                keys.wrongPins(tokenId, 0);
            } else {
                keys.uncount(tokenId);
            }
        });
    }

    /** What a trouble is to who signs. */
    static QuycheException told(KeyTrouble trouble, String serial) {
        return switch (trouble.kind()) {
            case WRONG_PIN, LOCKED -> new Refused("MT.11.2", trouble.kind().code(), serial);
            case OTHER_KEY -> new Refused("MT.11.1", trouble.kind().code(), serial);
            case NOT_THERE, BUSY -> new Unavailable(trouble.kind().code(), trouble, serial);
        };
    }

    private void separately(Runnable work) {
        tx.separate(() -> {
            work.run();
            return true;
        });
    }

    private SignatureSource source(SigningKey key, String sealed) {
        if (key.kind() == SigningKey.Kind.FILE) {
            return new KeystoreSource(Base64.getDecoder().decode(secrets.open(sealed)));
        }
        if (key.kind() == SigningKey.Kind.REMOTE) {
            return new RemoteSource(remote.client(key.library()), secrets.open(sealed));
        }
        Path library = libraries.get(key.library());
        if (library == null) {
            throw new Unavailable("signing.no-library", key.library());
        }
        return new Pkcs11Source(library, key.slotIndex(), slots);
    }

    private static Map<String, Path> libraries(String text) {
        Map<String, Path> found = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            List<String> pair = Arrays.asList(part.strip().split("=", 2));
            if (pair.size() == 2 && !pair.get(0).isBlank()) {
                found.put(pair.get(0).strip(), Path.of(pair.get(1).strip()));
            }
        }
        return Map.copyOf(found);
    }

    /** The path of a library, if it may be used. */
    public Optional<Path> library(String name) {
        return Optional.ofNullable(libraries.get(name));
    }
}
