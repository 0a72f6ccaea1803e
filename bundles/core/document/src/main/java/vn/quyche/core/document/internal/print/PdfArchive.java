package vn.quyche.core.document.internal.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * What makes a PDF one that can be read in many years: PDF/A-2b (ISO 19005-2). Fonts are inside anyway; here come the
 * metadata that say so and the colours that are meant.
 */
final class PdfArchive {

    private static final String SRGB = "sRGB IEC61966-2.1";

    private PdfArchive() {}

    /** Prepares a new document. No dates and a fixed id: the same document gives the same bytes. */
    static void prepare(PDDocument pdf, String title) throws IOException {
        String clean = Wording.clean(title).replace('\n', ' ');
        pdf.setVersion(1.7f);
        pdf.setDocumentId(0L);
        pdf.getDocumentInformation().setTitle(clean);
        pdf.getDocumentCatalog().setLanguage("vi-VN");
        pdf.getDocumentCatalog()
                .setMetadata(new PDMetadata(
                        pdf, new ByteArrayInputStream(metadata(clean).getBytes(StandardCharsets.UTF_8))));
        try (InputStream profile = PdfArchive.class.getResourceAsStream("/color/srgb.icc")) {
            PDOutputIntent intent = new PDOutputIntent(pdf, profile);
            intent.setInfo(SRGB);
            intent.setOutputCondition(SRGB);
            intent.setOutputConditionIdentifier(SRGB);
            intent.setRegistryName("http://www.color.org");
            pdf.getDocumentCatalog().addOutputIntent(intent);
        }
    }

    /** XMP; the mark at its beginning and end is the one that the standard prescribes. */
    private static String metadata(String title) {
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <pdfaid:part>2</pdfaid:part>
                <pdfaid:conformance>B</pdfaid:conformance>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(escaped);
    }
}
