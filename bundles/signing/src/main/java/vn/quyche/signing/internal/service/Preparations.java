package vn.quyche.signing.internal.service;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.PreparedSignature.State;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.model.CertificateChain;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.store.JpaPreparedSignatureStore;
import vn.quyche.signing.internal.store.JpaTokenStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;
import vn.quyche.signing.internal.store.PreparedFile;

/**
 * The two halves of a signature whose key is elsewhere. What is frozen between them stands in the table alone: file, token and
 * guard are asked again in the second half, and the engine must come to the very same data.
 */
@Component(service = Preparations.class, configurationPid = OutsideConfig.PID)
@Designate(ocd = OutsideConfig.class)
public final class Preparations {

    private final SigningWork work;
    private final SigningEngine engine;
    private final TrustSnapshots trust;
    private final DefaultSignatureStamps stamps;
    private final Attachments attachments;
    private final TokenGuard guard;
    private final TokenSight sight;
    private final JpaTokenStore tokens;
    private final JpaTokenUseStore uses;
    private final JpaPreparedSignatureStore store;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;
    private volatile Duration waits;
    private volatile Duration granted;

    @Activate
    public Preparations(
            OutsideConfig config,
            @Reference SigningWork work,
            @Reference SigningEngine engine,
            @Reference TrustSnapshots trust,
            @Reference DefaultSignatureStamps stamps,
            @Reference Attachments attachments,
            @Reference TokenGuard guard,
            @Reference TokenSight sight,
            @Reference JpaTokenStore tokens,
            @Reference JpaTokenUseStore uses,
            @Reference JpaPreparedSignatureStore store,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.work = work;
        this.engine = engine;
        this.trust = trust;
        this.stamps = stamps;
        this.attachments = attachments;
        this.guard = guard;
        this.sight = sight;
        this.tokens = tokens;
        this.uses = uses;
        this.store = store;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
        modified(config);
    }

    @Modified
    void modified(OutsideConfig config) {
        waits = Duration.ofMinutes(config.prepared_minutes());
        granted = Duration.ofHours(config.granted_hours());
    }

    /** How long a granted use may be without an outcome. */
    public Duration granted() {
        return granted;
    }

    /**
     * The first half: the guard, then the data for the key. A file that is no document of the register is kept until the second.
     *
     * @param fit what is signed
     * @param scheme how the key signs; empty for what every key of its sort can do
     * @param also what is stored with it, in the same transaction
     */
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.6", "TA.10.1"})
    public PreparedSignature prepare(
            Caller caller,
            SigningToken token,
            SigningWork.Fit fit,
            SignatureLevel level,
            Optional<SignatureScheme> scheme,
            Consumer<PreparedSignature> also) {
        X509Certificate certificate = certificate(token);
        SignatureScheme how = scheme.or(() -> SignatureScheme.plainest(certificate.getPublicKey()))
                .filter(one -> one.fits(certificate.getPublicKey()))
                .orElseThrow(() -> new Refused("MT.11.1", "signing.no-scheme"));
        TokenUse use = guard.ask(caller, SigningWork.ask(caller, token, fit));
        try {
            Instant at = Instant.ofEpochMilli(clock.millis());
            List<EngineSigner.How> parts = parts(caller, token, fit, certificate, how, at);
            byte[] data = engine.signer().toSign(fit.format(), fit.content(), fit.fileName(), parts.get(0));
            PreparedSignature prepared = new PreparedSignature(
                    ids.next(),
                    use.id(),
                    token.id(),
                    token.serial(),
                    use.personId(),
                    use.personName(),
                    fit.documentId(),
                    fit.title(),
                    fit.sha256(),
                    level,
                    how.name(),
                    token.certificate().fingerprint(),
                    text(data),
                    1,
                    parts.size(),
                    at,
                    State.OPEN,
                    "",
                    "",
                    at.plus(waits),
                    Optional.empty());
            Optional<PreparedFile> file =
                    fit.document() ? Optional.empty() : Optional.of(kept(caller, prepared.id(), fit));
            tx.run(() -> {
                store.insert(prepared);
                file.ifPresent(store::insert);
                also.accept(prepared);
            });
            return prepared;
        } catch (EngineSigner.Unfit e) {
            fail(caller, use.id(), e.code());
            throw new Refused("MT.11.3", e.code());
        } catch (RuntimeException e) {
            fail(caller, use.id(), e instanceof QuycheException known ? known.code() : "");
            throw e;
        }
    }

