package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
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
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignatureFormat;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.store.JpaSignedCopyStore;

/** Makes copies and signs attachments with the school's token, in the same order as every signature. */
@Component
public final class DefaultSignedCopies implements SignedCopies {

    private static final String COPY = "signing.copy";
    private static final int MOST_PAGES = 2_000;

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final Directory directory;
    private final KeyRing ring;
    private final SigningWork work;
    private final SigningEngine engine;
    private final DocumentSigning documents;
    private final Attachments attachments;
    private final JpaSignedCopyStore store;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultSignedCopies(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference Directory directory,
            @Reference KeyRing ring,
            @Reference SigningWork work,
            @Reference SigningEngine engine,
            @Reference DocumentSigning documents,
            @Reference Attachments attachments,
            @Reference JpaSignedCopyStore store,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.directory = directory;
        this.ring = ring;
        this.work = work;
        this.engine = engine;
        this.documents = documents;
        this.attachments = attachments;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public SignedCopy make(Caller caller, NewCopy entered, char[] pin) {
        return Pin.use(pin, secret -> {
            try {
                return made(caller, checked(entered, secret), secret);
            } catch (QuycheException e) {
                // nothing was changed, yet the attempt stays in the log
                return acts.perform(caller, act(caller), log -> {
                    throw e;
                });
            }
        });
    }

    private static Act act(Caller caller) {
        return Act.create(COPY, "signing.make-copy", TokenPermissions.HOLD, Scope.own(caller));
    }

    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    private SignedCopy made(Caller caller, NewCopy entered, char[] pin) {
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        SigningToken token = sight.require(caller, entered.tokenId());
        if (token.kind() != SignatureKind.ORGANIZATION) {
            throw new Refused("MT.11.1", "signing.other-kind", token.serial());
        }
        String id = ids.next();
        SigningWork.Fit fit = fit(caller, id, entered);
        work.requireFit(fit.format(), fit.content());
        KeyRing.Opened[] opened = new KeyRing.Opened[1];
        SignedCopy[] copy = new SignedCopy[1];
        try {
            work.sign(
                    caller,
                    token,
                    fit,
                    entered.level(),
                    () -> opened[0] = ring.open(token, pin),
                    signature -> copy[0] = stored(caller, id, entered, fit, signature));
        } finally {
            if (opened[0] != null) {
                opened[0].close();
            }
        }
        return copy[0];
    }

    private SigningWork.Fit fit(Caller caller, String id, NewCopy entered) {
        String name = entered.fileName().strip();
        School school = directory.school();
        if (entered.kind() == CopyKind.ATTACHMENT) {
            access.require(caller, "document:sign", Scope.school());
            DocumentSigning.Signable main = main(entered);
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

    private DocumentSigning.Signable main(NewCopy entered) {
        SigningPort.Document asked = entered.document().orElseThrow();
        return documents
                .find(asked.sha256())
                .filter(one -> one.documentId().equals(asked.documentId()))
                .orElseThrow(() -> new Refused("MT.11.3", "signing.not-approved"));
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

    /** In the transaction of the signature: a number is given to what is signed, and to nothing else. */
    private SignedCopy stored(Caller caller, String id, NewCopy entered, SigningWork.Fit fit, MadeSignature signature) {
        return acts.perform(caller, act(caller), log -> {
            CopyKind kind = entered.kind();
            int year = VietnamTime.today(clock).getYear();
            int number = kind.numbered() ? store.nextNumber(year) : 0;
            String code = kind.numbered()
                    ? "%02d/%s-%s"
                            .formatted(number, kind.code(), directory.school().abbreviation())
                    : fit.title();
            SignedCopy copy = new SignedCopy(
                    id,
                    kind,
                    year,
                    number,
                    code,
                    kind.numbered()
                            ? entered.source().strip()
                            : entered.document().orElseThrow().documentId(),
                    kind.numbered() ? entered.basis().strip() : "",
                    signature.fileName(),
                    Fingerprint.of(entered.file()),
                    signature.id(),
                    signature.fileId(),
                    signature.sha256(),
                    signature.personId(),
                    signature.personName(),
                    signature.signedAt());
            store.insert(copy);
            attachments.attach(caller, List.of(signature.fileId()), COPY, id);
            log.subject(id);
            log.changed(null, copy);
            return copy;
        });
    }

    private NewCopy checked(NewCopy entered, char[] pin) {
        Checks checks = new Checks();
        checks.that(entered.kind() != null, "kind", "core.required");
        checks.text("tokenId", entered.tokenId(), 1, 26);
        checks.that(entered.level() != null, "level", "core.required");
        checks.that(entered.level() != SignatureLevel.T || engine.stamper().available(), "level", "signing.stamp-none");
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
        Pin.check(checks, pin);
        checks.orThrow();
        return entered;
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
