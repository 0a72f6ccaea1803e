package vn.quyche.signing.internal.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.engine.Stamp;
import vn.quyche.signing.internal.engine.StampTrouble;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.CertificateChain;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;

/** One signature from the question whether it may be made to the stored file, whole or not at all. */
@Component(service = SigningWork.class)
public final class SigningWork {

    private final TokenGuard guard;
    private final TokenSight sight;
    private final SigningEngine engine;
    private final TrustSnapshots trust;
    private final Verifications verifications;
    private final DocumentSigning documents;
    private final Attachments attachments;
    private final DefaultSignatureStamps stamps;
    private final JpaMadeSignatureStore store;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public SigningWork(
            @Reference TokenGuard guard,
            @Reference TokenSight sight,
            @Reference SigningEngine engine,
            @Reference TrustSnapshots trust,
            @Reference Verifications verifications,
            @Reference DocumentSigning documents,
            @Reference Attachments attachments,
            @Reference DefaultSignatureStamps stamps,
            @Reference JpaMadeSignatureStore store,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.guard = guard;
        this.sight = sight;
        this.engine = engine;
        this.trust = trust;
        this.verifications = verifications;
        this.documents = documents;
        this.attachments = attachments;
        this.stamps = stamps;
        this.store = store;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A file that may be signed.
     *
     * @param kind the code of its kind
     * @param documentId what it is in its register
     * @param title what people call it
     * @param fileName its name
     * @param content its bytes
     * @param sha256 their hash
     * @param document whether it is an outgoing document
     * @param format in what form it is signed
     * @param lines what is shown at the upper right of the first page, before the time of signing; empty for nothing
     */
    public record Fit(
            String kind,
            String documentId,
            String title,
            String fileName,
            byte[] content,
            String sha256,
            boolean document,
            SignatureFormat format,
            List<String> lines) {

        /** A file that shows what the school certifies of it. */
        static Fit shown(String kind, String id, String title, String fileName, byte[] content, List<String> lines) {
            return new Fit(
                    kind, id, title, fileName, content, Fingerprint.of(content), false, SignatureFormat.PADES, lines);
        }
    }

    /** Whether a file may be signed with a token, before anything is asked of a key. */
    @Regulated({"MT.11.3", "TA.10.1"})
    public Fit fit(Caller caller, SigningToken token, SigningPort.What what) {
        Fit fit = what instanceof SigningPort.Document document
                ? document(caller, token, document)
                : registered((SigningPort.Registered) what);
        requireFit(fit.format(), fit.content());
        return fit;
    }

    /** Refuses a file that cannot be signed, saying why. */
    void requireFit(SignatureFormat format, byte[] content) {
        engine.signer().unfit(format, content).ifPresent(finding -> {
            throw refused(finding);
        });
    }

    private Fit document(Caller caller, SigningToken token, SigningPort.Document asked) {
        DocumentSigning.Signable signable = documents
                .find(asked.sha256())
                .filter(one -> one.documentId().equals(asked.documentId()))
                .orElseThrow(() -> new Refused("MT.11.3", "signing.not-approved"));
        if (token.kind() == SignatureKind.ORGANIZATION && !signable.signed()) {
            throw new Refused("TA.10.1", "signing.seal-too-early", signable.code());
        }
        if (token.kind() == SignatureKind.PERSONAL
                && !signable.signed()
                && !caller.personId().orElse("").equals(signable.signerId())) {
            throw new Refused("TA.10.1", "signing.other-signer", signable.code(), sight.name(signable.signerId()));
        }
        if (VietnamTime.today(clock).isBefore(signable.day())) {
            throw new Refused("MT.11.3", "signing.clock-behind", VietnamTime.day(signable.day()));
        }
        Attachment file = attachments.get(signable.fileId());
        byte[] content = read(attachments, file, engine.signer().largestFile());
        if (!Fingerprint.of(content).equals(signable.sha256())) {
            throw new Refused("MT.11.3", "signing.other-bytes", signable.code());
        }
        return new Fit(
                kind(signable),
                signable.documentId(),
                signable.code(),
                file.fileName(),
                content,
                signable.sha256(),
                true,
                SignatureFormat.PADES,
                List.of());
    }

    private static Fit registered(SigningPort.Registered asked) {
        return new Fit(
                asked.documentKind(),
                asked.registeredId(),
                asked.fileName(),
                asked.fileName(),
                asked.content(),
                Fingerprint.of(asked.content()),
                false,
                asked.format(),
                List.of());
    }

    /** The code of the kind of a document, also for official letters, which have none in their symbol. */
    static String kind(DocumentSigning.Signable document) {
        return document.kind().code().isEmpty() ? "CV" : document.kind().code();
    }

    static byte[] read(Attachments attachments, Attachment file, long largest) {
        if (file.size() > largest) {
            throw new Refused("MT.11.3", "verify.too-large", largest >> 20);
        }
        try (InputStream in = attachments.open(file)) {
            return in.readNBytes((int) largest + 1);
        } catch (IOException e) {
            throw new Unavailable("signing.file-unreadable", e);
        }
    }

    /**
     * Signs a file that is fit.
     *
     * @param key opens the key once the guard has granted the use; closed by whom it belongs to
     * @param also what is stored with it, in the same transaction
     */
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.6"})
    public MadeSignature sign(
            Caller caller,
            SigningToken token,
            Fit fit,
            SignatureLevel level,
            Supplier<KeyRing.Opened> key,
            Consumer<MadeSignature> also) {
        TokenUse use = guard.ask(caller, ask(caller, token, fit));
        try {
            return made(caller, token, fit, level, key.get(), use, also);
        } catch (RuntimeException e) {
            fail(caller, use, e);
            throw e;
        }
    }

    /** What the guard is asked. */
    static TokenGuard.Ask ask(Caller caller, SigningToken token, Fit fit) {
        return new TokenGuard.Ask(
                token.serial(),
                token.certificate().fingerprint(),
                TokenSight.person(caller),
                fit.kind(),
                fit.documentId(),
                fit.sha256());
    }

    private MadeSignature made(
            Caller caller,
            SigningToken token,
            Fit fit,
            SignatureLevel level,
            KeyRing.Opened key,
            TokenUse use,
            Consumer<MadeSignature> also) {
        X509Certificate certificate = key.session().certificates().stream()
                .filter(one -> DefaultSigningKeys.is(token, one))
                .findFirst()
                .orElseThrow(() -> KeyRing.told(new KeyTrouble(KeyTrouble.Kind.OTHER_KEY), token.serial()));
        Instant at = clock.instant();
        List<X509Certificate> chain =
                CertificateChain.of(certificate, trust.now().authorities());
        EngineSigner.Made signed = new EngineSigner.Made(fit.content(), Optional.empty());
        // a signature has one place: what is seen at several is signed one after the other, the time stamp is over all
        Iterator<Optional<Stamp>> seen = seen(stamps.of(caller, token, fit, at)).iterator();
        try {
            while (seen.hasNext()) {
                Optional<Stamp> stamp = seen.next();
                boolean timed = level == SignatureLevel.T && !seen.hasNext();
                Optional<EngineSigner.Stamper> stamper = timed ? Optional.of(engine.stamper()) : Optional.empty();
                EngineSigner.How how = new EngineSigner.How(chain, key.scheme(), at, reason(token, fit), stamp);
                EngineSigner.Key signing = data -> key.session().sign(certificate, data, key.scheme());
                signed = engine.signer().sign(fit.format(), signed.file(), fit.fileName(), how, signing, stamper);
            }
        } catch (KeyTrouble e) {
            throw KeyRing.told(e, token.serial());
        } catch (EngineSigner.Unfit e) {
            throw new Refused("MT.11.3", e.code());
        }
        return keep(caller, token, fit, level, signed, at, use, also);
    }

    /** The parts of a signature, in the order in which they are signed: what is seen at several places has one for each. */
    static List<Optional<Stamp>> seen(List<Stamp> stamps) {
        return stamps.isEmpty()
                ? List.of(Optional.empty())
                : stamps.stream().map(Optional::of).toList();
    }

    /**
     * Verifies a signed file and stores all that belongs to it, in one transaction.
     *
     * @param at the time of signing
     * @param use the use that the guard granted
     */
    MadeSignature keep(
            Caller caller,
            SigningToken token,
            Fit fit,
            SignatureLevel level,
            EngineSigner.Made signed,
            Instant at,
            TokenUse use,
            Consumer<MadeSignature> also) {
        String name = fit.format().fileName(fit.fileName());
        VerifiedSignature verified = requireValid(caller, name, signed.file(), token);
        Attachment file =
                attachments.receive(caller, name, () -> new ByteArrayInputStream(signed.file()), signed.file().length);
        return tx.call(() -> {
            guard.signed(caller, use.id());
            if (fit.document()) {
                documents.signed(caller, fit.sha256(), file.id(), at);
            }
            MadeSignature made = new MadeSignature(
                    ids.next(),
                    use.id(),
                    token.id(),
                    token.serial(),
                    use.personId(),
                    use.personName(),
                    fit.kind(),
                    fit.documentId(),
                    name,
                    fit.sha256(),
                    file.id(),
                    file.sha256(),
                    verified.fingerprint(),
                    verified.signer(),
                    at,
                    stamp(level, signed),
                    signed.stampTrouble().map(StampTrouble::code).orElse(""),
                    level == SignatureLevel.T ? verified.stampedAt() : Optional.empty(),
                    "",
                    "",
                    "",
                    "");
            store.insert(made);
            also.accept(made);
            return made;
        });
    }

    private static MadeSignature.Stamp stamp(SignatureLevel level, EngineSigner.Made signed) {
        if (level == SignatureLevel.B) {
            return MadeSignature.Stamp.NONE;
        }
        return signed.stampTrouble().isPresent() ? MadeSignature.Stamp.WAITING : MadeSignature.Stamp.STAMPED;
    }

    /** Judges the signed file like any other: nothing is stored that others would not call valid. */
    private VerifiedSignature requireValid(Caller caller, String name, byte[] file, SigningToken token) {
        Verification verification = verifications.verify(caller, name, () -> new ByteArrayInputStream(file));
        List<VerifiedSignature> signatures = verification.signatures();
        VerifiedSignature last = signatures.isEmpty() ? null : signatures.get(signatures.size() - 1);
        if (last != null
                && verification.verdict() == VerificationVerdict.VALID
                && last.fingerprint().equals(token.certificate().fingerprint())) {
            return last;
        }
        throw Stream.concat(
                        verification.findings().stream(), signatures.stream().flatMap(one -> one.findings().stream()))
                .filter(finding -> finding.verdict() != VerificationVerdict.VALID)
                .max(Comparator.comparing(VerificationFinding::verdict))
                .map(SigningWork::refused)
                .orElseGet(() -> new Refused("MT.11.1", "signing.other-key", token.serial()));
    }

    private void fail(Caller caller, TokenUse use, RuntimeException failed) {
        String why = failed instanceof QuycheException known
                ? known.code()
                : failed.getClass().getSimpleName();
        try {
            guard.failed(caller, use.id(), why);
        } catch (Conflict settled) {
            // the guard itself refused it at the end and wrote that down
        }
    }

    private static Refused refused(VerificationFinding finding) {
        return new Refused("MT.11.3", finding.code(), finding.args().toArray());
    }

    /** The reason of a signature, as it stands in the file. */
    static String reason(SigningToken token, Fit fit) {
        return (token.kind() == SignatureKind.ORGANIZATION ? "Chữ ký của cơ quan: " : "Ký văn bản: ") + fit.title();
    }
}
