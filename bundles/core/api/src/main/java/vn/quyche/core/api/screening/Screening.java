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
     * Refuses a text with a finding.
     *
     * @throws vn.quyche.core.api.error.Refused with the clause, when the verdict does not allow it
     */
    void requireText(Caller caller, String field, String text);
}
