package vn.quyche.core.api.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** What a page handler is asked. Text arrives in NFC. */
@ProviderType
public interface UiRequest {

    /** Who asks. */
    Caller caller();

    /** The value at a place of the path; always there for the places of the page's pattern. */
    String path(String name);

    /** A query parameter, empty when missing or blank. */
    Optional<String> query(String name);

    /** All query parameters, first values only, for links that keep the filters. */
    Map<String, String> query();

    /** A field of the posted form, empty text when missing; also while the form is shown again after a refusal. */
    String form(String name);

    /** All values of a field that may stand several times (check boxes, multiple selects). */
    List<String> formAll(String name);

    /** Whether the form is shown again after a refusal. */
    boolean refilled();

    /** The uploaded files of a field, without empty ones. */
    List<Upload> files(String name);

    /** The page of a list asked for, from {@code size} and {@code after}. */
    PageRequest pageRequest();

    /** Whether htmx asks for a part of the page only; the shell then leaves the frame out by itself. */
    boolean fragment();

    /** An uploaded file, kept outside of memory until the request ends. */
    interface Upload {

        /** The name that the client gave, NFC, without folders. */
        String fileName();

        /** The type that the client claims. */
        String contentType();

        /** Bytes. */
        long size();

        /** Opens it; may be called again. */
        InputStream open() throws IOException;
    }
}
