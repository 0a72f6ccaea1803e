package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Element;
import vn.quyche.core.document.internal.model.Layout.Borders;
import vn.quyche.core.document.internal.model.Layout.Cell;
import vn.quyche.core.document.internal.model.Layout.Grid;
import vn.quyche.core.document.internal.model.Layout.Rest;
import vn.quyche.core.document.internal.model.Layout.Row;
import vn.quyche.core.document.internal.model.Layout.Text;

/** Reads tables: columns, rows, cells over several columns, lines. */
final class TableReader {

    private static final float SIDE = 5.4f;
    private static final Set<String> NO_LINE = Set.of("none", "nil", "");
    private static final Set<String> SKIPPED = Set.of(
            "bookmarkStart", "bookmarkEnd", "proofErr", "tblPr", "tblGrid", "trPr", "tcPr", "permStart", "permEnd");

    private final Styles styles;
    private final Obstacles obstacles;
    private final Function<Element, Text> paragraphs;

    TableReader(Styles styles, Obstacles obstacles, Function<Element, Text> paragraphs) {
        this.styles = styles;
        this.obstacles = obstacles;
        this.paragraphs = paragraphs;
    }

    /** What holds for a whole table. */
    private final class Rules {

        private final Map<String, Boolean> lines = new HashMap<>();
        private float left = SIDE;
        private float right = SIDE;
        private float indent;

        void apply(Element properties) {
            for (Element one : Xml.children(properties)) {
                switch (Xml.name(one)) {
                    case "tblBorders" ->
                        Xml.children(one).forEach(side -> lines.put(side(Xml.name(side)), drawn(side)));
                    case "tblCellMar" -> margins(one);
                    case "tblInd" -> indent = Xml.points(one, "w").orElse(0f);
                    case "tblpPr" -> obstacles.add("document.template.floating");
                    case "shd" -> shading(one);
                    case "bidiVisual" -> obstacles.add("document.template.direction");
                    default -> {
                        // Widths, layout and looks that the grid of columns tells better.
                    }
                }
            }
        }

        private void margins(Element one) {
            left = Xml.child(one, "left")
                    .or(() -> Xml.child(one, "start"))
                    .flatMap(TableReader::width)
                    .orElse(left);
            right = Xml.child(one, "right")
                    .or(() -> Xml.child(one, "end"))
                    .flatMap(TableReader::width)
                    .orElse(right);
        }

        boolean line(String side) {
            return lines.getOrDefault(side, false);
        }
    }

