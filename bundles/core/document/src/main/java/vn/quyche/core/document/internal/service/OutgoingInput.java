package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Caller;

/** Checks what is entered about an outgoing document. */
@Component(service = OutgoingInput.class)
public final class OutgoingInput {

    private static final int MOST_RECIPIENTS = 50;

    private final Directory directory;
    private final Screening screening;
    private final Clock clock;

    @Activate
    public OutgoingInput(@Reference Directory directory, @Reference Screening screening, @Reference Clock clock) {
        this.directory = directory;
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
        checks.that(!recipients.isEmpty(), "recipients", "core.required");
        checks.that(
                recipients.size() <= MOST_RECIPIENTS, "recipients", "document.too-many-recipients", MOST_RECIPIENTS);
        String approver = employed(checks, "approverId", entered.approverId());
        String signer = employed(checks, "signerId", entered.signerId());
        String file = entered.fileId() == null ? "" : entered.fileId();
        checks.that(!first || !file.isBlank(), "fileId", "document.no-draft-file");
        String note = VietnameseText.line(checks.text("versionNote", entered.versionNote(), 0, 500));
        checks.orThrow();
        screening.requireText(caller, "subject", subject);
        recipients.forEach(line -> screening.requireText(caller, "recipients", line));
        screening.requireText(caller, "versionNote", note);
        return new NewOutgoing(
                entered.kind(),
                subject,
                unit,
                entered.urgency() == null ? Urgency.NORMAL : entered.urgency(),
                recipients,
                approver,
                signer,
                entered.capacity() == null ? SigningCapacity.HEAD : entered.capacity(),
                file.strip(),
                note);
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
