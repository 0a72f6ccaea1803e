package vn.quyche.signing.internal.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.StampPart;
import vn.quyche.signing.api.StampPlace;
import vn.quyche.signing.api.token.SignatureKind;

/** Shows a document with what its signature will show, and lets each part be laid where it belongs. */
final class StampPages {

    private static final String LIST = "/signing/sign/";
    private static final int FIRST_PAGES = 3;
    private static final int LAST_PAGES = 5;

    private final SignatureStamps stamps;
    private final OutgoingDocuments documents;
    private final Messages messages;

    StampPages(SignatureStamps stamps, OutgoingDocuments documents, Messages messages) {
        this.stamps = stamps;
        this.documents = documents;
        this.messages = messages;
    }

    /** A page that can be shown. */
    record Sheet(int number, String label, String href, String picture, double width, double height) {}

    /** A part that can be laid. */
    record Layable(
            String name,
            String label,
            String picture,
            double ratio,
            double width,
            boolean sized,
            StampPlace place,
            String x,
            String y,
            String wide) {}

    /** Whose signature comes next: first the signer's, then the school's. */
    static SignatureKind next(OutgoingDocument document) {
        return document.form() == SignatureForm.DIGITAL ? SignatureKind.ORGANIZATION : SignatureKind.PERSONAL;
    }

    static SigningPort.Document bytes(OutgoingDocument document) {
        boolean again = document.form() == SignatureForm.DIGITAL;
        return new SigningPort.Document(document.id(), again ? document.signedSha256() : document.approvedSha256());
    }

    private OutgoingDocument document(UiRequest request) {
        OutgoingDocument document = documents.get(request.caller(), request.path("id"));
        boolean waits = document.state() == OutgoingState.NUMBERED
                || document.state() == OutgoingState.SIGNED && document.form() == SignatureForm.DIGITAL;
        if (!waits) {
            throw new Refused("MT.11.3", "signing.not-approved");
        }
        return document;
    }

    /** What will be seen, for the page that asks for the PIN. */
    Map<String, Object> preview(UiRequest request, OutgoingDocument document) {
        Map<String, Object> model = new HashMap<>();
        try {
            SignatureStamps.Seen seen = stamps.seen(request.caller(), bytes(document), next(document));
            Set<Integer> pages = new TreeSet<>();
            seen.parts().stream()
                    .map(SignatureStamps.Part::place)
                    .filter(StampPlace::shown)
                    .forEach(place -> pages.add(place.page()));
            List<Sheet> shown = new ArrayList<>();
            pages.forEach(page -> shown.add(sheet(request, document, seen, page, true)));
            model.put("previews", shown);
            model.put("placeable", !seen.parts().isEmpty());
        } catch (Refused cannotBeShown) {
            // said again, with what to do, when it is signed
            model.put("previews", List.of());
            model.put("placeable", false);
        }
        return model;
    }

    View compose(UiRequest request) {
        OutgoingDocument document = document(request);
        SignatureStamps.Seen seen = stamps.seen(request.caller(), bytes(document), next(document));
        Map<String, Object> model = new HashMap<>();
        model.put("d", document);
        model.put("sha256", bytes(document).sha256());
        model.put("kindWord", document.kind().title());
        model.put("remembered", seen.remembered());
        List<Layable> parts = seen.parts().stream()
                .map(part -> layable(request, document, part))
                .toList();
        model.put("parts", parts);
        int first = seen.parts().stream()
                .map(SignatureStamps.Part::place)
                .filter(StampPlace::shown)
                .map(StampPlace::page)
                .findFirst()
                .orElse(1);
        int page = number(request.query("page"))
                .filter(number -> number >= 1 && number <= seen.pages().size())
                .orElse(first);
        Set<Integer> pages = new TreeSet<>(List.of(page));
        for (int number = 1; number <= seen.pages().size(); number++) {
            if (number <= FIRST_PAGES || number > seen.pages().size() - LAST_PAGES) {
                pages.add(number);
            }
        }
        model.put(
                "pages",
                pages.stream()
                        .map(number -> sheet(request, document, seen, number, false))
                        .toList());
        model.put("page", sheet(request, document, seen, page, false));
        return View.page("stamps", model);
    }

