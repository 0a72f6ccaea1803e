package vn.quyche.launcher.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * How the launcher asks a running school for a backup: by a file in the data folder, which the school takes, and answers
 * by another. Whoever may write there owns the school anyhow, so that no password has to lie in a crontab.
 */
public final class BackupRequest {

    /** Below the data folder. */
    public static final String FOLDER = "requests";

    /**
     * What the school says meanwhile and in the end.
     *
     * @param state how far it is
     * @param text what it does, or in the end the result or the reason
     */
    public record Answer(State state, String text) {}

    /** How far a request is. */
    public enum State {
        WORKING,
        DONE,
        FAILED
    }

    private final Path folder;
    private final Path wanted;
    private final Path taken;
    private final Path answer;

    public BackupRequest(Path data) {
        this.folder = data.resolve(FOLDER);
        this.wanted = folder.resolve("backup.wanted");
        this.taken = folder.resolve("backup.taken");
        this.answer = folder.resolve("backup.answer");
    }

    /** The launcher asks. */
    public void ask(Path file) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(answer);
        Files.deleteIfExists(taken);
        write(wanted, file.toAbsolutePath().toString());
    }

    /** The launcher looks for an answer. */
    public Optional<Answer> answer() throws IOException {
        try {
            List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
            return Optional.of(new Answer(State.valueOf(lines.get(0)), lines.get(1)));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    /** The launcher takes its request back, or is done with it. */
    public void end() throws IOException {
        Files.deleteIfExists(wanted);
        Files.deleteIfExists(taken);
        Files.deleteIfExists(answer);
    }

    /** The school takes the request that is there, so that no other node does. */
    public Optional<Path> take() throws IOException {
        if (!Files.exists(wanted)) {
            return Optional.empty();
        }
        try {
            Files.move(wanted, taken, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(Path.of(Files.readString(taken).strip()));
        } catch (NoSuchFileException takenBack) {
            return Optional.empty();
        }
    }

    /** The school asks whether anybody still waits. */
    public boolean isTakenBack() {
        return !Files.exists(taken);
    }

    /** The school answers. */
    public void answer(State state, String text) throws IOException {
        if (!isTakenBack()) {
            write(answer, state + "\n" + text.replaceAll("\\s+", " "));
        }
    }

    /** Renamed in place, so that nobody reads half of it. */
    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
