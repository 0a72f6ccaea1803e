package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.DocumentKind;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.Requirement;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;

/** Writing a directive: the form saves a draft, whose page shows whom it will reach and has the button that issues it. */
final class DirectiveFormPages {

    /** The largest file that is taken, bytes. */
    private static final long MAX_FILE = 20L << 20;

    private final Directives directives;
    private final Groups groups;
    private final MessageKinds kinds;
    private final Attachments attachments;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    DirectiveFormPages(
            Directives directives,
            Groups groups,
            MessageKinds kinds,
            Attachments attachments,
            Directory directory,
            Messages messages,
            Clock clock) {
        this.kinds = kinds;
        this.directory = directory;
        this.clock = clock;
        this.messages = messages;
        this.directives = directives;
        this.groups = groups;
        this.attachments = attachments;
    }

    View compose(UiRequest request) {
        Map<String, Object> model = choices(request);
        model.put("groupId", request.query("group").orElse(""));
        model.put("targets", List.of());
        model.put("targetUnits", List.of());
        request.query("replaces").ifPresent(id -> model.put("directive", directives.get(request.caller(), id)));
        model.put("replaces", request.query("replaces").orElse(""));
        return View.page("directive-form", model);
    }

    View draft(UiRequest request) {
        Optional<MessageKind> kind = kind(request, request.form("groupId"));
        String id = directives.draft(request.caller(), read(request, List.of()), request.form("key"));
        kind.ifPresent(about -> kinds.mark(request.caller(), id, about));
        return View.redirect("/group/directives/" + id, "group.draft-saved");
    }

    View edit(UiRequest request) {
        Directive draft = directives.get(request.caller(), request.path("id"));
        Map<String, Object> model = choices(request);
        model.put("directive", draft);
        model.put("editing", true);
        model.put("groupId", draft.groupId());
        model.put("replaces", draft.content().replaces().orElse(""));
        model.put("targets", draft.content().recipients());
        model.put("targetUnits", draft.content().units());
        Map<String, String> names = new LinkedHashMap<>();
        draft.content()
                .attachmentIds()
                .forEach(id -> names.put(id, attachments.get(id).fileName()));
        model.put("fileNames", names);
        model.put("kept", draft.content().attachmentIds());
        kinds.of(request.caller(), draft.id()).ifPresent(kind -> model.put("messageKind", kind.name()));
        return View.page("directive-form", model);
    }

    View revise(UiRequest request) {
        Directive draft = directives.get(request.caller(), request.path("id"));
        List<String> kept = draft.content().attachmentIds().stream()
                .filter(request.formAll("kept")::contains)
                .toList();
        Optional<MessageKind> kind = kind(request, draft.groupId());
        directives.revise(request.caller(), draft.id(), Form.version(request), read(request, kept));
        kind.ifPresent(about -> kinds.mark(request.caller(), draft.id(), about));
        return View.redirect("/group/directives/" + draft.id(), "group.draft-saved");
    }

    /** The groups in which the caller may issue. */
    private Map<String, Object> choices(UiRequest request) {
        Map<String, String> options = new LinkedHashMap<>();
        for (MessagingGroup group : groups.list(
                        request.caller(), Groups.Query.active(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()) {
            if (groups.rights(request.caller(), group.id()).post()) {
                options.put(group.id(), group.name());
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("groups", options);
        model.put("units", units());
        model.put("documentKind", request.query("document").orElse(""));
        model.put(
                "messageKinds",
                Form.choices(messages, request.caller().locale(), MessageKind.class, "group.message-kind."));
        model.put("messageKind", MessageKind.DIRECTION.name());
        return model;
    }

    /**
     * Units and campuses to choose from; without classes, whose people are pupils and parents, and without units to which
     * belonging is nobody else's concern.
     */
    private Map<String, String> units() {
        LocalDate today = VietnamTime.today(clock);
        Map<String, String> units = new LinkedHashMap<>();
        directory.units(today).stream()
                .filter(unit -> !unit.type().sensitive() && unit.type() != UnitType.SCHOOL_CLASS)
                .forEach(unit -> units.put(unit.id(), unit.name()));
        directory.campuses(today).forEach(campus -> units.put(campus.id(), campus.name()));
        return units;
    }

    /** What it is about; refused before anything is kept when the group is not for it. */
    private Optional<MessageKind> kind(UiRequest request, String groupId) {
        Optional<MessageKind> kind = Form.constant(MessageKind.class, request.form("messageKind"));
        if (!groupId.isBlank()) {
            kind.ifPresent(about -> kinds.require(request.caller(), groupId, about));
        }
        return kind;
    }

    private NewDirective read(UiRequest request, List<String> kept) {
        List<String> files = new ArrayList<>(kept);
        for (UiRequest.Upload upload : request.files("files")) {
            files.add(attachments
                    .receive(request.caller(), upload.fileName(), upload::open, MAX_FILE)
                    .id());
        }
        return new NewDirective(
                request.form("groupId"),
                request.form("title"),
                request.form("text"),
                Form.constant(Requirement.class, request.form("requirement")).orElse(null),
                Form.time(request, "deadline"),
                Form.texts(request, "recipients"),
                request.formAll("units"),
                request.form("event"),
                files,
                Form.text(request, "replaces"),
                document(request));
    }

    /** What the files are; whoever fills one of the fields means a document. */
    private static Optional<MeetingDocument> document(UiRequest request) {
        boolean none = Stream.of("documentKind", "meeting", "heldOn", "place")
                .allMatch(field -> request.form(field).isBlank());
        return none
                ? Optional.empty()
                : Optional.of(new MeetingDocument(
                        Form.constant(DocumentKind.class, request.form("documentKind"))
                                .orElse(null),
                        request.form("meeting"),
                        Form.day(request, "heldOn").orElse(null),
                        request.form("place"),
                        Form.constant(PaperUse.class, request.form("paper")).orElse(null)));
    }
}
