package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Closing;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Letterhead;
import vn.quyche.core.api.print.Block.Paragraph;
import vn.quyche.core.api.print.Block.Run;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.Block.Table;
import vn.quyche.core.api.print.Block.Title;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.PrintedDocument.Part;

/** Writes WordprocessingML (ECMA-376) by hand: what these documents need of it is little. */
final class DocxPrinter {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final int ROOM_TO_SIGN = 1360;

    private final PrintedDocument document;
    private final StringBuilder body = new StringBuilder();

    DocxPrinter(PrintedDocument document) {
        this.document = document;
    }

    void print(OutputStream out) throws IOException {
        for (int i = 0; i < document.parts().size(); i++) {
            Part part = document.parts().get(i);
            part.blocks().forEach(block -> add(block, part.landscape()));
            section(part.landscape(), i == document.parts().size() - 1);
        }
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD_TYPE
                        + "document.main+xml\"/>"
                        + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WORD_TYPE + "styles+xml\"/>"
                        + "<Override PartName=\"/word/header1.xml\" ContentType=\"" + WORD_TYPE + "header+xml\"/>"
                        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                        + "</Types>");
        entry(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relationship("rId1", OFFICE + "officeDocument", "word/document.xml")
                        + relationship("rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
                        + "</Relationships>");
        entry(
                zip,
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"" + PACKAGE
                        + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                        + escape(Wording.clean(document.title()))
                        + "</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>");
        entry(
                zip,
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relationship("rId1", OFFICE + "styles", "styles.xml")
                        + relationship("rId2", OFFICE + "header", "header1.xml") + "</Relationships>");
        entry(
                zip,
                "word/styles.xml",
                "<w:styles" + NAMESPACES + "><w:docDefaults><w:rPrDefault><w:rPr>"
                        + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
                        + size(Sheet.BODY)
                        + "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                        + "</w:styles>");
        entry(
                zip,
                "word/header1.xml",
                "<w:hdr" + NAMESPACES + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
                        + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:rPr>" + size(Sheet.PAGE_NUMBER)
                        + "</w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>");
        entry(zip, "word/document.xml", "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
        zip.finish();
        zip.flush();
    }

    private void add(Block block, boolean landscape) {
        if (block instanceof Letterhead head) {
            letterhead(head, landscape);
        } else if (block instanceof Title title) {
            title(title, landscape);
        } else if (block instanceof Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Table table) {
            table(table, landscape);
        } else if (block instanceof Closing closing) {
            closing(closing, landscape);
        }
    }

    private void paragraph(Paragraph paragraph) {
        Style style = paragraph.style();
        boolean bold = style == Style.CENTER || style == Style.HEADING;
        boolean italic = style == Style.BASIS || style == Style.REMARK;
        boolean middle = style == Style.CENTER || style == Style.MIDDLE || style == Style.REMARK;
        float size = style == Style.REMARK ? Sheet.REMARK : Sheet.BODY;
        StringBuilder runs = new StringBuilder();
        for (Run run : paragraph.runs()) {
            runs.append(run(run.text(), Face.of(bold || run.bold(), italic || run.italic()), size));
        }
        if (paragraph.runs().stream().allMatch(run -> run.text().isBlank())) {
            return;
        }
        body.append(new Format(middle ? "center" : "both")
                .keepNext(bold)
                .after(Sheet.BETWEEN_PARAGRAPHS)
                .indent(middle || style == Style.LEFT ? 0 : Sheet.INDENT)
                .paragraph(runs.toString()));
    }

    private void title(Title title, boolean landscape) {
        Format middle = new Format("center").keepNext(true);
        line(middle, Wording.upper(title.kind()), Face.BOLD, Sheet.BODY, body);
        line(middle, title.subject(), Face.BOLD, Sheet.BODY, body);
        line(middle, title.remark(), Face.ITALIC, Sheet.REMARK, body);
        float width = Sheet.textWidth(landscape);
        body.append(rule(width, width * 0.2f, 12));
    }

    private void letterhead(Letterhead head, boolean landscape) {
        float width = Sheet.textWidth(landscape);
        float leftWidth = width * Sheet.ISSUER_SHARE;
        Format middle = new Format("center");
        StringBuilder left = new StringBuilder();
        line(middle, Wording.upper(head.superior()), Face.REGULAR, Sheet.ISSUER, left);
        line(middle, Wording.upper(head.issuer()), Face.BOLD, Sheet.ISSUER, left);
        left.append(rule(leftWidth, leftWidth * 0.4f, 4));
        line(middle, Wording.code(head), Face.REGULAR, Sheet.CODE, left);
        line(middle, head.subject(), Face.REGULAR, Sheet.ISSUER, left);
        StringBuilder right = new StringBuilder();
        line(middle, Sheet.COUNTRY, Face.BOLD, Sheet.ISSUER, right);
        line(middle, Sheet.MOTTO, Face.BOLD, Sheet.CODE, right);
        right.append(rule(width - leftWidth, 170, 4));
        line(middle, head.placeAndDate(), Face.ITALIC, Sheet.CODE, right);
        columns(List.of(leftWidth, width - leftWidth), List.of(left.toString(), right.toString()));
    }

    private void closing(Closing closing, boolean landscape) {
        List<String> cells = new ArrayList<>();
        if (!closing.recipients().isEmpty()) {
            cells.add(recipients(closing.recipients()));
        } else if (closing.signatures().size() == 1) {
            cells.add(new Format("left").paragraph(""));
        }
        closing.signatures().forEach(signature -> cells.add(signature(signature)));
        float width = Sheet.textWidth(landscape) / cells.size();
        columns(cells.stream().map(cell -> width).toList(), cells);
    }

    private static String recipients(List<String> recipients) {
        StringBuilder cell = new StringBuilder();
        Format left = new Format("left");
        line(left, "Nơi nhận:", Face.BOLD_ITALIC, Sheet.RECIPIENTS_TITLE, cell);
        for (int i = 0; i < recipients.size(); i++) {
            boolean last = i == recipients.size() - 1;
            line(left, Wording.recipient(recipients.get(i), last), Face.REGULAR, Sheet.RECIPIENTS, cell);
        }
        return cell.toString();
    }

    private static String signature(Signature signature) {
        StringBuilder cell = new StringBuilder();
        Format middle = new Format("center").keepNext(true);
        for (String line : signature.capacity()) {
            line(middle, Wording.upper(line), Face.BOLD, Sheet.BODY, cell);
        }
        cell.append("<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"" + ROOM_TO_SIGN
                        + "\"/><w:jc w:val=\"center\"/></w:pPr>")
                .append(run(signature.name(), Face.BOLD, Sheet.BODY))
                .append("</w:p>");
        return cell.toString();
    }

    /** Columns without lines: the head and the end of a document. */
    private void columns(List<Float> widths, List<String> cells) {
        body.append(
                "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLayout w:type=\"fixed\"/>"
                        + "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
        grid(widths);
        body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < cells.size(); i++) {
            cell(widths.get(i), cells.get(i));
        }
        body.append("</w:tr></w:tbl>");
        body.append(new Format("left").after(Sheet.BETWEEN_PARAGRAPHS).paragraph(""));
    }

    private void table(Table table, boolean landscape) {
        List<Column> columns = table.columns();
        float width = Sheet.textWidth(landscape);
        int weights = columns.stream().mapToInt(Column::weight).sum();
        List<Float> widths = columns.stream()
                .map(column -> width * column.weight() / weights)
                .toList();
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        body.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>");
        grid(widths);
        body.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < columns.size(); i++) {
            cell(
                    widths.get(i),
                    new Format("center").paragraph(run(columns.get(i).heading(), Face.BOLD, Sheet.TABLE)));
        }
        body.append("</w:tr>");
        for (List<String> row : table.rows()) {
            body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int i = 0; i < columns.size(); i++) {
                cell(
                        widths.get(i),
                        new Format(jc(columns.get(i).align())).paragraph(run(row.get(i), Face.REGULAR, Sheet.TABLE)));
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
        body.append(new Format("left").after(Sheet.BETWEEN_PARAGRAPHS).paragraph(""));
    }

    private void grid(List<Float> widths) {
        body.append("<w:tblGrid>");
        widths.forEach(
                width -> body.append("<w:gridCol w:w=\"").append(twips(width)).append("\"/>"));
        body.append("</w:tblGrid>");
    }

    private void cell(float width, String content) {
        body.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                .append(twips(width))
                .append("\" w:type=\"dxa\"/></w:tcPr>")
                .append(content)
                .append("</w:tc>");
    }

    private void section(boolean landscape, boolean last) {
        String section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\""
                + twips(Sheet.width(landscape)) + "\" w:h=\"" + twips(Sheet.height(landscape)) + "\""
                + (landscape ? " w:orient=\"landscape\"" : "")
                + "/><w:pgMar w:top=\"" + twips(Sheet.TOP) + "\" w:right=\"" + twips(Sheet.RIGHT) + "\" w:bottom=\""
                + twips(Sheet.BOTTOM) + "\" w:left=\"" + twips(Sheet.LEFT) + "\" w:header=\"" + twips(Sheet.TOP / 2)
                + "\" w:footer=\"" + twips(Sheet.BOTTOM / 2)
                + "\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>";
        body.append(last ? section : "<w:p><w:pPr>" + section + "</w:pPr></w:p>");
    }

    /** A short line in the middle of a column. */
    private static String rule(float width, float length, float after) {
        int side = twips((width - length) / 2);
        return "<w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
                + "<w:spacing w:before=\"40\" w:after=\"" + twips(after)
                + "\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\""
                + side + "\" w:right=\"" + side + "\"/></w:pPr></w:p>";
    }

    private static void line(Format format, String text, Face face, float size, StringBuilder to) {
        if (!text.isBlank()) {
            to.append(format.paragraph(run(text, face, size)));
        }
    }

    private static String run(String text, Face face, float size) {
        StringBuilder run = new StringBuilder("<w:r><w:rPr>");
        if (face == Face.BOLD || face == Face.BOLD_ITALIC) {
            run.append("<w:b/>");
        }
        if (face == Face.ITALIC || face == Face.BOLD_ITALIC) {
            run.append("<w:i/>");
        }
        run.append(size(size)).append("</w:rPr>");
        String[] lines = Wording.clean(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            run.append(i > 0 ? "<w:br/>" : "")
                    .append("<w:t xml:space=\"preserve\">")
                    .append(escape(lines[i]))
                    .append("</w:t>");
        }
        return run.append("</w:r>").toString();
    }

    private static String size(float points) {
        int half = Math.round(points * 2);
        return "<w:sz w:val=\"" + half + "\"/><w:szCs w:val=\"" + half + "\"/>";
    }

    private static String jc(Align align) {
        return switch (align) {
            case LEFT -> "left";
            case CENTER -> "center";
            case RIGHT -> "right";
        };
    }

    private static int twips(float points) {
        return Math.round(points * 20);
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** How a paragraph stands. */
    private static final class Format {

        private final String jc;
        private boolean keepNext;
        private float after;
        private float indent;

        Format(String jc) {
            this.jc = jc;
        }

        Format keepNext(boolean keep) {
            keepNext = keep;
            return this;
        }

        Format after(float points) {
            after = points;
            return this;
        }

        Format indent(float points) {
            indent = points;
            return this;
        }

        String paragraph(String runs) {
            return "<w:p><w:pPr>" + (keepNext ? "<w:keepNext/>" : "") + "<w:spacing w:after=\"" + twips(after)
                    + "\"/>" + (indent == 0 ? "" : "<w:ind w:firstLine=\"" + twips(indent) + "\"/>") + "<w:jc w:val=\""
                    + jc + "\"/></w:pPr>" + runs + "</w:p>";
        }
    }
}
