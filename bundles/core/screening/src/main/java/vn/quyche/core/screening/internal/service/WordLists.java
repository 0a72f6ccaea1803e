package vn.quyche.core.screening.internal.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.screening.internal.model.TextRules;
import vn.quyche.core.screening.internal.model.WordList;

/**
 * The lists of unwanted words, as files that a person edits: one list a file, read again when it changed.
 *
 * <p>A folder that does not exist is made with the lists that we ship.
 */
@Regulated({"BC.4.2", "MT.12.3", "TT.9"})
final class WordLists {

    private static final Logger LOG = LoggerFactory.getLogger(WordLists.class);
    private static final List<String> SHIPPED = List.of("harmful.txt", "forbidden-goods.txt", "insults.txt");
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final Path folder;
    private Map<String, Long> stamps = Map.of();
    private TextRules rules = new TextRules(List.of());
    private int bad;
    private long lookedAt;

    WordLists(Path folder) {
        this.folder = folder;
        try {
            ship();
        } catch (IOException e) {
            LOG.warn("The folder {} of the word lists cannot be made: the shipped lists are used as they are", folder);
        }
        refresh();
    }

    /** The rules with the lists as they are now; files are looked at every few seconds. */
    synchronized TextRules rules() {
        if (System.nanoTime() - lookedAt > PAUSE) {
            refresh();
        }
        return rules;
    }

    /** How many lists could not be read. */
    synchronized int bad() {
        return bad;
    }

    private void ship() throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (String name : SHIPPED) {
            try (InputStream in = shipped(name)) {
                Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static InputStream shipped(String name) {
        return WordLists.class.getResourceAsStream("/words/" + name);
    }

    private synchronized void refresh() {
        lookedAt = System.nanoTime();
        try {
            if (!Files.isDirectory(folder)) {
                rules = new TextRules(shippedLists());
                return;
            }
            Map<String, Long> now = stamps();
            if (!now.equals(stamps)) {
                stamps = now;
                rules = new TextRules(lists(now.keySet()));
            }
        } catch (IOException e) {
            LOG.warn("The word lists in {} cannot be read: the ones known before stay", folder);
        }
    }

    private Map<String, Long> stamps() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                found.put(
                        file.getFileName().toString(),
                        Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file));
            }
        }
        return found;
    }

    private List<WordList> lists(Iterable<String> names) {
        List<WordList> lists = new ArrayList<>();
        bad = 0;
        for (String name : names) {
            try {
                lists.add(WordList.parse(name, Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8)));
            } catch (IOException | IllegalArgumentException e) {
                bad++;
                LOG.warn("The word list {} is left out: it is not UTF-8 text in the form of the others", name);
            }
        }
        return lists;
    }

    private static List<WordList> shippedLists() {
        List<WordList> lists = new ArrayList<>();
        for (String name : SHIPPED) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(shipped(name), StandardCharsets.UTF_8))) {
                lists.add(WordList.parse(name, reader.lines().toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lists;
    }
}
