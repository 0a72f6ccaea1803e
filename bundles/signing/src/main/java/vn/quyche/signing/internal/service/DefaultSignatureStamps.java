package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.StampPart;
import vn.quyche.signing.api.StampPlace;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.engine.Paper;
import vn.quyche.signing.internal.engine.Stamp;
import vn.quyche.signing.internal.engine.StampShapes;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;
import vn.quyche.signing.internal.store.JpaStampStore;
import vn.quyche.signing.internal.store.JpaTokenStore;

/** Decides what is seen of a signature and where: as somebody said, else where the text has room, else as the decree's form has it. */
@Component(service = {SignatureStamps.class, DefaultSignatureStamps.class})
public final class DefaultSignatureStamps implements SignatureStamps {

    private static final String SIGN_DOCUMENTS = "document:sign";
    private static final String DOCUMENT = "signing.stamps";
    private static final DateTimeFormatter SIGNING_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final double LEAST_WIDTH = 10;
    private static final double MOST_WIDTH = 100;
    /** The part of a page that a stamp may cover; the verification refuses more. */
    private static final double LARGEST = 0.25;

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final Directory directory;
    private final SigningEngine engine;
    private final DocumentSigning documents;
    private final Attachments attachments;
    private final JpaStampStore store;
    private final JpaMadeSignatureStore made;
    private final JpaTokenStore tokens;
    private final Clock clock;

