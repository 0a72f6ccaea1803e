package vn.quyche.core.document.internal.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates.NewTemplate;
import vn.quyche.core.api.document.DocumentTemplates.TemplateField;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Caller;

/** Checks what is entered about templates and in their fields. */
@Component(service = TemplateInput.class)
public final class TemplateInput {

    /** What stands before the name of a field, in forms and refusals. */
    public static final String FIELD = "texts.";

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final String ANY_FILE = "-";

    private final OutgoingInput outgoing;
    private final Screening screening;

    @Activate
    public TemplateInput(@Reference OutgoingInput outgoing, @Reference Screening screening) {
        this.outgoing = outgoing;
        this.screening = screening;
    }

    /** A document with what was entered in the fields. */
    record Entered(NewOutgoing document, Map<String, String> texts) {}

    /** A template, in good order; with a file or, for a change, without. */
    @Regulated({"BC.3.2", "BC.4.1"})
    NewTemplate template(Caller caller, NewTemplate entered, boolean first) {
        Checks checks = new Checks();
        String name = VietnameseText.line(checks.text("name", entered.name(), 1, 200));
        String note = VietnameseText.line(checks.text("note", entered.note(), 0, 500));
        String file = entered.fileId() == null ? "" : entered.fileId().strip();
        checks.that(!first || entered.kind() != null, "kind", "core.required");
        checks.that(!first || !file.isEmpty(), "fileId", "document.template.no-file");
        checks.orThrow();
        screening.requireText(caller, "name", name);
        screening.requireText(caller, "note", note);
        return new NewTemplate(entered.kind(), name, file, note);
    }

    /** A document and its fields, in good order; everything that is wrong is told at once. */
    @Regulated({"BC.3.2", "BC.4.1"})
    Entered document(
            Caller caller,
            DocumentKind kind,
            NewOutgoing entered,
            List<TemplateField> fields,
            Map<String, String> texts) {
        List<FieldError> wrong = new ArrayList<>();
        NewOutgoing document = of(kind, entered, ANY_FILE);
        try {
            document = outgoing.checked(caller, document, true);
        } catch (Invalid invalid) {
            wrong.addAll(invalid.fields());
        }
        Checks checks = new Checks();
        Map<String, String> checked = new LinkedHashMap<>();
        for (TemplateField field : fields) {
            String text = texts.getOrDefault(field.name(), "");
            checked.put(
                    field.name(),
                    checks.text(
                            FIELD + field.name(),
                            text,
                            field.required() ? 1 : 0,
                            field.lines() ? LONGEST_TEXT : LONGEST_LINE));
        }
        try {
            checks.orThrow();
        } catch (Invalid invalid) {
            wrong.addAll(invalid.fields());
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        checked.forEach((name, text) -> screening.requireText(caller, FIELD + name, text));
        return new Entered(document, checked);
    }

    /** What was entered, of a kind, with a file. */
    static NewOutgoing of(DocumentKind kind, NewOutgoing entered, String fileId) {
        return new NewOutgoing(
                kind,
                entered.subject(),
                entered.unitCode(),
                entered.urgency(),
                entered.recipients(),
                entered.circulation(),
                entered.answersId(),
                entered.approverId(),
                entered.signerId(),
                entered.capacity(),
                fileId,
                entered.versionNote());
    }
}
