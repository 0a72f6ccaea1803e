package vn.quyche.core.api.screening;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** Screens texts and files. What is refused is kept nowhere: not in logs, not in the audit, not in messages. */
@ProviderType
public interface Screening {

    /** Looks at a text. */
    Verdict text(String field, String text);

    /** Looks at a file: name, type, text inside, archives, viruses. The file is only read. */
    Verdict file(String fileName, Path file) throws IOException;

    /**
     * The text of a file that was let through, for searching: of PDF, Word, Excel, OpenDocument, web and plain text, and of what
     * is packed in it. What cannot be read is left out.
     *
     * @param most characters that are read at most; the rest is left out
     * @return the text, empty when there is none
     */
    String textOf(String fileName, Path file, int most) throws IOException;

    /**
     * Refuses a text with a finding.
     *
     * @throws vn.quyche.core.api.error.Refused with the clause, when the verdict does not allow it
     */
    void requireText(Caller caller, String field, String text);
}
