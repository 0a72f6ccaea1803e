package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** The forms that register one document, or the post of a morning. */
final class IncomingFormPages {

    private static final String LIST = "/document/incoming";
    private static final int ROWS = 10;
    private static final long MAX_FILE = 20L << 20;
    private static final List<String> TYPED = List.of("sender", "code", "day", "subject");

    private final IncomingDocuments incoming;
    private final Attachments attachments;
    private final Messages messages;
    private final Clock clock;

    IncomingFormPages(IncomingDocuments incoming, Attachments attachments, Messages messages, Clock clock) {
        this.incoming = incoming;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    View compose(UiRequest request) {
        return View.page("incoming-form", model(request));
    }

    View register(UiRequest request) {
        List<String> files = new ArrayList<>();
        for (UiRequest.Upload upload : request.files("files")) {
            files.add(attachments
                    .receive(request.caller(), upload.fileName(), upload::open, MAX_FILE)
                    .id());
        }
        NewIncoming entered = new NewIncoming(
                "",
                Form.day(request, "arrivedOn"),
                request.form("sender"),
                request.form("code"),
                Form.day(request, "day"),
                Form.constant(DocumentKind.class, request.form("kind")).orElse(null),
                request.form("subject"),
                Form.constant(Urgency.class, request.form("urgency")).orElse(null),
                request.form("paper").equals("true"),
                request.form("remark"),
                request.form("again").equals("true"),
                files);
        String id = incoming.register(request.caller(), request.form("key"), entered);
        return View.redirect(
                LIST + "/" + id,
                "document.incoming-registered",
                incoming.get(request.caller(), id).number());
    }

    View composeMany(UiRequest request) {
        Map<String, Object> model = model(request);
        model.put("rows", IntStream.rangeClosed(1, ROWS).boxed().toList());
        return View.page("incoming-many", model);
    }

    /** Lines that were left blank do not count; what is wrong is told at the line on which it stands. */
    View registerMany(UiRequest request) {
        Checks checks = new Checks();
        List<Integer> places = IntStream.rangeClosed(1, ROWS)
                .filter(row -> TYPED.stream()
                        .anyMatch(field -> !request.form(field + "_" + row).isBlank()))
                .boxed()
                .toList();
        Optional<LocalDate> arrived = Form.day(checks, "arrivedOn", request.form("arrivedOn"));
        List<NewIncoming> entered = new ArrayList<>();
        for (int row : places) {
            entered.add(new NewIncoming(
                    "",
                    arrived,
                    request.form("sender_" + row),
                    request.form("code_" + row),
                    Form.day(checks, "day_" + row, request.form("day_" + row)),
                    Form.constant(DocumentKind.class, request.form("kind_" + row))
                            .orElse(null),
                    request.form("subject_" + row),
                    Urgency.NORMAL,
                    request.form("paper").equals("true"),
                    "",
                    request.form("again").equals("true"),
                    List.of()));
        }
        checks.orThrow();
        try {
            incoming.registerAll(request.caller(), request.form("key"), entered);
        } catch (Invalid e) {
            throw new Invalid(
                    e.fields().stream().map(error -> moved(error, places)).toList());
        }
        return View.redirect(LIST + "?state=REGISTERED", "document.incoming-registered-many", entered.size());
    }

    private static FieldError moved(FieldError error, List<Integer> places) {
        int cut = error.field().lastIndexOf('_');
        if (cut < 0) {
            return error;
        }
        int place = Integer.parseInt(error.field().substring(cut + 1));
        return new FieldError(error.field().substring(0, cut + 1) + places.get(place - 1), error.code(), error.args());
    }

    private Map<String, Object> model(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("kinds", OutgoingPages.kinds());
        model.put("urgencies", Form.choices(messages, request.caller().locale(), Urgency.class, "document.urgency."));
        model.put("today", VietnamTime.today(clock));
        return model;
    }
}
