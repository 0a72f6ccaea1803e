package vn.quyche.group.internal.service;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;

/** Checks and screens what was entered for a directive, before anything of it is kept. */
final class DirectiveInput {

    /** The column's bound; how long a directive may be is the regulation's to say, and always less. */
    private static final int LONGEST = 16_000;

    private static final int MAX_FILES = 50;
    private static final int MAX_UNITS = 100;
    private static final int ID = 26;

    private final Screening screening;

    DirectiveInput(Screening screening) {
        this.screening = screening;
    }

    /**
     * Gives the directive with its texts as they are stored.
     *
     * @throws vn.quyche.core.api.error.Invalid naming every field that is wrong
     * @throws vn.quyche.core.api.error.Refused what screening refuses
     */
    @Regulated({"BC.3.2", "BC.4.1"})
    NewDirective check(Caller caller, NewDirective entered) {
        Checks checks = new Checks();
        checks.text("groupId", entered.groupId(), 1, 26);
        String title = VietnameseText.line(checks.text("title", entered.title(), 1, 200));
        String text = checks.text("text", entered.text(), 1, LONGEST);
        String event = VietnameseText.line(checks.text("event", entered.event(), 0, 200));
        checks.that(entered.requirement() != null, "requirement", "core.required");
        checks.that(entered.attachmentIds().size() <= MAX_FILES, "attachments", "group.too-many-files", MAX_FILES);
        checks.that(
                entered.attachmentIds().stream().distinct().count()
                        == entered.attachmentIds().size(),
                "attachments",
                "group.file-twice");
        entered.recipients().forEach(id -> checks.text("recipients", id, 1, ID));
        entered.units().forEach(id -> checks.text("units", id, 1, ID));
        checks.that(entered.units().size() <= MAX_UNITS, "units", "group.too-many-units", MAX_UNITS);
        Optional<MeetingDocument> document = entered.document().map(about -> document(checks, about));
        checks.orThrow();
        screening.requireText(caller, "title", title);
        screening.requireText(caller, "text", text);
        screening.requireText(caller, "event", event);
        document.ifPresent(about -> {
            screening.requireText(caller, "meeting", about.meeting());
            screening.requireText(caller, "place", about.place());
        });
        return new NewDirective(
                entered.groupId(),
                title,
                text,
                entered.requirement(),
                entered.deadline(),
                List.copyOf(new java.util.LinkedHashSet<>(entered.recipients())),
                List.copyOf(new java.util.LinkedHashSet<>(entered.units())),
                event,
                entered.attachmentIds(),
                entered.replaces(),
                document);
    }

    @Regulated("BC.5.4")
    private static MeetingDocument document(Checks checks, MeetingDocument entered) {
        checks.that(entered.kind() != null, "documentKind", "core.required");
        checks.that(entered.heldOn() != null, "heldOn", "core.required");
        checks.that(entered.paper() != null, "paper", "group.paper-not-said");
        return new MeetingDocument(
                entered.kind(),
                VietnameseText.line(checks.text("meeting", entered.meeting(), 1, 200)),
                entered.heldOn(),
                VietnameseText.line(checks.text("place", entered.place(), 1, 200)),
                entered.paper());
    }
}
