package vn.quyche.core.api.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a page handler answers. */
public sealed interface View {

    /**
     * A page (or the part of it that htmx asked for).
     *
     * @param template the template in the bundle's {@code ui/} folder without its ending, for example {@code groups}
     * @param model what it shows; records, lists, maps, strings, numbers, instants
     */
    record Template(String template, Map<String, Object> model) implements View {}

    /**
     * Goes on to another page, with a message shown there once.
     *
     * @param path where to
     * @param messageKey the key of the message; empty for none
     * @param args fills the message
     */
    record Redirect(String path, String messageKey, List<Object> args) implements View {}

    /**
     * A file to save or show.
     *
     * @param fileName its name
     * @param contentType its type
     * @param inline whether the browser may show it in the page (pictures, PDF); never for what users uploaded as HTML or
     *     SVG
     * @param content writes it
     */
    record Download(String fileName, String contentType, boolean inline, Content content) implements View {

        /** Writes the content of a download. */
        @FunctionalInterface
        public interface Content {
            void writeTo(OutputStream out) throws IOException;
        }
    }

    /**
     * A table to save as CSV (UTF-8 with a mark, so that Excel reads it); cells that start a formula are defused.
     *
     * @param fileName its name without ending
     * @param header the headings, as words or as keys of texts
     * @param rows the rows, read once
     */
    record Table(String fileName, List<String> header, Stream<List<String>> rows) implements View {}

    /** A page. */
    static View page(String template, Map<String, Object> model) {
        return new Template(template, model);
    }

    /** Goes on to another page. */
    static View redirect(String path) {
        return new Redirect(path, "", List.of());
    }

    /** Goes on to another page with a message. */
    static View redirect(String path, String messageKey, Object... args) {
        return new Redirect(path, messageKey, List.of(args));
    }
}
