package vn.quyche.core.screening.internal.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.core.screening.internal.model.FileTypes;
import vn.quyche.core.screening.internal.model.Limits;
import vn.quyche.core.screening.internal.model.Strictness;
import vn.quyche.core.screening.internal.model.TextRules;
import vn.quyche.core.screening.internal.reader.FileLook;
import vn.quyche.core.screening.internal.reader.Inspection;
import vn.quyche.core.screening.internal.virus.VirusScanner;
import vn.quyche.core.screening.internal.virus.VirusScanner.Answer;

/** Screens one file: what it is called, what it is, what is in it, viruses. */
@Regulated({"BC.3.2", "BC.4.2", "BC.4.4", "TA.4b", "TT.9", "MT.12.3"})
final class Screener {

    private static final Logger LOG = LoggerFactory.getLogger(Screener.class);

    private final WordLists words;
    private final Limits limits;
    private final Strictness strictness;
    private final VirusScanner viruses;
    private final Workers workers;
    private final Path folder;

    /** @param folder for what is unpacked; emptied at the start, since a killed process may have left something there */
    Screener(
            WordLists words, Limits limits, Strictness strictness, VirusScanner viruses, Workers workers, Path folder) {
        this.words = words;
        this.limits = limits;
        this.strictness = strictness;
        this.viruses = viruses;
        this.workers = workers;
        this.folder = folder;
        remove(folder);
    }

    TextRules rules() {
        return words.rules();
    }

    Verdict file(String fileName, Path file) throws IOException {
        Files.createDirectories(folder);
        Path own = Files.createTempDirectory(folder, "look");
        try {
            long size = Files.size(file);
            Inspection inspection = new Inspection(words.rules(), limits, strictness, own, size);
            String label = inspection.label(fileName, hidden(fileName));
            boolean scanned = false;
            if (size > limits.fileBytes()) {
                inspection.refuse("screening.too-large", label);
            } else {
                look(fileName, file, label, inspection);
                scanned = viruses(file, label, inspection);
            }
            return new Verdict(inspection.findings(), inspection.mediaType(), scanned);
        } finally {
            remove(own);
        }
    }

    /** The text of a file that was let through, cut off where the limits are reached. */
    String textOf(String fileName, Path file, int most) throws IOException {
        Files.createDirectories(folder);
        Path own = Files.createTempDirectory(folder, "text");
        try {
            Inspection inspection = Inspection.reading(words.rules(), limits, strictness, own, Files.size(file), most);
            look(fileName, file, inspection.label(fileName, hidden(fileName)), inspection);
            return inspection.textRead();
        } finally {
            remove(own);
        }
    }

    /** What stands for a name that must not be shown: its ending, when it has a plain one. */
    private static String hidden(String fileName) {
        String ending = FileTypes.ending(fileName);
        return ending.matches("[a-z0-9]{1,5}") ? "•••." + ending : "•••";
    }

    private void look(String fileName, Path file, String label, Inspection inspection) throws IOException {
        try {
            workers.run(limits.time(), () -> {
                new FileLook(inspection).file(fileName, file, label);
                return null;
            });
        } catch (TimeoutException e) {
            inspection.notRead(label);
        } catch (ExecutionException e) {
            // The cause may quote the file: it is neither logged nor passed on.
            if (!(e.getCause() instanceof IOException stop && Inspection.stopped(stop))) {
                inspection.notRead(label);
            }
        }
    }

    private boolean viruses(Path file, String label, Inspection inspection) {
        Answer answer = Answer.NOT_SCANNED;
        try {
            answer = viruses.scan(file);
        } catch (IOException e) {
            LOG.warn("The virus scanner cannot be reached or failed: a file passes unscanned, which its readers see");
        }
        if (answer == Answer.INFECTED) {
            inspection.refuse("screening.virus", label);
        } else if (answer == Answer.NOT_SCANNED && strictness.unscanned()) {
            inspection.refuse("screening.not-scanned", label);
        }
        return answer != Answer.NOT_SCANNED;
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("What was unpacked in {} could not be removed; it is at the next start", folder);
        }
    }
}
