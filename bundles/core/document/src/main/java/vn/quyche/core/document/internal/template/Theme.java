package vn.quyche.core.document.internal.template;

import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The two fonts that a theme gives names to. */
final class Theme {

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private final String major;
    private final String minor;

    Theme(Optional<Document> theme) {
        major = theme.map(one -> latin(one, "majorFont")).orElse("");
        minor = theme.map(one -> latin(one, "minorFont")).orElse("");
    }

    /** The font behind a name such as {@code minorHAnsi}. */
    String font(String name) {
        return name.startsWith("major") ? major : minor;
    }

    private static String latin(Document theme, String which) {
        NodeList fonts = theme.getElementsByTagNameNS(DRAWING, which);
        if (fonts.getLength() == 0) {
            return "";
        }
        NodeList latin = ((Element) fonts.item(0)).getElementsByTagNameNS(DRAWING, "latin");
        return latin.getLength() == 0 ? "" : ((Element) latin.item(0)).getAttribute("typeface");
    }
}