    @Activate
    public DefaultSignatureStamps(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference Directory directory,
            @Reference SigningEngine engine,
            @Reference DocumentSigning documents,
            @Reference Attachments attachments,
            @Reference JpaStampStore store,
            @Reference JpaMadeSignatureStore made,
            @Reference JpaTokenStore tokens,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.directory = directory;
        this.engine = engine;
        this.documents = documents;
        this.attachments = attachments;
        this.store = store;
        this.made = made;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A part with its stamp, and who says where it is. */
    private record Placed(StampPart part, Stamp stamp, boolean shown, Origin origin) {}

    /** A document with what is seen on it. */
    private record Laid(
            DocumentSigning.Signable document, byte[] content, Paper paper, List<Placed> parts, boolean remembered) {}

    // ---- for who signs

    /**
     * What is seen of a signature that is about to be made, in the order in which the parts are signed.
     *
     * @param at the time of signing
     */
    @Regulated("TA.10.1")
    public List<Stamp> of(Caller caller, SigningToken token, SigningWork.Fit fit, Instant at) {
        if (!fit.lines().isEmpty()) {
            List<String> lines = new ArrayList<>(fit.lines());
            lines.add(time(at));
            return List.of(StampShapes.text(engine.pages().read(fit.content(), ""), lines));
        }
        Optional<DocumentSigning.Signable> document = fit.document() ? documents.find(fit.sha256()) : Optional.empty();
        return document.filter(one -> shows(caller, one, token.kind()))
                .map(one -> together(
                        laid(caller, one, fit.content(), token.kind(), at).parts()))
                .orElse(List.of());
    }

    /** Lines of text on one page are one stamp: each stamp takes a signature of its own. */
    private static List<Stamp> together(List<Placed> parts) {
        List<Stamp> stamps = new ArrayList<>();
        for (Placed part : parts) {
            Stamp stamp = part.stamp();
            if (!part.shown()) {
                continue;
            }
            Optional<Stamp> text = stamps.stream()
                    .filter(other -> !isPicture(part.part()) && other.page() == stamp.page())
                    .findFirst();
            text.ifPresent(stamps::remove);
            stamps.add(text.map(stamp::with).orElse(stamp));
        }
        return stamps;
    }

    /** Whether there is anything to be seen; asked before the file is looked at. */
    private boolean shows(Caller caller, DocumentSigning.Signable document, SignatureKind kind) {
        if (kind == SignatureKind.ORGANIZATION) {
            return document.signed() && !sealed(document.documentId());
        }
        return !document.signed()
                && caller.personId().filter(document.signerId()::equals).isPresent()
                && store.current(SignaturePicture.Kind.SIGNATURE, document.signerId())
                        .isPresent();
    }

    // ---- for who looks

    @Override
    public Seen seen(Caller caller, SigningPort.Document document, SignatureKind kind) {
        return seen(laid(caller, document, kind));
    }

    private static Seen seen(Laid laid) {
        return new Seen(
                laid.document().documentId(),
                laid.document().code(),
                laid.paper().pages().stream()
                        .map(page -> new Sheet(mm(page.width()), mm(page.height())))
                        .toList(),
                laid.parts().stream()
                        .map(part -> new Part(
                                part.part(),
                                new StampPlace(
                                        part.shown(),
                                        part.stamp().page(),
                                        mm(part.stamp().box().x()),
                                        mm(part.stamp().box().y()),
                                        mm(part.stamp().box().width())),
                                mm(part.stamp().box().height()),
                                part.origin()))
                        .toList(),
                laid.remembered());
    }

    @Override
    public byte[] page(Caller caller, SigningPort.Document document, SignatureKind kind, int page, boolean stamped) {
        Laid laid = laid(caller, document, kind);
        if (page < 1 || page > laid.paper().pages().size()) {
            throw new NotFound("signing.no-page", page);
        }
        List<Stamp> stamps = laid.parts().stream()
                .filter(part -> stamped && part.shown())
                .map(Placed::stamp)
                .toList();
        return engine.pages().page(laid.content(), page, stamps);
    }

    @Override
    public byte[] part(Caller caller, SigningPort.Document document, SignatureKind kind, StampPart part) {
        return laid(caller, document, kind).parts().stream()
                .filter(placed -> placed.part() == part)
                .findFirst()
                .map(placed -> engine.pages().stamp(placed.stamp()))
                .orElseThrow(() -> new NotFound("signing.no-part", part));
    }

    @Override
    @Regulated("TA.10.1")
    public Seen place(
            Caller caller,
            SigningPort.Document document,
            SignatureKind kind,
            Map<StampPart, StampPlace> places,
            boolean forKind) {
        Laid before = laid(caller, document, kind);
        Checks checks = new Checks();
        Map<StampPart, StampPlace> now = new EnumMap<>(StampPart.class);
        places.forEach((part, place) -> before.parts().stream()
                .filter(placed -> placed.part() == part)
                .findFirst()
                .ifPresentOrElse(
                        placed -> now.put(part, checked(checks, before.paper(), placed, place)),
                        () -> checks.add(field(part, "page"), "signing.no-part", part)));
        checks.orThrow();
        String documentId = before.document().documentId();
        acts.perform(
                caller,
                Act.on(DOCUMENT, documentId, "signing.place-stamps", TokenPermissions.HOLD, Scope.own(caller)),
                log -> {
                    int pages = before.paper().pages().size();
                    String code = SigningWork.kind(before.document());
                    now.forEach((part, place) -> {
                        store.putForDocument(documentId, part, place);
                        if (forKind) {
                            store.putForKind(code, part, fromEnd(part, place, pages));
                        } else {
                            store.forgetKind(code, part);
                        }
                    });
                    log.changed(seen(before).parts(), now);
                    return documentId;
                });
        return seen(laid(caller, document, kind));
    }

    /** Number and text stand on the first page, signature and seal on the last one, however many there are. */
    private static StampPlace fromEnd(StampPart part, StampPlace place, int pages) {
        boolean first = part == StampPart.NUMBER || part == StampPart.TEXT;
        return new StampPlace(
                place.shown(), first ? place.page() : place.page() - pages - 1, place.x(), place.y(), place.width());
    }

    private static String field(StampPart part, String name) {
        return part + "." + name;
    }

    private static StampPlace checked(Checks checks, Paper paper, Placed placed, StampPlace place) {
        if (place == null) {
            throw new Invalid(field(placed.part(), "page"), "core.required");
        }
        if (!place.shown()) {
            return StampPlace.hidden();
        }
        StampPart part = placed.part();
        int pages = paper.pages().size();
        boolean page = place.page() >= 1 && place.page() <= pages;
        checks.that(page, field(part, "page"), "signing.stamp.page", pages);
        if (!page) {
            return place;
        }
        Paper.Size size = paper.pages().get(place.page() - 1);
        boolean picture = isPicture(part);
        double own = mm(placed.stamp().box().width());
        double width = picture ? place.width() : own;
        checks.that(
                !picture || width >= LEAST_WIDTH && width <= MOST_WIDTH,
                field(part, "width"),
                "signing.stamp.width",
                (int) LEAST_WIDTH,
                (int) MOST_WIDTH);
        double height = mm(placed.stamp().box().height()) * width / own;
        double most = mm(size.width()) - width;
        checks.that(
                place.x() >= 0 && place.x() <= most + 0.1,
                field(part, "x"),
                "signing.stamp.off-page",
                Math.floor(most));
        double lowest = mm(size.height()) - height;
        checks.that(
                place.y() >= 0 && place.y() <= lowest + 0.1,
                field(part, "y"),
                "signing.stamp.off-page",
                Math.floor(lowest));
        checks.that(
                width * height <= LARGEST * mm(size.width()) * mm(size.height()),
                field(part, "width"),
                "signing.stamp.too-large");
        return new StampPlace(true, place.page(), place.x(), place.y(), width);
    }

    private static boolean isPicture(StampPart part) {
        return part == StampPart.SIGNATURE || part == StampPart.SEAL;
    }

    // ---- the laying out

    private Laid laid(Caller caller, SigningPort.Document asked, SignatureKind kind) {
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        access.require(caller, SIGN_DOCUMENTS, Scope.school());
        Checks checks = new Checks();
        checks.text("documentId", asked.documentId(), 1, 26);
        checks.text("sha256", asked.sha256(), 64, 64);
        checks.that(kind != null, "kind", "core.required");
        checks.orThrow();
        DocumentSigning.Signable document = documents
                .find(asked.sha256())
                .filter(one -> one.documentId().equals(asked.documentId()))
                .orElseThrow(() -> new Refused("MT.11.3", "signing.not-approved"));
        byte[] content = SigningWork.read(
                attachments, attachments.get(document.fileId()), engine.signer().largestFile());
        return laid(caller, document, content, kind, clock.instant());
    }

    private Laid laid(
            Caller caller, DocumentSigning.Signable document, byte[] content, SignatureKind kind, Instant at) {
        Map<StampPart, StampPlace> own = store.ofDocument(document.documentId());
        Map<StampPart, StampPlace> ofKind = store.ofKind(SigningWork.kind(document));
        Paper paper = engine.pages().read(content, sight.name(document.signerId()));
        List<Placed> parts = new ArrayList<>();
        boolean shows = shows(caller, document, kind);
        if (shows && kind == SignatureKind.PERSONAL) {
            store.current(SignaturePicture.Kind.SIGNATURE, document.signerId())
                    .ifPresent(picture -> parts.add(new Placed(
                            StampPart.SIGNATURE,
                            StampShapes.signature(paper, png(picture), picture.width() * Stamp.MM, picture.ratio()),
                            true,
                            found(paper.signing().isPresent()))));
        } else if (shows) {
            parts.addAll(ofSchool(document, paper, at));
        }
        List<Placed> placed =
                parts.stream().map(part -> said(paper, part, own, ofKind)).toList();
        return new Laid(
                document, content, paper, placed, placed.stream().anyMatch(part -> ofKind.containsKey(part.part())));
    }

    private List<Placed> ofSchool(DocumentSigning.Signable document, Paper paper, Instant at) {
        School school = directory.school();
        List<Placed> parts = new ArrayList<>();
        Optional<Stamp> missing = StampShapes.number(paper, document.code(), document.day(), school.place(), false);
        Stamp number =
                missing.orElseGet(() -> StampShapes.number(paper, document.code(), document.day(), school.place(), true)
                        .orElseThrow());
        parts.add(new Placed(StampPart.NUMBER, number, missing.isPresent(), found(StampShapes.findsNumber(paper))));
        Optional<SignaturePicture> seal = store.current(SignaturePicture.Kind.SEAL, "");
        parts.add(new Placed(
                StampPart.TEXT,
                StampShapes.text(paper, List.of(school.name(), time(at))),
                seal.isEmpty(),
                Origin.STANDARD));
        seal.ifPresent(picture -> parts.add(new Placed(
                StampPart.SEAL,
                StampShapes.seal(paper, png(picture), picture.width() * Stamp.MM, picture.ratio()),
                true,
                found(paper.stamp().isPresent() || paper.signing().isPresent()))));
        return parts;
    }

    /** The part where somebody wants it; a place that this document has not is passed over. */
    private static Placed said(
            Paper paper, Placed part, Map<StampPart, StampPlace> own, Map<StampPart, StampPlace> ofKind) {
        boolean here = own.containsKey(part.part());
        StampPlace place = here ? own.get(part.part()) : ofKind.get(part.part());
        if (place == null) {
            return part;
        }
        Origin origin = here ? Origin.DOCUMENT : Origin.KIND;
        int pages = paper.pages().size();
        int page = place.page() < 0 ? pages + 1 + place.page() : place.page();
        if (!place.shown()) {
            return new Placed(part.part(), part.stamp(), false, origin);
        }
        if (page < 1 || page > pages) {
            return part;
        }
        Stamp stamp = part.stamp();
        if (isPicture(part.part())) {
            Stamp.Box box = stamp.box();
            double width = place.width() * Stamp.MM;
            byte[] png = ((Stamp.Picture) stamp.pieces().get(0)).png();
            Stamp.Box there = new Stamp.Box(
                    place.x() * Stamp.MM, place.y() * Stamp.MM, width, box.height() * width / box.width());
            return new Placed(part.part(), StampShapes.picture(paper, png, page, there), true, origin);
        }
        return new Placed(part.part(), stamp.at(page, place.x() * Stamp.MM, place.y() * Stamp.MM), true, origin);
    }

    /** Whether the school has signed the document before: number and seal are set once. */
    private boolean sealed(String documentId) {
        SigningPort.Query query = SigningPort.Query.of(documentId);
        return made.list(query, Optional.empty(), PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .map(MadeSignature::tokenId)
                .distinct()
                .anyMatch(token -> tokens.find(token)
                        .filter(kept -> kept.token().kind() == SignatureKind.ORGANIZATION)
                        .isPresent());
    }

    private byte[] png(SignaturePicture picture) {
        return DefaultSignaturePictures.read(attachments, picture);
    }

    private static Origin found(boolean yes) {
        return yes ? Origin.FOUND : Origin.STANDARD;
    }

    /** The time of signing as the decree writes it: to the second, with Vietnam's zone. */
    private static String time(Instant at) {
        return SIGNING_TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(VietnamTime.ZONE));
    }

    private static double mm(double points) {
        return Math.round(points / Stamp.MM * 10) / 10.0;
    }
}
