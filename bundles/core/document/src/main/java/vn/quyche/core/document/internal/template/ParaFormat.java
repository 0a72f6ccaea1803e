package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import vn.quyche.core.document.internal.model.Layout.Align;
import vn.quyche.core.document.internal.model.Layout.LineRule;
import vn.quyche.core.document.internal.model.Layout.Stand;

/** How a paragraph stands: the defaults, then each style, then what is said at the paragraph itself. */
final class ParaFormat {

    private static final float LINE_UNIT = 240;
    private static final Set<String> NO_BORDER = Set.of("none", "nil", "");
    /** What changes nothing of what is printed. */
    private static final Set<String> HARMLESS = Set.of(
            "pStyle",
            "rPr",
            "widowControl",
            "outlineLvl",
            "adjustRightInd",
            "autoSpaceDE",
            "autoSpaceDN",
            "snapToGrid",
            "suppressAutoHyphens",
            "suppressLineNumbers",
            "textAlignment",
            "mirrorIndents",
            "kinsoku",
            "wordWrap",
            "overflowPunct",
            "topLinePunct",
            "contextualSpacing",
            "cnfStyle",
            "divId",
            "");

    private final Obstacles obstacles;
    private final float eachStop;
    private Align align = Align.LEFT;
    private float left;
    private float right;
    private float first;
    private float before;
    private float after;
    private LineRule rule = LineRule.MULTIPLE;
    private float line = 1;
    private boolean withNext;
    private boolean together;
    private boolean onNewPage;
    private boolean ruleAbove;
    private boolean ruleBelow;
    private final List<Float> stops = new ArrayList<>();

    /** @param eachStop how far apart tab stops are by default */
    ParaFormat(float eachStop, Obstacles obstacles) {
        this.eachStop = eachStop;
        this.obstacles = obstacles;
    }

    Stand stand() {
        return new Stand(
                align,
                left,
                right,
                first,
                before,
                after,
                rule,
                line,
                withNext,
                together,
                onNewPage,
                ruleAbove,
                ruleBelow,
                stops.stream().sorted(Comparator.naturalOrder()).toList(),
                eachStop);
    }

    /** Takes over what a {@code pPr} says. */
    void apply(Element properties) {
        for (Element one : Xml.children(properties)) {
            apply(Xml.name(one), one);
        }
    }

    private void apply(String name, Element one) {
        switch (name) {
            case "jc" -> align = align(Xml.val(one));
            case "ind" -> indent(one);
            case "spacing" -> spacing(one);
            case "keepNext" -> withNext = Xml.on(one);
            case "keepLines" -> together = Xml.on(one);
            case "pageBreakBefore" -> onNewPage = Xml.on(one);
            case "tabs" -> Xml.children(one).forEach(this::stop);
            case "pBdr" -> Xml.children(one).forEach(this::border);
            case "numPr" -> {
                if (!Xml.child(one, "numId").map(Xml::val).orElse("").equals("0")) {
                    obstacles.add("document.template.numbering");
                }
            }
            case "framePr" -> obstacles.add("document.template.floating");
            case "shd" -> {
                if (!Set.of("", "auto", "FFFFFF", "ffffff").contains(Xml.get(one, "fill"))) {
                    obstacles.add("document.template.colour");
                }
            }
            case "sectPr" -> obstacles.add("document.template.sections");
            case "pPrChange" -> obstacles.add("document.template.tracked");
            case "bidi", "textDirection" -> {
                if (Xml.on(one)) {
                    obstacles.add("document.template.direction");
                }
            }
            default -> {
                if (!HARMLESS.contains(name)) {
                    obstacles.add("document.template.other", name);
                }
            }
        }
    }

    private Align align(String jc) {
        return switch (jc) {
            case "center" -> Align.CENTER;
            case "right", "end" -> Align.RIGHT;
            case "both" -> Align.JUSTIFIED;
            case "left", "start", "" -> Align.LEFT;
            default -> {
                obstacles.add("document.template.alignment");
                yield Align.LEFT;
            }
        };
    }

    private void indent(Element one) {
        left = Xml.points(one, "left").or(() -> Xml.points(one, "start")).orElse(left);
        right = Xml.points(one, "right").or(() -> Xml.points(one, "end")).orElse(right);
        first = Xml.points(one, "hanging")
                .map(hanging -> -hanging)
                .or(() -> Xml.points(one, "firstLine"))
                .orElse(first);
    }

    private void spacing(Element one) {
        before = Xml.points(one, "before").orElse(before);
        after = Xml.points(one, "after").orElse(after);
        Xml.number(Xml.get(one, "line")).ifPresent(given -> {
            rule = switch (Xml.get(one, "lineRule")) {
                case "exact" -> LineRule.EXACT;
                case "atLeast" -> LineRule.AT_LEAST;
                default -> LineRule.MULTIPLE;
            };
            line = rule == LineRule.MULTIPLE ? given / LINE_UNIT : given / 20f;
        });
    }

    private void stop(Element tab) {
        float place = Xml.points(tab, "pos").orElse(0f);
        switch (Xml.val(tab)) {
            case "clear" -> stops.remove(place);
            case "left", "start", "num" -> {
                if (!Set.of("", "none").contains(Xml.get(tab, "leader"))) {
                    obstacles.add("document.template.tabs");
                }
                stops.add(place);
            }
            default -> obstacles.add("document.template.tabs");
        }
    }

    private void border(Element border) {
        boolean drawn = !NO_BORDER.contains(Xml.val(border));
        switch (Xml.name(border)) {
            case "top" -> ruleAbove = drawn;
            case "bottom" -> ruleBelow = drawn;
            default -> {
                if (drawn) {
                    obstacles.add("document.template.borders");
                }
            }
        }
        if (drawn && !Xml.val(border).equals("single")) {
            obstacles.add("document.template.borders");
        }
    }
}
