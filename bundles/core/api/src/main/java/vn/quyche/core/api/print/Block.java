package vn.quyche.core.api.print;

import java.util.Arrays;
import java.util.List;

/** A piece of a document from margin to margin. Empty texts are left out with their place. */
public sealed interface Block {

    /**
     * The head of an official document: on the left who issues it and its number, on the right Quốc hiệu, Tiêu ngữ, place
     * and date.
     *
     * @param superior the authority above, printed in capitals; empty for none
     * @param issuer the school, printed in capitals and bold with a line below
     * @param code number and notation without the word {@code Số}, for example {@code 24/QĐ-THTA}; a leading slash leaves
     *     room for the number; empty for papers without one
     * @param subject what an official letter is about ({@code V/v …}), below the number; empty otherwise
     * @param placeAndDate see {@link DocumentWords#placeAndDate}
     */
    record Letterhead(String superior, String issuer, String code, String subject, String placeAndDate)
            implements Block {}

    /**
     * The name of the kind of document in capitals, and what it is about below it, both bold in the middle.
     *
     * @param kind for example {@code QUYẾT ĐỊNH}
     * @param subject for example {@code Về việc ban hành Quy chế …}
     * @param remark in italics below, for example to which decision an annex belongs; empty for none
     */
    record Title(String kind, String subject, String remark) implements Block {}

    /** How a paragraph stands. */
    enum Style {
        /** Justified, the first line indented. */
        BODY,
        /** As {@code BODY}, in italics: legal bases. */
        BASIS,
        /** In the middle, bold: who decides, names of chapters. */
        CENTER,
        /** In the middle: to whom a letter goes. */
        MIDDLE,
        /** Justified, the first line indented, bold: names of articles. */
        HEADING,
        /** From the left margin, no indentation. */
        LEFT,
        /** In the middle, in italics and small: remarks. */
        REMARK
    }

    /**
     * A paragraph; line breaks in its text are kept. It stays with what follows when it is a {@code CENTER} or
     * {@code HEADING}.
     *
     * @param style how it stands
     * @param runs its text
     */
    record Paragraph(Style style, List<Run> runs) implements Block {

        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A stretch of text.
     *
     * @param text the words
     * @param bold whether it is bold, besides what the style says
     * @param italic whether it is in italics, besides what the style says
     */
    record Run(String text, boolean bold, boolean italic) {}

    /**
     * A table with lines; its headings come again on each page and a row is not torn unless it is longer than a page.
     *
     * @param columns from left to right
     * @param rows the cells, as many as there are columns
     */
    record Table(List<Column> columns, List<List<String>> rows) implements Block {

        public Table {
            columns = List.copyOf(columns);
            int cells = columns.size();
            rows = rows.stream().map(List::copyOf).toList();
            if (cells == 0 || rows.stream().anyMatch(row -> row.size() != cells)) {
                throw new IllegalArgumentException("each row must have " + cells + " cells");
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param heading its heading
     * @param weight its share of the width
     * @param align where its text stands
     */
    record Column(String heading, int weight, Align align) {

        public Column {
            if (weight <= 0) {
                throw new IllegalArgumentException("a column without width");
            }
        }
    }

    /** Where the text of a cell stands. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * The end of a document: who gets it on the left, who signs on the right; several signatures stand side by side. Stays
     * on one page.
     *
     * @param recipients the lines of {@code Nơi nhận}, each printed with a dash; none for papers that go nowhere
     * @param signatures who signs, one at least
     */
    record Closing(List<String> recipients, List<Signature> signatures) implements Block {

        public Closing {
            recipients = List.copyOf(recipients);
            signatures = List.copyOf(signatures);
            if (signatures.isEmpty()) {
                throw new IllegalArgumentException("nobody signs");
            }
        }
    }

    /**
     * A place to sign.
     *
     * @param capacity in whose name and as what, in capitals, for example {@code KT. HIỆU TRƯỞNG} and
     *     {@code PHÓ HIỆU TRƯỞNG}; see {@link SigningCapacity#lines}
     * @param name who signs; empty to leave it open
     */
    record Signature(List<String> capacity, String name) {

        public Signature {
            capacity = List.copyOf(capacity);
        }
    }

    /** A paragraph of plain text. */
    static Block text(Style style, String text) {
        return new Paragraph(style, List.of(new Run(text, false, false)));
    }

    /** An ordinary paragraph. */
    static Block body(String text) {
        return text(Style.BODY, text);
    }

    /** An ordinary paragraph that begins with bold words, for example {@code Điều 1.}. */
    static Block body(String bold, String text) {
        return new Paragraph(Style.BODY, List.of(new Run(bold, true, false), new Run(" " + text, false, false)));
    }

    /** A table. */
    static Table table(List<Column> columns, List<List<String>> rows) {
        return new Table(columns, rows);
    }

    /** A row of cells. */
    static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }
}