    private PreparedFile kept(Caller caller, String preparationId, SigningWork.Fit fit) {
        Attachment file = attachments.receive(
                caller, fit.fileName(), () -> new ByteArrayInputStream(fit.content()), fit.content().length);
        return new PreparedFile(preparationId, fit.kind(), fit.fileName(), file.id(), fit.format(), fit.lines());
    }

    /** The file as it was prepared: a document as its register has it now, another as it was kept. */
    private SigningWork.Fit fit(Caller caller, SigningToken token, PreparedSignature prepared) {
        Optional<PreparedFile> kept = store.file(prepared.id());
        if (kept.isEmpty()) {
            return work.fit(caller, token, new SigningPort.Document(prepared.documentId(), prepared.sourceSha256()));
        }
        PreparedFile file = kept.get();
        byte[] content = StoredFiles.read(attachments, file.fileId());
        if (!Fingerprint.of(content).equals(prepared.sourceSha256())) {
            throw new Refused("MT.11.3", "signing.other-bytes", prepared.title());
        }
        work.requireFit(file.format(), content);
        return new SigningWork.Fit(
                file.kind(),
                prepared.documentId(),
                prepared.title(),
                file.fileName(),
                content,
                prepared.sourceSha256(),
                false,
                file.format(),
                file.lines());
    }

    /** Whether a document of the register waits. */
    public boolean isDocument(PreparedSignature prepared) {
        return store.file(prepared.id()).isEmpty();
    }

    /**
     * Takes the value of a part that is not the last: against the certificate, file and token once more, then the data of the
     * next part. What is refused ends the preparation, as in {@link #finish}.
     */
    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    public PreparedSignature next(Caller caller, PreparedSignature prepared, byte[] value) {
        return whileOpen(caller, prepared, () -> {
            if (!prepared.goesOn()) {
                throw new Conflict("signing.last-part");
            }
            Half half = half(caller, prepared, value);
            byte[] data;
            try {
                EngineSigner.Made made = signed(half, Optional.empty());
                data = engine.signer()
                        .toSign(
                                half.fit().format(),
                                made.file(),
                                half.fit().fileName(),
                                half.parts().get(prepared.part()));
            } catch (EngineSigner.Unfit e) {
                throw new Refused("MT.11.3", e.code(), prepared.title());
            }
            List<String> given = half.values().stream().map(Preparations::text).toList();
            if (!tx.call(() -> store.goOn(prepared, given, text(data)))) {
                throw new Conflict("signing.other-part");
            }
            return store.find(prepared.id()).orElseThrow();
        });
    }

    /**
     * The second half: the value against the certificate, file and token once more, our own verification, the store. What is
     * refused ends the preparation; what was only not to be had (a database, a time that ran out) may be tried again.
     *
     * @param also what is stored with it, in the same transaction
     */
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.6"})
    public MadeSignature finish(Caller caller, PreparedSignature prepared, byte[] value, Consumer<MadeSignature> also) {
        return whileOpen(caller, prepared, () -> {
            if (prepared.goesOn()) {
                throw new Conflict("signing.not-last-part");
            }
            return finished(caller, prepared, half(caller, prepared, value), also);
        });
    }

    private <T> T whileOpen(Caller caller, PreparedSignature prepared, Supplier<T> work) {
        if (prepared.state() != State.OPEN) {
            throw new Conflict("signing.preparation-ended");
        }
        if (!clock.instant().isBefore(prepared.expiresAt())) {
            end(caller, prepared, State.EXPIRED, "signing.preparation-expired");
            throw new Refused("MT.11.3", "signing.preparation-expired", prepared.title());
        }
        try {
            return work.get();
        } catch (Unavailable | Conflict e) {
            // may be tried again; of two at once the other one has ended it
            throw e;
        } catch (QuycheException e) {
            end(caller, prepared, State.REFUSED, e.code());
            throw e;
        }
    }

    /**
     * What the second half begins with, when nothing stands against it.
     *
     * @param parts how each part is signed
     * @param data what the key signed last
     * @param values what the key made, of this part and of those before it
     */
    private record Half(
            SigningToken token,
            SignatureScheme scheme,
            PublicKey key,
            SigningWork.Fit fit,
            List<EngineSigner.How> parts,
            byte[] data,
            List<byte[]> values) {}

