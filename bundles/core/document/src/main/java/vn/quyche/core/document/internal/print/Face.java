package vn.quyche.core.document.internal.print;

/** The four faces of the printed font. */
enum Face {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String file;

    Face(String file) {
        this.file = "/fonts/LiberationSerif-" + file + ".ttf";
    }

    static Face of(boolean bold, boolean italic) {
        if (bold) {
            return italic ? BOLD_ITALIC : BOLD;
        }
        return italic ? ITALIC : REGULAR;
    }

    /** Where the font lies within the bundle. */
    String file() {
        return file;
    }
}
