package vn.quyche.core.document.internal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Run;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.PrintedDocument.Part;
import vn.quyche.core.api.print.Printer.Format;
import vn.quyche.core.document.internal.template.ShippedTemplates;
import vn.quyche.core.document.internal.template.TemplateSamples;
import vn.quyche.core.document.internal.template.WordReader;
import vn.quyche.core.document.internal.template.WordTemplate;

/** veraPDF, the reference for PDF/A, says of everything that is printed that it is PDF/A-2b. */
class PdfArchiveTest {

    private final DocumentPrinter printer = new DocumentPrinter();

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void whatAllBundlesPrintIsForKeeping() throws IOException {
        Block faces = new Block.Paragraph(
                Style.BODY,
                List.of(
                        new Run("Thường & <lạ> ", false, false),
                        new Run("đậm ", true, false),
                        new Run("nghiêng ", false, true),
                        new Run("cả hai 漢", true, true)));
        Block table = Block.table(List.of(new Column("Tên", 1, Align.LEFT)), List.of(Block.row("Ô")));
        assertArchivable(print(new PrintedDocument(
                "Sổ & mẫu <1>", List.of(new Part(false, List.of(faces)), new Part(true, List.of(table))))));
        assertArchivable(print(PrintedDocument.of("", Block.body(" "))));
    }

    @Test
    void theStampOfArrivalIsForKeeping() throws IOException {
        IncomingDocument document = new IncomingDocument(
                "i",
                "b",
                2026,
                7,
                LocalDate.of(2026, 10, 5),
                "UBND xã Thử",
                "1/UBND",
                Optional.empty(),
                DocumentKind.OFFICIAL_LETTER,
                "Tập huấn",
                Urgency.NORMAL,
                false,
                IncomingState.REGISTERED,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "Văn thư",
                Instant.EPOCH,
                0,
                1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ArrivalStamp(document, "Trường THCS Thử Nghiệm", "Tổ Toán").write(out);
        assertArchivable(out.toByteArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            names = {"DECISION", "MINUTES"})
    void whatIsMadeFromATemplateIsForKeeping(DocumentKind kind) throws IOException {
        WordTemplate template = WordTemplate.open(new ShippedTemplates(printer).of(kind));
        byte[] word = template.fill(TemplateSamples.known(kind), TemplateSamples.texts(template));
        assertArchivable(new WordPrinter().print(WordReader.read(word), "Mẫu " + kind.title()));
    }

    private byte[] print(PrintedDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(document, Format.PDF, out);
        return out.toByteArray();
    }

    @Test
    void theValidatorSeesWhatIsMissing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            plain.save(out);
        }
        assertThatThrownBy(() -> assertArchivable(out.toByteArray())).isInstanceOf(AssertionError.class);
    }

    private static void assertArchivable(byte[] pdf) {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            assertThat(parser.getFlavour()).as("what the file says of itself").isEqualTo(PDFAFlavour.PDFA_2_B);
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                            .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                            .collect(Collectors.toSet()))
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
