package vn.quyche.core.document.internal.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.DocumentVersion.Made;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.model.NotPrintable;
import vn.quyche.core.document.internal.model.Notation;
import vn.quyche.core.document.internal.model.Sha256;
import vn.quyche.core.document.internal.model.SignerPost;
import vn.quyche.core.document.internal.print.WordPrinter;
import vn.quyche.core.document.internal.service.DefaultOutgoingDocuments.MadeVersion;
import vn.quyche.core.document.internal.store.JpaOutgoingStore;
import vn.quyche.core.document.internal.store.JpaTemplateStore;
import vn.quyche.core.document.internal.template.ShippedTemplates;
import vn.quyche.core.document.internal.template.WordReader;
import vn.quyche.core.document.internal.template.WordTemplate;

/** Templates: those of the product and the school's own, and the documents that are made from them. */
@Component(service = DocumentTemplates.class)
public final class DefaultDocumentTemplates implements DocumentTemplates {

    private static final String TEMPLATE = "document.template";
    private static final int LARGEST = 2 << 20;
    private static final int LONGEST_NAME = 80;
    private static final String ROOM_FOR_A_NUMBER = "\u00a0".repeat(8);

    private final Acts acts;
    private final Access access;
    private final JpaTemplateStore store;
    private final JpaOutgoingStore documents;
    private final DefaultOutgoingDocuments outgoing;
    private final TemplateInput input;
    private final Attachments attachments;
    private final WordPrinter printer;
    private final ShippedTemplates shipped;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultDocumentTemplates(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaTemplateStore store,
            @Reference JpaOutgoingStore documents,
            @Reference DefaultOutgoingDocuments outgoing,
            @Reference TemplateInput input,
            @Reference Attachments attachments,
            @Reference WordPrinter wordPrinter,
            @Reference Printer printer,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.documents = documents;
        this.outgoing = outgoing;
        this.input = input;
        this.attachments = attachments;
        this.printer = wordPrinter;
        this.shipped = new ShippedTemplates(printer);
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Template> list(Caller caller, Query query, PageRequest page) {
        Optional<String> after = page.afterId();
        reads(caller);
        return Page.of(store.list(query, after, page.size() + 1), page.size(), Template::id);
    }

    @Override
    public Template get(Caller caller, String templateId) {
        reads(caller);
        return store.find(templateId).orElseThrow(DefaultDocumentTemplates::missing);
    }

    @Override
    public List<Version> versions(Caller caller, String templateId) {
        get(caller, templateId);
        return store.versions(templateId);
    }

    @Override
    public byte[] content(Caller caller, String templateId, int number) {
        return content(get(caller, templateId), number);
    }

    @Override
    public Fields fields(Caller caller, String templateId) {
        Template template = get(caller, templateId);
        WordTemplate word = WordTemplate.open(content(template, template.latest()));
        return new Fields(word.asked(), word.known());
    }

    @Override
    public String add(Caller caller, String key, NewTemplate entered) {
        Act act = Act.create(TEMPLATE, "document.add-template", DocumentPermissions.REGISTER, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            NewTemplate checked = input.template(caller, entered, true);
            String id = ids.next();
            Template template = new Template(id, checked.kind(), checked.name(), false, true, 1, 1);
            store.insert(template);
            take(caller, id, 1, checked);
            log.subject(id);
            log.changed(null, template);
            return id;
        });
    }

    @Override
    public Template change(Caller caller, String templateId, long version, NewTemplate entered) {
        return step(caller, templateId, "document.change-template", (before, log) -> {
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            NewTemplate checked = input.template(caller, entered, false);
            int latest = before.latest();
            if (!checked.fileId().isEmpty()) {
                latest++;
                take(caller, templateId, latest, checked);
                log.note("v" + latest);
            }
            return changed(before, checked.name(), before.active(), latest);
        });
    }

    @Override
    public Template use(Caller caller, String templateId, boolean active) {
        return step(
                caller,
                templateId,
                active ? "document.use-template" : "document.rest-template",
                (before, log) -> changed(before, before.name(), active, before.latest()));
    }

    @Override
    public String draft(Caller caller, String key, String templateId, NewOutgoing entered, Map<String, String> texts) {
        Filled filled = filled(caller, templateId, entered, texts);
        return outgoing.draft(caller, key, filled.document(), Optional.of(filled.made()));
    }

    @Override
    public OutgoingDocument revise(
            Caller caller,
            String documentId,
            long version,
            String templateId,
            NewOutgoing entered,
            Map<String, String> texts) {
        outgoing.get(caller, documentId);
        Filled filled = filled(caller, templateId, entered, texts);
        return outgoing.revise(caller, documentId, version, filled.document(), Optional.of(filled.made()));
    }

