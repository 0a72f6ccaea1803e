package vn.quyche.signing.internal.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.internal.model.PictureFile;

/** Pictures of signatures and of the seal. */
final class PicturePages {

    private static final String LIST = "/signing/pictures";

    private final SignaturePictures pictures;
    private final Messages messages;

    PicturePages(SignaturePictures pictures, Messages messages) {
        this.pictures = pictures;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Map<String, Object> model = new HashMap<>();
        model.put("page", pictures.list(request.caller(), query(request), request.pageRequest()));
        model.put("kinds", Form.filters(messages, locale, SignaturePicture.Kind.class, "signing.picture.kind."));
        model.put(
                "states",
                List.of(
                        Map.of("value", "", "label", messages.text(locale, "core.all")),
                        Map.of("value", "true", "label", messages.text(locale, "signing.picture.used")),
                        Map.of("value", "false", "label", messages.text(locale, "signing.picture.not-used"))));
        model.put("keeps", pictures.keeps(request.caller()));
        return View.page("pictures", model);
    }

    private static SignaturePictures.Query query(UiRequest request) {
        return new SignaturePictures.Query(
                request.query("kind").flatMap(name -> Form.constant(SignaturePicture.Kind.class, name)),
                request.query("used").filter(List.of("true", "false")::contains).map(Boolean::valueOf));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "anh-chu-ky-con-dau",
                List.of(
                        "signing.picture.kind",
                        "core.name",
                        "signing.picture.width",
                        "token.sha256",
                        "core.reason",
                        "signing.picture.added-at",
                        "signing.picture.added-by",
                        "signing.picture.ended-at",
                        "signing.picture.end-reason"),
                Page.every(request.pageRequest(), page -> pictures.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                messages.text(locale, "signing.picture.kind." + one.kind()),
                                one.personName(),
                                String.valueOf(one.width()),
                                one.sha256(),
                                one.reason(),
                                VietnamTime.moment(one.addedAt()),
                                one.addedBy(),
                                one.endedAt().map(VietnamTime::moment).orElse(""),
                                one.endReason())));
    }

    View compose(UiRequest request) {
        return View.page(
                "picture-form",
                Map.of(
                        "kinds",
                        Form.choices(
                                messages,
                                request.caller().locale(),
                                SignaturePicture.Kind.class,
                                "signing.picture.kind.")));
    }

    View add(UiRequest request) {
        String width = request.form("width").strip().replace(',', '.');
        SignaturePicture added = pictures.add(
                request.caller(),
                new SignaturePictures.NewPicture(
                        Form.constant(SignaturePicture.Kind.class, request.form("kind"))
                                .orElse(null),
                        request.form("personId"),
                        width.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") ? Double.parseDouble(width) : 0,
                        request.form("reason"),
                        file(request).orElse(null)));
        return View.redirect(LIST + "/" + added.id(), "signing.picture.added");
    }

    private static Optional<byte[]> file(UiRequest request) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = files.get(0).open()) {
            return Optional.of(in.readNBytes(PictureFile.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        }
    }

    View detail(UiRequest request) {
        SignaturePicture picture = pictures.get(request.caller(), request.path("id"));
        boolean keeps = pictures.keeps(request.caller());
        boolean own =
                request.caller().personId().filter(picture.personId()::equals).isPresent();
        return View.page("picture", Map.of("p", picture, "keeps", keeps, "sees", keeps || own));
    }

    View png(UiRequest request) {
        return StampPages.picture("chu-ky.png", pictures.png(request.caller(), request.path("id")));
    }

    View askEnd(UiRequest request) {
        return View.page("picture-end", Map.of("p", pictures.get(request.caller(), request.path("id"))));
    }

    View end(UiRequest request) {
        pictures.end(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect(LIST + "/" + request.path("id"), "signing.picture.was-ended");
    }
}
