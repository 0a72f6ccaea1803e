package vn.quyche.core.api.print;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sets documents: A4, Times New Roman (in PDF an embedded font of the same widths), margins and page numbers as NĐ 30/2020
 * Phụ lục I asks for.
 *
 * <p>The same document gives the same bytes, so that a hash of what was printed stays true. Text is brought to NFC;
 * control characters are left out; a character that the font lacks is printed as □. Asks nobody for permission.
 */
@ProviderType
public interface Printer {

    /** What comes out. */
    enum Format {
        /** For reading and keeping; the font is inside. */
        PDF("application/pdf", "pdf"),
        /** For going on writing in Word or LibreOffice. */
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

        private final String contentType;
        private final String ending;

        Format(String contentType, String ending) {
            this.contentType = contentType;
            this.ending = ending;
        }

        /** The media type. */
        public String contentType() {
            return contentType;
        }

        /** The ending of file names, without a dot. */
        public String ending() {
            return ending;
        }
    }

    /**
     * Prints a document; the stream stays open.
     *
     * @throws IOException when the stream cannot be written
     */
    void print(PrintedDocument document, Format format, OutputStream out) throws IOException;
}