    Grid table(Element table) {
        Optional<Element> properties = Xml.child(table, "tblPr");
        Rules rules = new Rules();
        String style = properties
                .flatMap(one -> Xml.child(one, "tblStyle"))
                .map(Xml::val)
                .orElse("");
        for (Element one : styles.chain(style)) {
            Xml.child(one, "tblPr").ifPresent(rules::apply);
            if (Xml.children(one).stream()
                    .anyMatch(part -> Xml.is(part, "tblStylePr")
                            || Xml.is(part, "rPr")
                            || Xml.is(part, "pPr")
                                    && Xml.children(part).stream().anyMatch(p -> !Xml.is(p, "spacing")))) {
                obstacles.add("document.template.table-style");
            }
        }
        properties.ifPresent(rules::apply);
        List<Float> columns = Xml.child(table, "tblGrid").map(Xml::children).orElse(List.of()).stream()
                .map(one -> Xml.points(one, "w").orElse(0f))
                .toList();
        if (columns.isEmpty()) {
            obstacles.add("document.template.widths");
            return new Grid(0, columns, List.of());
        }
        List<Element> rows = new ArrayList<>();
        for (Element one : Xml.children(table)) {
            if (Xml.is(one, "tr")) {
                rows.add(one);
            } else {
                unknown(one);
            }
        }
        List<Row> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read.add(row(rows.get(i), rules, columns.size(), i == 0, i == rows.size() - 1));
        }
        return new Grid(rules.indent, columns, read);
    }

    private Row row(Element row, Rules rules, int columns, boolean first, boolean last) {
        boolean heading = false;
        float height = 0;
        for (Element one : Xml.child(row, "trPr").map(Xml::children).orElse(List.of())) {
            switch (Xml.name(one)) {
                case "tblHeader" -> heading = Xml.on(one);
                case "trHeight" -> height = Xml.points(one, "val").orElse(0f);
                case "gridBefore", "gridAfter", "hidden" -> obstacles.add("document.template.merged");
                case "ins", "del" -> obstacles.add("document.template.tracked");
                default -> {
                    // A row is never torn here, whatever it allows.
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        for (Element one : Xml.children(row)) {
            if (!Xml.is(one, "tc")) {
                unknown(one);
                continue;
            }
            int span = Math.max(
                    1,
                    property(one, "gridSpan")
                            .flatMap(p -> Xml.number(Xml.val(p)))
                            .orElse(1));
            if (at + span > columns) {
                obstacles.add("document.template.merged");
                break;
            }
            cells.add(cell(one, rules, at, span, new Borders(first, at + span == columns, last, at == 0)));
            at += span;
        }
        return new Row(heading, height, cells);
    }

    /** @param outer which sides of the cell are sides of the table */
    private Cell cell(Element cell, Rules rules, int from, int span, Borders outer) {
        Map<String, Boolean> own = new HashMap<>();
        float left = rules.left;
        float right = rules.right;
        Rest rest = Rest.TOP;
        for (Element one : Xml.child(cell, "tcPr").map(Xml::children).orElse(List.of())) {
            switch (Xml.name(one)) {
                case "vMerge", "hMerge" -> obstacles.add("document.template.merged");
                case "textDirection" -> obstacles.add("document.template.direction");
                case "shd" -> shading(one);
                case "vAlign" -> rest = rest(Xml.val(one));
                case "tcBorders" -> Xml.children(one).forEach(side -> own.put(side(Xml.name(side)), drawn(side)));
                case "tcMar" -> {
                    left = Xml.child(one, "left")
                            .or(() -> Xml.child(one, "start"))
                            .flatMap(TableReader::width)
                            .orElse(left);
                    right = Xml.child(one, "right")
                            .or(() -> Xml.child(one, "end"))
                            .flatMap(TableReader::width)
                            .orElse(right);
                }
                default -> {
                    // Widths, which the grid of columns tells.
                }
            }
        }
        if (own.getOrDefault("tl2br", false) || own.getOrDefault("tr2bl", false)) {
            obstacles.add("document.template.borders");
        }
        Borders borders = new Borders(
                own.getOrDefault("top", rules.line(outer.top() ? "top" : "insideH")),
                own.getOrDefault("right", rules.line(outer.right() ? "right" : "insideV")),
                own.getOrDefault("bottom", rules.line(outer.bottom() ? "bottom" : "insideH")),
                own.getOrDefault("left", rules.line(outer.left() ? "left" : "insideV")));
        List<Text> content = new ArrayList<>();
        content(cell, content);
        return new Cell(from, span, borders, left, right, rest, content);
    }

    private void content(Element parent, List<Text> content) {
        for (Element one : Xml.children(parent)) {
            switch (Xml.name(one)) {
                case "p" -> content.add(paragraphs.apply(one));
                case "tbl" -> obstacles.add("document.template.nested-table");
                case "sdt" -> Xml.child(one, "sdtContent").ifPresent(inner -> content(inner, content));
                default -> unknown(one);
            }
        }
    }

    private void unknown(Element one) {
        if (!SKIPPED.contains(Xml.name(one))) {
            obstacles.add("document.template.other", one.getLocalName());
        }
    }

    private void shading(Element one) {
        if (!Set.of("", "auto", "FFFFFF", "ffffff").contains(Xml.get(one, "fill"))) {
            obstacles.add("document.template.colour");
        }
    }

    private static Optional<Element> property(Element cell, String name) {
        return Xml.child(cell, "tcPr").flatMap(one -> Xml.child(one, name));
    }

    private static Rest rest(String align) {
        return switch (align) {
            case "center" -> Rest.CENTER;
            case "bottom" -> Rest.BOTTOM;
            default -> Rest.TOP;
        };
    }

    private static String side(String name) {
        return switch (name) {
            case "start" -> "left";
            case "end" -> "right";
            default -> name;
        };
    }

    private static boolean drawn(Element side) {
        return !NO_LINE.contains(Xml.val(side));
    }

    private static Optional<Float> width(Element one) {
        return Xml.points(one, "w");
    }
}
