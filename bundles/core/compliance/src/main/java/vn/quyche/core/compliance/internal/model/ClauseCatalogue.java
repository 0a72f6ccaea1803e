package vn.quyche.core.compliance.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.Clause.Kind;

/** All clauses that the product knows, also those whose bundle was never installed here: which bundle would carry them out. */
public final class ClauseCatalogue {

    private static final String RESOURCE = "/regulation/catalogue.tsv";

    private final Map<String, Entry> entries;

    /**
     * A clause.
     *
     * @param id its id
     * @param bundle the bundle that carries it out
     * @param kind how
     */
    public record Entry(String id, String bundle, Kind kind) {}

    private ClauseCatalogue(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** The catalogue of this version. */
    public static ClauseCatalogue own() {
        try (InputStream in = ClauseCatalogue.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a heading and lines of id, bundle and kind, separated by tabs; further columns do not matter. */
    static ClauseCatalogue parse(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        text.lines().skip(1).map(line -> line.split("\t")).forEach(cells -> {
            entries.put(cells[0], new Entry(cells[0], cells[1], Kind.valueOf(cells[2].toUpperCase(Locale.ROOT))));
        });
        return new ClauseCatalogue(entries);
    }

    /** One clause. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** By id, in the order of the catalogue. */
    public Map<String, Entry> entries() {
        return entries;
    }
}
