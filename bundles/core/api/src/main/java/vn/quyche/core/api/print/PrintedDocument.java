package vn.quyche.core.api.print;

import java.util.Arrays;
import java.util.List;

/**
 * What stands in a printed document.
 *
 * @param title the title in the file's properties; it is not printed
 * @param parts one after another, at least one
 */
public record PrintedDocument(String title, List<Part> parts) {

    public PrintedDocument {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a document without a part");
        }
    }

    /**
     * A document or an annex to it: begins on a new page and counts its own pages; the number stands in the middle of the
     * top margin from the second page on.
     *
     * @param landscape whether the sheet lies on its side, for wide registers
     * @param blocks from top to bottom
     */
    public record Part(boolean landscape, List<Block> blocks) {

        public Part {
            blocks = List.copyOf(blocks);
        }
    }

    /** A document of one part, upright. */
    public static PrintedDocument of(String title, Block... blocks) {
        return of(title, Arrays.asList(blocks));
    }

    /** A document of one part, upright. */
    public static PrintedDocument of(String title, List<Block> blocks) {
        return new PrintedDocument(title, List.of(new Part(false, blocks)));
    }
}
