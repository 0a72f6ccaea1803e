package vn.quyche.signing.internal.service;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.store.CopyEntry;
import vn.quyche.signing.internal.store.JpaSignedCopyStore;

/** Makes copies and signs attachments with the school's token, in the same order as every signature. */
@Component
public final class DefaultSignedCopies implements SignedCopies {

    private static final int MOST_PAGES = 2_000;

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final Directory directory;
    private final KeyRing ring;
    private final SigningWork work;
    private final SigningEngine engine;
    private final CopyRegister register;
    private final Preparations preparations;
    private final Attachments attachments;
    private final JpaSignedCopyStore store;
    private final Ids ids;

    @Activate
    public DefaultSignedCopies(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference Directory directory,
            @Reference KeyRing ring,
            @Reference SigningWork work,
            @Reference SigningEngine engine,
            @Reference CopyRegister register,
            @Reference Preparations preparations,
            @Reference Attachments attachments,
            @Reference JpaSignedCopyStore store,
            @Reference Ids ids) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.directory = directory;
        this.ring = ring;
        this.work = work;
        this.engine = engine;
        this.register = register;
        this.preparations = preparations;
        this.attachments = attachments;
        this.store = store;
        this.ids = ids;
    }

    @Override
    public SignedCopy make(Caller caller, NewCopy entered, char[] pin) {
        return Pin.use(
                pin,
                secret -> told(caller, () -> {
                    Checks checks = checks(entered);
                    Pin.check(checks, secret);
                    checks.orThrow();
                    return made(caller, entered, secret);
                }));
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    public PreparedSignature prepare(Caller caller, NewCopy entered, String scheme) {
        return told(caller, () -> {
            Checks checks = checks(entered);
            Optional<SignatureScheme> how = SignatureScheme.named(checks, scheme);
            checks.orThrow();
            SigningToken token = token(caller, entered);
            String id = ids.next();
            SigningWork.Fit fit = fit(caller, id, entered);
            return preparations.prepare(
                    caller,
                    token,
                    fit,
                    entered.level(),
                    how,
                    prepared -> store.prepare(prepared.id(), entry(id, entered, fit)));
        });
    }

    /** Nothing was changed by what is refused, yet the attempt stays in the log. */
    private <T> T told(Caller caller, Supplier<T> work) {
        try {
            return work.get();
        } catch (QuycheException e) {
            return acts.perform(caller, CopyRegister.act(caller), log -> {
                throw e;
            });
        }
    }

    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    private SignedCopy made(Caller caller, NewCopy entered, char[] pin) {
        SigningToken token = token(caller, entered);
        String id = ids.next();
        SigningWork.Fit fit = fit(caller, id, entered);
        KeyRing.Opened[] opened = new KeyRing.Opened[1];
        SignedCopy[] copy = new SignedCopy[1];
        try {
            work.sign(
                    caller,
                    token,
                    fit,
                    entered.level(),
                    () -> opened[0] = ring.open(token, pin),
                    signature -> copy[0] = register.add(caller, entry(id, entered, fit), signature));
        } finally {
            if (opened[0] != null) {
                opened[0].close();
            }
        }
        return copy[0];
    }

    private SigningToken token(Caller caller, NewCopy entered) {
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        SigningToken token = sight.require(caller, entered.tokenId());
        if (token.kind() != SignatureKind.ORGANIZATION) {
            throw new Refused("MT.11.1", "signing.other-kind", token.serial());
        }
        return token;
    }

    private SigningWork.Fit fit(Caller caller, String id, NewCopy entered) {
        SigningWork.Fit fit = shown(caller, id, entered);
        work.requireFit(fit.format(), fit.content());
        return fit;
    }

    private SigningWork.Fit shown(Caller caller, String id, NewCopy entered) {
        String name = entered.fileName().strip();
        School school = directory.school();
        if (entered.kind() == CopyKind.ATTACHMENT) {
            access.require(caller, "document:sign", Scope.school());
            DocumentSigning.Signable main = register.main(entered.document().orElseThrow());
            if (!main.signed()) {
                throw new Refused("TA.10.1", "signing.seal-too-early", main.code());
            }
            return SigningWork.Fit.shown(
                    SigningWork.kind(main), id, main.code(), name, entered.file(), List.of(main.code()));
        }
        byte[] content = entered.kind() == CopyKind.EXTRACT ? extract(entered) : entered.file();
        return SigningWork.Fit.shown(
                entered.kind().code(),
                id,
                entered.kind().title() + " " + entered.source().strip(),
                name,
                content,
                List.of(entered.kind().title(), school.name()));
    }

    private static CopyEntry entry(String id, NewCopy entered, SigningWork.Fit fit) {
        boolean numbered = entered.kind().numbered();
        return new CopyEntry(
                id,
                entered.kind(),
                fit.title(),
                numbered ? entered.source().strip() : "",
                numbered ? entered.basis().strip() : "",
                numbered ? Optional.empty() : entered.document(),
                Fingerprint.of(entered.file()));
    }

    private byte[] extract(NewCopy entered) {
        work.requireFit(SignatureFormat.PADES, entered.file());
        int there = engine.pages().read(entered.file(), "").pages().size();
        SortedSet<Integer> pages = pages(entered.pages(), there);
        return engine.pages().extract(entered.file(), pages);
    }

    private static SortedSet<Integer> pages(String text, int there) {
        SortedSet<Integer> pages = new TreeSet<>();
        Checks checks = new Checks();
        for (String part : text.strip().split("\\s*[,;]\\s*")) {
            boolean readable = part.matches("[0-9]{1,4}(\\s*-\\s*[0-9]{1,4})?");
            int[] ends = readable
                    ? Arrays.stream(part.split("\\s*-\\s*"))
                            .mapToInt(Integer::parseInt)
                            .toArray()
                    : new int[] {0};
            int last = ends[ends.length - 1];
            boolean right = readable && ends[0] >= 1 && ends[0] <= last && last <= Math.min(there, MOST_PAGES);
            checks.that(right, "pages", "signing.copy.pages", there);
            for (int page = ends[0]; right && page <= last; page++) {
                pages.add(page);
            }
        }
        checks.orThrow();
        return pages;
    }

    private Checks checks(NewCopy entered) {
        Checks checks = new Checks();
        checks.that(entered.kind() != null, "kind", "core.required");
        checks.text("tokenId", entered.tokenId(), 1, 26);
        SigningOrders.check(checks, entered.level(), engine);
        checks.text("fileName", entered.fileName(), 1, 250);
        checks.that(entered.file() != null && entered.file().length > 0, "file", "core.required");
        boolean attachment = entered.kind() == CopyKind.ATTACHMENT;
        if (!attachment) {
            checks.text("source", entered.source(), 1, 200);
            checks.text("basis", entered.basis(), 1, 500);
        }
        if (entered.kind() == CopyKind.EXTRACT) {
            checks.text("pages", entered.pages(), 1, 200);
        }
        Optional<SigningPort.Document> document = entered.document();
        checks.that(!attachment || document.isPresent(), "documentId", "core.required");
        document.filter(one -> attachment).ifPresent(one -> {
            checks.text("documentId", one.documentId(), 1, 26);
            checks.text("sha256", one.sha256(), 64, 64);
        });
        return checks;
    }

    @Override
    public Page<SignedCopy> list(Caller caller, Query query, PageRequest page) {
        Optional<String> person = sight.seesAll(caller)
                ? Optional.empty()
                : Optional.of(caller.personId().orElse("-"));
        return store.list(query, person, page);
    }

    @Override
    public SignedCopy get(Caller caller, String id) {
        return store.find(id)
                .filter(copy -> sight.seesAll(caller)
                        || caller.personId().filter(copy.personId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("signing.copy.not-found", id));
    }

    @Override
    public byte[] file(Caller caller, String id) {
        return StoredFiles.read(attachments, get(caller, id).fileId());
    }
}
