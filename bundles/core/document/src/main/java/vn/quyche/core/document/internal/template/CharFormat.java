package vn.quyche.core.document.internal.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** How a stretch of text looks: the defaults, then each style, then what is said at the place itself. */
final class CharFormat {

    private static final Set<String> FONTS = Set.of("times new roman", "liberation serif", "tinos", "");
    /** What changes nothing of what is printed. */
    private static final Set<String> HARMLESS = Set.of(
            "rStyle",
            "bCs",
            "iCs",
            "szCs",
            "lang",
            "noProof",
            "kern",
            "rtl",
            "cs",
            "webHidden",
            "snapToGrid",
            "oMath",
            "");

    private static final Set<String> EFFECTS = Set.of(
            "strike",
            "dstrike",
            "outline",
            "shadow",
            "emboss",
            "imprint",
            "smallCaps",
            "em",
            "effect",
            "bdr",
            "eastAsianLayout",
            "fitText");

    private final Theme theme;
    private final Obstacles obstacles;
    private String ascii = "";
    private String others = "";
    private float size = 10;
    private boolean bold;
    private boolean italic;
    private boolean underlined;
    private boolean capitals;

    CharFormat(Theme theme, Obstacles obstacles) {
        this.theme = theme;
        this.obstacles = obstacles;
    }

    CharFormat copy() {
        CharFormat copy = new CharFormat(theme, obstacles);
        copy.ascii = ascii;
        copy.others = others;
        copy.size = size;
        copy.bold = bold;
        copy.italic = italic;
        copy.underlined = underlined;
        copy.capitals = capitals;
        return copy;
    }

    float size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    boolean italic() {
        return italic;
    }

    boolean underlined() {
        return underlined;
    }

    boolean capitals() {
        return capitals;
    }

    /** Notes a font that is not the one of the decree; only what is printed matters. */
    void checkFont() {
        for (String font : List.of(ascii, others)) {
            if (!FONTS.contains(font.toLowerCase(Locale.ROOT))) {
                obstacles.add("document.template.font", font);
            }
        }
    }

    /** Takes over what an {@code rPr} says. */
    void apply(Element properties) {
        for (Element one : Xml.children(properties)) {
            apply(Xml.name(one), one);
        }
    }

    private void apply(String name, Element one) {
        switch (name) {
            case "rFonts" -> fonts(one);
            case "sz" -> size = Xml.number(Xml.val(one)).map(half -> half / 2f).orElse(size);
            case "b" -> bold = Xml.on(one);
            case "i" -> italic = Xml.on(one);
            case "caps" -> capitals = Xml.on(one);
            case "u" -> underline(Xml.val(one));
            case "color" -> {
                if (!Set.of("", "auto", "000000").contains(Xml.val(one))) {
                    obstacles.add("document.template.colour");
                }
            }
            case "highlight", "shd" -> {
                boolean none = name.equals("highlight")
                        ? Xml.val(one).equals("none")
                        : Set.of("", "auto", "FFFFFF", "ffffff").contains(Xml.get(one, "fill"));
                if (!none) {
                    obstacles.add("document.template.colour");
                }
            }
            case "spacing", "position" -> {
                if (Xml.number(Xml.val(one)).orElse(0) != 0) {
                    obstacles.add("document.template.letter-spacing");
                }
            }
            case "w" -> {
                if (Xml.number(Xml.val(one).replace("%", "")).orElse(100) != 100) {
                    obstacles.add("document.template.letter-spacing");
                }
            }
            case "vertAlign" -> {
                if (!Set.of("", "baseline").contains(Xml.val(one))) {
                    obstacles.add("document.template.raised");
                }
            }
            case "vanish", "specVanish" -> {
                if (Xml.on(one)) {
                    obstacles.add("document.template.hidden");
                }
            }
            case "ins", "del", "rPrChange" -> obstacles.add("document.template.tracked");
            default -> {
                if (EFFECTS.contains(name) && Xml.on(one) && !Xml.val(one).equals("none")) {
                    obstacles.add("document.template.effects");
                } else if (!EFFECTS.contains(name) && !HARMLESS.contains(name)) {
                    obstacles.add("document.template.other", name);
                }
            }
        }
    }

    private void underline(String kind) {
        underlined = kind.equals("single") || kind.equals("words");
        if (!Set.of("single", "words", "none", "").contains(kind)) {
            obstacles.add("document.template.effects");
        }
    }

    private void fonts(Element fonts) {
        ascii = font(fonts, "ascii", ascii);
        others = font(fonts, "hAnsi", others);
    }

    private String font(Element fonts, String which, String before) {
        String themed = Xml.get(fonts, which + "Theme");
        if (!themed.isEmpty()) {
            return theme.font(themed);
        }
        String named = Xml.get(fonts, which);
        return named.isEmpty() ? before : named;
    }
}