    private Half half(Caller caller, PreparedSignature prepared, byte[] value) {
        SigningToken token = sight.require(caller, prepared.tokenId());
        X509Certificate certificate = certificate(token);
        if (!token.certificate().fingerprint().equals(prepared.fingerprint())) {
            throw new Refused("MT.11.1", "signing.preparation-outdated", prepared.title());
        }
        SignatureScheme scheme = SignatureScheme.valueOf(prepared.scheme());
        byte[] data = Base64.getDecoder().decode(prepared.data());
        if (!scheme.verifies(data, certificate.getPublicKey(), value)) {
            throw new Refused("MT.11.1", "signing.wrong-value", prepared.serial());
        }
        SigningWork.Fit fit = fit(caller, token, prepared);
        List<EngineSigner.How> parts = parts(caller, token, fit, certificate, scheme, prepared.signedAt());
        List<byte[]> values = new ArrayList<>();
        store.given(prepared.id())
                .forEach(text -> values.add(Base64.getDecoder().decode(text)));
        if (parts.size() != prepared.parts() || values.size() != prepared.part() - 1) {
            // places were changed meanwhile, or another value came at the same time
            throw new Refused("MT.11.3", "signing.preparation-outdated", prepared.title());
        }
        values.add(value);
        return new Half(token, scheme, certificate.getPublicKey(), fit, parts, data, values);
    }

    /** The file with the values so far, each part over the one before; built anew, since nothing of it is kept. */
    private EngineSigner.Made signed(Half half, Optional<EngineSigner.Stamper> stamper) throws EngineSigner.Unfit {
        EngineSigner signer = engine.signer();
        SignatureFormat format = half.fit().format();
        String name = half.fit().fileName();
        byte[] file = half.fit().content();
        int last = half.values().size() - 1;
        for (int i = 0; i < last; i++) {
            EngineSigner.How how = half.parts().get(i);
            byte[] value = half.values().get(i);
            byte[] data = signer.toSign(format, file, name, how);
            if (!half.scheme().verifies(data, half.key(), value)) {
                throw new Refused(
                        "MT.11.3", "signing.preparation-outdated", half.fit().title());
            }
            file = signer.finish(format, file, name, how, data, value, Optional.empty())
                    .file();
        }
        return signer.finish(
                format,
                file,
                name,
                half.parts().get(last),
                half.data(),
                half.values().get(last),
                stamper);
    }

    private MadeSignature finished(Caller caller, PreparedSignature prepared, Half half, Consumer<MadeSignature> also) {
        EngineSigner.Made signed;
        try {
            signed = signed(
                    half, prepared.level() == SignatureLevel.T ? Optional.of(engine.stamper()) : Optional.empty());
        } catch (EngineSigner.Unfit e) {
            throw new Refused("MT.11.3", e.code(), prepared.title());
        }
        TokenUse use = uses.find(prepared.useId()).orElseThrow();
        return work.keep(caller, half.token(), half.fit(), prepared.level(), signed, prepared.signedAt(), use, made -> {
            if (!store.end(prepared.id(), State.SIGNED, "", made.id(), clock.instant())) {
                throw new Conflict("signing.preparation-ended");
            }
            also.accept(made);
        });
    }

    /** Ends one that waits, its use with it; gives whether it was this call. */
    public boolean end(Caller caller, PreparedSignature prepared, State state, String code) {
        return tx.call(() -> {
            if (!store.end(prepared.id(), state, code, "", clock.instant())) {
                return false;
            }
            fail(caller, prepared.useId(), code);
            return true;
        });
    }

    /** Writes down that nothing came of a use, unless it is settled. */
    public void fail(Caller caller, String useId, String why) {
        boolean open = uses.find(useId)
                .filter(use -> use.outcome() == TokenUse.Outcome.GRANTED)
                .isPresent();
        if (open) {
            guard.failed(caller, useId, why);
        }
    }

    /** How each part is signed: what is seen has a place in each, and the last one is what all of them are for. */
    private List<EngineSigner.How> parts(
            Caller caller,
            SigningToken token,
            SigningWork.Fit fit,
            X509Certificate certificate,
            SignatureScheme scheme,
            Instant at) {
        List<X509Certificate> chain =
                CertificateChain.of(certificate, trust.now().authorities());
        return SigningWork.seen(stamps.of(caller, token, fit, at)).stream()
                .map(stamp -> new EngineSigner.How(chain, scheme, at, SigningWork.reason(token, fit), stamp))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private X509Certificate certificate(SigningToken token) {
        try {
            byte[] der =
                    Base64.getDecoder().decode(tokens.certificate(token.id()).orElseThrow());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("A stored certificate cannot be read", e);
        }
    }
}
