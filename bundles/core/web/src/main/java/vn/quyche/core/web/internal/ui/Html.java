package vn.quyche.core.web.internal.ui;

import io.pebbletemplates.pebble.extension.escaper.SafeString;

/** Writes small pieces of markup; every value is escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Markup as it stands; literals only. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A text or an attribute's value. */
    Html text(Object value) {
        String text = String.valueOf(value);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    SafeString done() {
        return new SafeString(out.toString());
    }
}
