package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Caller;

/** Checks what is entered about an outgoing document. */
@Component(service = OutgoingInput.class)
public final class OutgoingInput {

    private static final int MOST_RECIPIENTS = 50;

    private final Directory directory;
    private final IncomingDocuments incoming;
    private final Screening screening;
    private final Clock clock;

    @Activate
    public OutgoingInput(
            @Reference Directory directory,
            @Reference IncomingDocuments incoming,
            @Reference Screening screening,
            @Reference Clock clock) {
        this.directory = directory;
        this.incoming = incoming;
        this.screening = screening;
        this.clock = clock;
    }

    /**
     * The entries, in good order.
     *
     * @param first whether it is a new document, which must have a file
     */
    @Regulated({"BC.3.2", "BC.4.1"})
    NewOutgoing checked(Caller caller, NewOutgoing entered, boolean first) {
        Checks checks = new Checks();
        checks.that(entered.kind() != null, "kind", "core.required");
        String subject = VietnameseText.line(checks.text("subject", entered.subject(), 1, 500));
        String unit = VietnameseText.line(checks.text("unitCode", entered.unitCode(), 0, 20));
        checks.that(
                unit.isEmpty()
                        || entered.kind() == null
                        || entered.kind().code().isEmpty(),
                "unitCode",
                "document.unit-letters-only");
        checks.that(unit.matches("[\\p{L}\\p{N}-]*"), "unitCode", "document.bad-unit-code");
        List<String> recipients = entered.recipients().stream()
                .map(line -> VietnameseText.line(line == null ? "" : line))
                .filter(line -> !line.isEmpty())
                .map(line -> checks.text("recipients", line, 1, 150))
                .toList();
        List<Assignee> circulation = circulation(checks, entered.circulation());
        if (!circulation.isEmpty()) {
            recipients = Stream.concat(circulation.stream().map(this::name), Stream.of("Lưu: VT"))
                    .toList();
        }
        checks.that(!recipients.isEmpty(), "recipients", "core.required");
        checks.that(
                recipients.size() <= MOST_RECIPIENTS,
                circulation.isEmpty() ? "recipients" : "circulation",
                "document.too-many-recipients",
                MOST_RECIPIENTS);
        String approver = employed(checks, "approverId", entered.approverId());
        String signer = employed(checks, "signerId", entered.signerId());
        String file = entered.fileId() == null ? "" : entered.fileId();
        checks.that(!first || !file.isBlank(), "fileId", "document.no-draft-file");
        String note = VietnameseText.line(checks.text("versionNote", entered.versionNote(), 0, 500));
        checks.orThrow();
        screening.requireText(caller, "subject", subject);
        entered.recipients().forEach(line -> screening.requireText(caller, "recipients", line));
        screening.requireText(caller, "versionNote", note);
        return new NewOutgoing(
                entered.kind(),
                subject,
                unit,
                entered.urgency() == null ? Urgency.NORMAL : entered.urgency(),
                recipients,
                circulation,
                answers(caller, entered.answersId()),
                approver,
                signer,
                entered.capacity() == null ? SigningCapacity.HEAD : entered.capacity(),
                file.strip(),
                note);
    }

    /** The incoming document that is answered, which the caller must be able to see. */
    private String answers(Caller caller, String incomingId) {
        String id = incomingId.strip();
        if (!id.isEmpty() && incoming.those(caller, List.of(id)).isEmpty()) {
            throw new Invalid("answersId", "document.unknown-incoming");
        }
        return id;
    }

    private List<Assignee> circulation(Checks checks, List<Assignee> entered) {
        LocalDate today = VietnamTime.today(clock);
        Set<String> units = directory.units(today).stream()
                .filter(unit -> !unit.type().sensitive())
                .map(Unit::id)
                .collect(Collectors.toSet());
        List<Assignee> circulation = entered.stream().distinct().toList();
        checks.that(
                circulation.stream()
                        .allMatch(one -> one.id() != null
                                && (one.unit() ? units.contains(one.id()) : directory.employed(one.id(), today))),
                "circulation",
                "document.unknown-assignee");
        return circulation;
    }

    private String name(Assignee assignee) {
        String id = assignee.id() == null ? "" : assignee.id();
        return assignee.unit()
                ? directory.unit(id).map(Unit::name).orElse("")
                : directory.names(List.of(id)).getOrDefault(id, "");
    }

    /** A reason or remark, screened. */
    String words(Caller caller, String field, String text, int min, int max) {
        Checks checks = new Checks();
        String words = checks.text(field, text, min, max);
        checks.orThrow();
        screening.requireText(caller, field, words);
        return words;
    }

    private String employed(Checks checks, String field, String personId) {
        String id = personId == null ? "" : personId.strip();
        if (id.isEmpty()) {
            checks.add(field, "core.required");
        } else {
            checks.that(directory.employed(id, VietnamTime.today(clock)), field, "document.unknown-person");
        }
        return id;
    }
}