    @Override
    public Optional<Filling> filling(Caller caller, String documentId) {
        Optional<DocumentVersion> latest =
                outgoing.versions(caller, documentId).stream().findFirst();
        return latest.flatMap(version -> version.made()
                .map(made -> new Filling(
                        made.templateId(), made.templateVersion(), documents.texts(documentId, version.number()))));
    }

    /** What is entered, with the received files that were made of it. */
    private record Filled(NewOutgoing document, MadeVersion made) {}

    private Filled filled(Caller caller, String templateId, NewOutgoing entered, Map<String, String> texts) {
        Template template = get(caller, templateId);
        if (!template.active()) {
            throw new Conflict("document.template-off", template.name());
        }
        byte[] content = content(template, template.latest());
        WordTemplate word = WordTemplate.open(content);
        TemplateInput.Entered checked = input.document(caller, template.kind(), entered, word.asked(), texts);
        NewOutgoing document = checked.document();
        byte[] filled = word.fill(known(document), checked.texts());
        byte[] pdf;
        try {
            pdf = printer.print(WordReader.read(filled), document.kind().title() + " – " + document.subject());
        } catch (NotPrintable e) {
            throw e.at("texts");
        }
        String name = fileName(document);
        Attachment wordFile = receive(caller, name + ".docx", filled);
        Attachment pdfFile = receive(caller, name + ".pdf", pdf);
        return new Filled(
                TemplateInput.of(document.kind(), document, pdfFile.id()),
                new MadeVersion(
                        new Made(template.id(), template.latest(), Sha256.of(content), wordFile.id()),
                        checked.texts()));
    }

    /** Number and day come later, with the signature: their place stays empty (decision 24). */
    private WordTemplate.Known known(NewOutgoing document) {
        LocalDate today = VietnamTime.today(clock);
        School school = directory.school();
        DocumentKind kind = document.kind();
        Optional<Person> signer = directory.find(document.signerId(), today);
        return new WordTemplate.Known(
                directory.authorities(today).stream()
                        .findFirst()
                        .map(Authority::name)
                        .orElse(""),
                school.name(),
                ROOM_FOR_A_NUMBER
                        + Notation.symbol(
                                kind,
                                school.abbreviation(),
                                document.unitCode(),
                                !document.circulation().isEmpty()),
                DocumentWords.placeAndDate(school.place(), null),
                kind.title(),
                kind.code().isEmpty() ? document.subject().replaceFirst("^(V/v|Về việc)\\s+", "") : document.subject(),
                document.recipients(),
                SignerPost.lines(document.capacity(), signer),
                signer.map(Person::fullName).orElse(""));
    }

    private Attachment receive(Caller caller, String name, byte[] content) {
        return attachments.receive(caller, name, () -> new ByteArrayInputStream(content), Long.MAX_VALUE);
    }

    private static String fileName(NewOutgoing document) {
        String name = VietnameseText.fold(document.kind().title() + " " + document.subject())
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private void take(Caller caller, String templateId, int number, NewTemplate entered) {
        Attachment file = attachments.get(entered.fileId());
        try {
            WordTemplate.open(read(file));
        } catch (NotPrintable e) {
            throw e.at("fileId");
        }
        attachments.attach(caller, List.of(file.id()), TEMPLATE, templateId);
        store.addVersion(
                templateId,
                new Version(number, file.id(), file.sha256(), caller.name(), clock.instant(), entered.note()));
    }

    private byte[] content(Template template, int number) {
        if (number == 0 && template.shipped()) {
            return shipped.of(template.kind());
        }
        return store.version(template.id(), number)
                .map(version -> read(attachments.get(version.fileId())))
                .orElseThrow(DefaultDocumentTemplates::missing);
    }

    private byte[] read(Attachment file) {
        try (InputStream in = attachments.open(file)) {
            // One more than is allowed, so that a larger one is told from the largest.
            return in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new Unavailable("document.storage-failed", e);
        }
    }

    private interface Step {
        Template take(Template before, ActLog log);
    }

    private Template step(Caller caller, String id, String action, Step work) {
        Act act = Act.on(TEMPLATE, id, action, DocumentPermissions.REGISTER, Scope.school());
        return acts.perform(caller, act, log -> {
            Template before = store.lock(id).orElseThrow(DefaultDocumentTemplates::missing);
            Template after = work.take(before, log);
            store.update(after);
            log.changed(before, after);
            return after;
        });
    }

    private static Template changed(Template before, String name, boolean active, int latest) {
        return new Template(before.id(), before.kind(), name, before.shipped(), active, latest, before.version() + 1);
    }

    private void reads(Caller caller) {
        access.require(caller, DocumentPermissions.DRAFT, Scope.own(caller));
    }

    private static NotFound missing() {
        return new NotFound("document.no-template");
    }
}