    private Sheet sheet(
            UiRequest request, OutgoingDocument document, SignatureStamps.Seen seen, int page, boolean stamped) {
        SignatureStamps.Sheet size = seen.pages().get(page - 1);
        String base = LIST + document.id();
        return new Sheet(
                page,
                messages.text(
                        request.caller().locale(),
                        "signing.stamp.page-of",
                        page,
                        seen.pages().size()),
                base + "/stamps?page=" + page,
                base + (stamped ? "/stamped.png?page=" : "/page.png?page=") + page,
                size.width(),
                size.height());
    }

    private Layable layable(UiRequest request, OutgoingDocument document, SignatureStamps.Part part) {
        Locale locale = request.caller().locale();
        StampPlace place = part.place();
        boolean sized = part.part() == StampPart.SIGNATURE || part.part() == StampPart.SEAL;
        return new Layable(
                part.part().name(),
                messages.text(locale, "signing.stamp.part." + part.part()),
                LIST + document.id() + "/part.png?part=" + part.part(),
                place.width() / part.height(),
                place.width(),
                sized,
                place,
                decimal(place.x(), locale),
                decimal(place.y(), locale),
                decimal(place.width(), locale));
    }

    private static String decimal(double value, Locale locale) {
        String text = String.valueOf(value);
        return locale.getLanguage().equals("vi") ? text.replace('.', ',') : text;
    }

    View place(UiRequest request) {
        OutgoingDocument document = document(request);
        Checks checks = new Checks();
        Map<StampPart, StampPlace> places = new EnumMap<>(StampPart.class);
        for (StampPart part : StampPart.values()) {
            if (!request.form(part + ".page").isEmpty()) {
                places.put(part, place(request, checks, part));
            }
        }
        checks.orThrow();
        stamps.place(
                request.caller(),
                new SigningPort.Document(document.id(), request.form("sha256")),
                next(document),
                places,
                !request.form("forKind").isEmpty());
        return View.redirect(LIST + document.id(), "signing.stamp.placed");
    }

    private static StampPlace place(UiRequest request, Checks checks, StampPart part) {
        if (request.form(part + ".shown").isEmpty()) {
            return StampPlace.hidden();
        }
        return new StampPlace(
                true,
                (int) number(request, checks, part + ".page"),
                number(request, checks, part + ".x"),
                number(request, checks, part + ".y"),
                request.form(part + ".width").isEmpty() ? 0 : number(request, checks, part + ".width"));
    }

    private static double number(UiRequest request, Checks checks, String field) {
        String text = request.form(field).strip().replace(',', '.');
        boolean number = text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?");
        checks.that(number, field, "signing.stamp.number");
        return number ? Double.parseDouble(text) : 0;
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("[0-9]{1,5}")).map(Integer::valueOf);
    }

    // ---- pictures, made anew each time and kept by nobody

    View page(UiRequest request) {
        return picture("trang.png", page(request, false));
    }

    View stamped(UiRequest request) {
        return picture("trang.png", page(request, true));
    }

    private byte[] page(UiRequest request, boolean stamped) {
        OutgoingDocument document = document(request);
        int page = number(request.query("page")).orElse(1);
        return stamps.page(request.caller(), bytes(document), next(document), page, stamped);
    }

    View part(UiRequest request) {
        OutgoingDocument document = document(request);
        StampPart part =
                Form.constant(StampPart.class, request.query("part").orElse("")).orElse(StampPart.SIGNATURE);
        return picture("dau.png", stamps.part(request.caller(), bytes(document), next(document), part));
    }

    static View picture(String name, byte[] png) {
        return new View.Download(name, "image/png", true, out -> out.write(png));
    }
}
