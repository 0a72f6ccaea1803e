package vn.quyche.core.document.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.Filling;
import vn.quyche.core.api.document.DocumentTemplates.NewTemplate;
import vn.quyche.core.api.document.DocumentTemplates.Query;
import vn.quyche.core.api.document.DocumentTemplates.Template;
import vn.quyche.core.api.document.DocumentTemplates.TemplateField;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.document.internal.service.TemplateInput;

/** Templates: their list, one with its fields and versions, and drafting from one. */
final class TemplatePages {

    private static final String LIST = "/document/templates";
    private static final String OUTGOING = "/document/outgoing/";
    private static final int SHOWN_HISTORY = 50;
    /** How fields are written, as examples. */
    private static final List<String> EXAMPLES =
            List.of("{{Trích yếu}}", "{{nhập: Địa điểm}}", "{{soạn: Nội dung}}", "{{soạn: Ghi chú?}}");

    private final DocumentTemplates templates;
    private final OutgoingDocuments outgoing;
    private final OutgoingFormPages forms;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Messages messages;

    TemplatePages(
            DocumentTemplates templates,
            OutgoingDocuments outgoing,
            OutgoingFormPages forms,
            Attachments attachments,
            AuditTrail audit,
            Messages messages) {
        this.templates = templates;
        this.outgoing = outgoing;
        this.forms = forms;
        this.attachments = attachments;
        this.audit = audit;
        this.messages = messages;
    }

    /** A field with what stands in it. */
    public record Entry(TemplateField field, String name, String value) {}

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", templates.list(request.caller(), query(request), request.pageRequest()));
        model.put(
                "uses",
                List.of(
                        Map.of("value", "", "label", text(request, "core.all")),
                        Map.of("value", "on", "label", text(request, "document.template.on")),
                        Map.of("value", "off", "label", text(request, "document.template.off"))));
        return View.page("templates", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        return new View.Table(
                "mau-van-ban",
                List.of(
                        "core.name",
                        "document.kind",
                        "document.template.origin",
                        "document.template.latest",
                        "core.state"),
                Page.every(page -> templates.list(caller, query(request), page))
                        .map(one -> List.of(
                                one.name(),
                                one.kind().title(),
                                text(request, one.shipped() ? "document.template.shipped" : "document.template.own"),
                                String.valueOf(one.latest()),
                                text(request, one.active() ? "document.template.on" : "document.template.off"))));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Template found = templates.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("one", found);
        model.put("fields", templates.fields(caller, found.id()));
        model.put("versions", templates.versions(caller, found.id()));
        model.put("examples", EXAMPLES);
        model.put(
                "lines",
                audit.history("document.template", found.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        return View.page("template", model);
    }

    View content(UiRequest request) {
        String number = request.path("number");
        if (!number.matches("[0-9]{1,6}")) {
            throw new NotFound("document.no-template");
        }
        byte[] content = templates.content(request.caller(), request.path("id"), Integer.parseInt(number));
        return new View.Download(
                "mau-" + request.path("id") + "-" + number + ".docx",
                Printer.Format.DOCX.contentType(),
                false,
                out -> out.write(content));
    }

    View compose(UiRequest request) {
        return View.page("template-form", Map.of("kinds", OutgoingPages.kinds(), "examples", EXAMPLES));
    }

    View add(UiRequest request) {
        String id = templates.add(request.caller(), request.form("key"), entered(request));
        return View.redirect(LIST + "/" + id, "document.template-added");
    }

    View change(UiRequest request) {
        templates.change(request.caller(), request.path("id"), Form.version(request), entered(request));
        return View.redirect(LIST + "/" + request.path("id"), "document.template-changed");
    }

    View use(UiRequest request) {
        boolean on = request.form("active").equals("true");
        templates.use(request.caller(), request.path("id"), on);
        return View.redirect(
                LIST + "/" + request.path("id"), on ? "document.template-used" : "document.template-rested");
    }

    /** The form of a new document. */
    View begin(UiRequest request) {
        Template template = templates.get(request.caller(), request.path("id"));
        Map<String, Object> model = forms.model(request);
        model.put("template", template);
        model.put("entries", entries(request.caller(), template.id(), Map.of()));
        model.put("recipients", "Lưu: VT");
        model.put("target", LIST);
        return View.page("template-draft", model);
    }

    View draft(UiRequest request) {
        String id = templates.draft(
                request.caller(), request.form("key"), request.path("id"), forms.entered(request), texts(request));
        return View.redirect(OUTGOING + id, "document.drafted");
    }

    /** The form of a document that was made from a template, with what was entered. */
    View refill(UiRequest request) {
        OutgoingDocument found = outgoing.get(request.caller(), request.path("id"));
        Filling filling = filling(request);
        Map<String, Object> model = forms.model(request);
        forms.fill(request.caller(), model, found);
        model.put("template", templates.get(request.caller(), filling.templateId()));
        model.put("entries", entries(request.caller(), filling.templateId(), filling.texts()));
        model.put("target", OUTGOING + found.id());
        return View.page("template-draft", model);
    }

    View revise(UiRequest request) {
        templates.revise(
                request.caller(),
                request.path("id"),
                Form.version(request),
                filling(request).templateId(),
                forms.entered(request),
                texts(request));
        return View.redirect(OUTGOING + request.path("id"), "document.revised");
    }

    private Filling filling(UiRequest request) {
        return templates
                .filling(request.caller(), request.path("id"))
                .orElseThrow(() -> new NotFound("document.no-template"));
    }

    private List<Entry> entries(Caller caller, String templateId, Map<String, String> texts) {
        return templates.fields(caller, templateId).asked().stream()
                .map(field ->
                        new Entry(field, TemplateInput.FIELD + field.name(), texts.getOrDefault(field.name(), "")))
                .toList();
    }

    /** What was typed in the fields that the form named. */
    private static Map<String, String> texts(UiRequest request) {
        Map<String, String> texts = new LinkedHashMap<>();
        Form.texts(request, "fields").forEach(name -> texts.put(name, request.form(TemplateInput.FIELD + name)));
        return texts;
    }

    private NewTemplate entered(UiRequest request) {
        return new NewTemplate(
                Form.constant(DocumentKind.class, request.form("kind")).orElse(null),
                request.form("name"),
                OutgoingPages.received(request, attachments, "fileId").orElse(""),
                request.form("note"));
    }

    private Query query(UiRequest request) {
        return new Query(
                request.query("q"),
                request.query("kind").flatMap(name -> Form.constant(DocumentKind.class, name)),
                request.query("use")
                        .filter(use -> use.equals("on") || use.equals("off"))
                        .map("on"::equals)
                        .or(Optional::empty));
    }

    private String text(UiRequest request, String key) {
        return messages.text(request.caller().locale(), key);
    }
}
