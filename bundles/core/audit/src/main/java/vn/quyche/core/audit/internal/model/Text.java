package vn.quyche.core.audit.internal.model;

/** Text that every database takes and gives back unchanged. */
final class Text {

    private Text() {}

    /**
     * The text within {@code max} characters, empty for null; what databases refuse (NUL, lone surrogates) becomes a
     * replacement character.
     */
    static String bounded(String text, int max) {
        if (text == null) {
            return "";
        }
        if (text.length() <= max && plain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && out.length() < max; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (out.length() + 2 > max) {
                    break;
                }
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(c == 0 || Character.isSurrogate(c) ? '\ufffd' : c);
            }
        }
        return out.toString();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
