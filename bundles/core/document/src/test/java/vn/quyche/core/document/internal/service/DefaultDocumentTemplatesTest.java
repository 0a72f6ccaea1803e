package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.Filling;
import vn.quyche.core.api.document.DocumentTemplates.NewTemplate;
import vn.quyche.core.api.document.DocumentTemplates.Query;
import vn.quyche.core.api.document.DocumentTemplates.Template;
import vn.quyche.core.api.document.DocumentTemplates.Version;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.DocumentVersion.Made;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.document.internal.print.DocumentPrinter;
import vn.quyche.core.document.internal.print.WordPrinter;
import vn.quyche.core.document.internal.store.JpaTemplateStore;
import vn.quyche.core.document.internal.template.ShippedTemplates;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultDocumentTemplatesTest {

    private static final String DECISION = "A-DECISION";
    private static final Map<String, String> TEXTS = Map.of(
            "can-cu", "Căn cứ Điều lệ trường học;",
            "cac-dieu-cua-quyet-dinh", "Điều 1. Thành lập tổ kiểm tra.\nĐiều 2. Có hiệu lực từ ngày ký./.");

    @OnEachDatabase
    void aDocumentIsMadeFromATemplateApprovedAndNumbered(TestDatabase db) throws IOException {
        OfficeFixture office = new OfficeFixture(db);
        DocumentTemplates templates = templates(office);
        NewOutgoing entered = office.entered(null, "Về việc thành lập tổ kiểm tra", "");

        String id = templates.draft(office.teacher, "k", DECISION, entered, TEXTS);
        assertThat(templates.draft(office.teacher, "k", DECISION, entered, TEXTS))
                .isEqualTo(id);

        OutgoingDocument draft = office.outgoing.get(office.teacher, id);
        assertThat(draft.kind()).isEqualTo(DocumentKind.DECISION);
        DocumentVersion version = office.outgoing.versions(office.teacher, id).get(0);
        Made made = version.made().orElseThrow();
        assertThat(made.templateId()).isEqualTo(DECISION);
        assertThat(made.templateVersion()).isZero();
        assertThat(made.templateSha256()).hasSize(64);
        assertThat(office.outgoing.file(office.teacher, id, made.wordFileId()).fileName())
                .isEqualTo("quyet-dinh-ve-viec-thanh-lap-to-kiem-tra.docx");
        // Number and day come later: their place is empty.
        String text = text(office, office.outgoing.file(office.teacher, id, draft.fileId()));
        assertThat(text)
                .contains("Điều 1. Thành lập tổ kiểm tra.", "Trần Thị Ngọc Lan", "HIỆU TRƯỞNG", "/QĐ-THTN")
                .doesNotContain("{{", "2026");

        office.outgoing.submit(office.teacher, id);
        office.outgoing.approve(office.principal, id, draft.sha256());
        assertThat(office.outgoing.assignNumber(office.clerk, id).code()).isEqualTo("01/QĐ-THTN");
        assertThat(office.outgoing.find(draft.sha256()).orElseThrow().fileId()).isEqualTo(draft.fileId());
    }

    @OnEachDatabase
    void changingWhatWasFilledInTakesTheApprovalBackAndKeepsTheVersions(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        DocumentTemplates templates = templates(office);
        NewOutgoing entered = office.entered(null, "Về việc thử", "");
        String id = templates.draft(office.teacher, "", DECISION, entered, TEXTS);
        office.outgoing.submit(office.teacher, id);
        OutgoingDocument approved = office.outgoing.approve(
                office.principal, id, office.outgoing.get(office.principal, id).sha256());
        assertThat(templates.filling(office.teacher, id)).contains(new Filling(DECISION, 0, TEXTS));

        Map<String, String> other = new HashMap<>(TEXTS);
        other.put("can-cu", "Căn cứ khác;");
        assertThatThrownBy(() -> templates.revise(office.teacher, id, 1, DECISION, entered, other))
                .isInstanceOf(Conflict.class);
        OutgoingDocument revised = templates.revise(office.teacher, id, approved.version(), DECISION, entered, other);

        assertThat(revised.state()).isEqualTo(OutgoingState.DRAFT);
        assertThat(revised.approvedSha256()).isEmpty();
        assertThat(revised.sha256()).isNotEqualTo(approved.sha256());
        assertThat(templates.filling(office.teacher, id).orElseThrow().texts()).containsEntry("can-cu", "Căn cứ khác;");
        assertThatThrownBy(() -> templates.filling(office.other, id)).isInstanceOf(NotFound.class);

        // Another file is no filling of a template any more.
        office.outgoing.revise(
                office.teacher,
                id,
                revised.version(),
                office.entered(DocumentKind.DECISION, "Về việc thử", office.file(office.teacher, "khac.docx", "k")));
        assertThat(templates.filling(office.teacher, id)).isEmpty();
        assertThat(office.outgoing.versions(office.teacher, id))
                .extracting(one -> one.made().isPresent())
                .containsExactly(false, true, true);
    }

    @OnEachDatabase
    void theSchoolBringsReplacesAndRestsItsOwn(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        DocumentTemplates templates = templates(office);
        byte[] plan = shipped().of(DocumentKind.PLAN);
        NewTemplate entered = new NewTemplate(DocumentKind.PLAN, "Kế hoạch tháng", file(office, plan), "");
        assertThatThrownBy(() -> templates.add(office.teacher, "", entered)).isInstanceOf(Forbidden.class);
        String id = templates.add(office.clerk, "k", entered);
        assertThat(templates.add(office.clerk, "k", entered)).isEqualTo(id);
        assertThat(templates.content(office.teacher, id, 1)).isEqualTo(plan);
        assertThatThrownBy(() -> templates.content(office.teacher, id, 0)).isInstanceOf(NotFound.class);

        Template before = templates.get(office.clerk, id);
        byte[] report = shipped().of(DocumentKind.REPORT);
        String made = templates.draft(
                office.teacher, "", id, office.entered(null, "Kế hoạch tháng 10", ""), filled(templates, office, id));
        Template after = templates.change(
                office.clerk, id, before.version(), new NewTemplate(null, "Kế hoạch", file(office, report), "Mới"));
        assertThat(after.latest()).isEqualTo(2);
        assertThat(after.kind()).isEqualTo(DocumentKind.PLAN);
        assertThatThrownBy(() ->
                        templates.change(office.clerk, id, before.version(), new NewTemplate(null, "Kế hoạch", "", "")))
                .isInstanceOf(Conflict.class);
        assertThat(templates.versions(office.clerk, id))
                .extracting(Version::number)
                .containsExactly(2, 1);
        assertThat(templates.content(office.teacher, id, 1)).isEqualTo(plan);
        assertThat(templates.filling(office.teacher, made).orElseThrow().templateVersion())
                .isEqualTo(1);

        templates.use(office.clerk, id, false);
        assertThatThrownBy(() -> templates.draft(
                        office.teacher, "", id, office.entered(null, "x", ""), filled(templates, office, id)))
                .isInstanceOf(Conflict.class);
        assertThat(templates
                        .list(office.teacher, Query.usable(), PageRequest.first())
                        .items())
                .extracting(Template::id)
                .hasSize(8)
                .doesNotContain(id);
        assertThat(templates
                        .list(
                                office.teacher,
                                new Query(Optional.of("ke hoach"), Optional.of(DocumentKind.PLAN), Optional.empty()),
                                PageRequest.first())
                        .items())
                .hasSize(2);
        assertThatThrownBy(() -> templates.list(office.teacher, Query.all(), new PageRequest(5, Optional.of("x'--"))))
                .isInstanceOf(Invalid.class);
        assertThat(office.logged("document.rest-template")).containsExactly(id);
    }

    @OnEachDatabase
    @Regulated({"BC.3.2", "BC.4.1"})
    void nothingIsHalfDoneWhenAFileOrATextIsRefused(TestDatabase db) {
        OfficeFixture office = new OfficeFixture(db);
        DocumentTemplates templates = templates(office);
        office.screening.refuse("tối mật", "BC.3.2", "screening.secrecy-marking");
        assertThatThrownBy(() -> templates.add(
                        office.clerk,
                        "",
                        new NewTemplate(DocumentKind.NOTICE, "Hỏng", file(office, new byte[] {1, 2}), "")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::code)
                                .containsExactly("document.template.broken"));
        assertThatThrownBy(() -> templates.add(office.clerk, "", new NewTemplate(null, " ", "", null)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.fields()).hasSize(3));
        assertThat(templates
                        .list(office.clerk, Query.all(), PageRequest.first())
                        .items())
                .hasSize(8);

        assertThatThrownBy(() -> templates.draft(
                        office.teacher, "", DECISION, office.entered(null, "", ""), Map.of("can-cu", "x")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::field)
                                .containsExactly("subject", "texts.cac-dieu-cua-quyet-dinh"));
        Map<String, String> secret = new HashMap<>(TEXTS);
        secret.put("can-cu", "Công văn tối mật");
        assertThatThrownBy(() -> templates.draft(office.teacher, "", DECISION, office.entered(null, "Thử", ""), secret))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> templates.draft(office.teacher, "", "nothing", office.entered(null, "Thử", ""), TEXTS))
                .isInstanceOf(NotFound.class);
        assertThat(office.logged("document.draft")).isEmpty();
    }

    private static Map<String, String> filled(DocumentTemplates templates, OfficeFixture office, String id) {
        Map<String, String> texts = new HashMap<>();
        templates.fields(office.clerk, id).asked().forEach(field -> texts.put(field.name(), field.label()));
        return texts;
    }

    private static String file(OfficeFixture office, byte[] content) {
        return office.attachments.receive(office.clerk, "mau.docx", content).id();
    }

    private static ShippedTemplates shipped() {
        return new ShippedTemplates(new DocumentPrinter());
    }

    private static String text(OfficeFixture office, Attachment file) throws IOException {
        try (InputStream in = office.attachments.open(file);
                PDDocument pdf = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static DocumentTemplates templates(OfficeFixture office) {
        return new DefaultDocumentTemplates(
                office.acts,
                office.access,
                new JpaTemplateStore(office.unit.jpa()),
                office.store,
                office.outgoing,
                new TemplateInput(
                        new OutgoingInput(office.directory, office.incoming, office.screening, office.clock),
                        office.screening),
                office.attachments,
                new WordPrinter(),
                new DocumentPrinter(),
                office.directory,
                office.ids,
                office.clock);
    }
}
