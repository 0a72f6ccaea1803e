package vn.quyche.core.api.ui;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.error.QuycheException;

/** Texts of all installed bundles, by language. */
@ProviderType
public interface Messages {

    /** The text of a key with its places filled; the key itself when no bundle has it. */
    String text(Locale locale, String key, Object... args);

    /** What an error says to a person: what and why, the clause in the school's own numbering included. */
    String text(Locale locale, QuycheException error);

    /** What to do next after an error; empty when nothing is said. */
    String next(Locale locale, QuycheException error);
}
