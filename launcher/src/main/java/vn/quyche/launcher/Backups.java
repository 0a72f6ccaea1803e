package vn.quyche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.quyche.launcher.backup.BackupFile;
import vn.quyche.launcher.backup.BackupRequest;
import vn.quyche.launcher.backup.BackupWriter;
import vn.quyche.launcher.backup.Manifest;
import vn.quyche.launcher.backup.NoBackup;
import vn.quyche.launcher.backup.PostgresTool;
import vn.quyche.launcher.backup.Progress;
import vn.quyche.launcher.backup.SchoolFiles;

/** Backs a school up, running or not, and restores it. */
final class Backups {

    private static final long ANSWER_SECONDS = 30;
    private static final long SAY_MILLIS = 2000;
    private static final long LOOK_MILLIS = 200;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Place place;
    private final Os os;
    private final Console console;

    Backups(Place place, Os os, Console console) {
        this.place = place;
        this.os = os;
        this.console = console;
    }

    /** Writes everything that a school has into one file. */
    void backUp(DataFolder data, Path wanted) throws IOException {
        Path file = wanted.toAbsolutePath().normalize();
        if (Files.notExists(data.path().resolve("settings"))) {
            throw new Refusal("there is no school in " + data.path() + ".");
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new Refusal("there is no folder " + file.getParent() + ".");
        }
        refuseToReplaceAnotherFile(file);
        if (data.running().isPresent()) {
            askTheSchool(data, file);
        } else {
            copyStopped(data, file);
        }
        try (BackupFile written = BackupFile.open(file)) {
            console.say("Wrote " + file + " (" + Machine.size(Files.size(file)) + "): "
                    + written.manifest().entries().size() + " files, read back and compared.");
        } catch (NoBackup e) {
            throw new Refusal(file + " " + e.getMessage() + ".");
        }
    }

    private static void refuseToReplaceAnotherFile(Path file) throws IOException {
        if (Files.exists(file)) {
            try (BackupFile older = BackupFile.open(file)) {
                older.manifest();
            } catch (NoBackup other) {
                throw new Refusal(file + " is there already and is no backup of a school: choose another name.");
            }
        }
    }

    private void askTheSchool(DataFolder data, Path file) throws IOException {
        BackupRequest request = new BackupRequest(data.path());
        Thread atExit = new Thread(() -> takeBack(request), "quyche-cancel");
        Runtime.getRuntime().addShutdownHook(atExit);
        request.ask(file);
        try {
            await(data, request);
        } finally {
            request.end();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void await(DataFolder data, BackupRequest request) throws IOException {
        long began = System.nanoTime();
        String said = "";
        long saidAt = began;
        while (true) {
            Optional<BackupRequest.Answer> answer = request.answer();
            if (answer.isPresent()) {
                String text = answer.get().text();
                switch (answer.get().state()) {
                    case DONE -> {
                        return;
                    }
                    case FAILED -> throw new Refusal(text);
                    case WORKING -> {
                        if (!text.equals(said) && since(saidAt) >= SAY_MILLIS) {
                            console.say("  " + text);
                            said = text;
                            saidAt = System.nanoTime();
                        }
                    }
                }
            } else if (since(began) > TimeUnit.SECONDS.toMillis(ANSWER_SECONDS)) {
                throw new Refusal("the school does not take the request: is it ready (" + os.self()
                        + " status)? Stop it, and back it up then.");
            }
            if (data.running().isEmpty()) {
                throw new Refusal("the school stopped before the backup was done; nothing was kept of it.");
            }
            Machine.pause(LOOK_MILLIS);
        }
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static void takeBack(BackupRequest request) {
        try {
            request.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyStopped(DataFolder data, Path file) throws IOException {
        if (usesPostgres(data)) {
            throw new Refusal("its database is PostgreSQL: start the school first, then back it up;"
                    + " or take pg_dump and a copy of " + data.path() + " yourself.");
        }
        Progress progress = spoken();
        try (BackupWriter writer = new BackupWriter(file, progress)) {
            Instant made = Instant.now();
            writer.add(Progress.Step.FILES, data.path(), SchoolFiles.list(data.path(), false));
            writer.finish(made, place.version(), "derby");
        } catch (NoBackup e) {
            throw new Refusal("what was written to " + file + " " + e.getMessage() + ": look at the disk.");
        } catch (IOException e) {
            throw new Refusal("could not write " + file + ": " + e.getMessage());
        }
    }

    private static boolean usesPostgres(DataFolder data) throws IOException {
        Path configuration = data.base().resolve("etc/vn.quyche.core.persistence.cfg");
        return Files.exists(configuration)
                && Files.readString(configuration)
                        .lines()
                        .anyMatch(line -> line.matches("\\s*url\\s*[=:]\\s*jdbc\\\\?:postgresql.*"));
    }

    /**
     * Brings back what a backup holds; never leaves half of it.
     *
     * @param database the empty PostgreSQL database that its dump is to be loaded into
     */
    void restore(Path file, boolean force, Path wanted, Optional<String> database) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal("cannot read " + file + ".");
        }
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.manifest();
            if (manifest.isNewerThan(place.version())) {
                throw new NoBackup("was made by Quyche " + manifest.version() + ", and this is " + place.version()
                        + ": restore it with that one");
            }
            if (database.isPresent() && !manifest.database().equals("postgresql")) {
                throw new NoBackup(
                        "holds an embedded database, which is restored with the files: leave --database out");
            }
            Optional<PostgresTarget> target = database.map(named -> PostgresTarget.of(named, os, PostgresTool::find));
            DataFolder data = DataFolder.need(wanted, os);
            if (data.running().isPresent()) {
                throw new Refusal("stop the school first: " + os.self() + " stop");
            }
            List<Path> there = contents(data.path());
            if (!there.isEmpty() && !force) {
                throw new Refusal(data.path()
                        + " is not empty: choose another with --data, or say --force to replace what is there.");
            }
            needRoom(data.path(), manifest.bytes());
            unpack(backup, data.path(), there, target);
            console.say("Restored " + manifest.entries().size() + " files of "
                    + SHOWN.format(LocalDateTime.ofInstant(manifest.made(), ZoneId.systemDefault()))
                    + " into " + data.path() + ".");
            next(manifest, data.path(), target);
        } catch (NoBackup e) {
            throw new Refusal(file + " " + e.getMessage() + ".");
        }
    }

    private void next(Manifest manifest, Path data, Optional<PostgresTarget> target) {
        String run = os.self() + " run --data " + data;
        target.ifPresent(
                loaded -> console.say("Its database is in " + loaded.url() + ", and named in the configuration."));
        if (manifest.database().equals("derby") || target.isPresent()) {
            console.say("Next: " + run);
            return;
        }
        console.say("Its database is PostgreSQL, and lies in " + data.resolve(SchoolFiles.DUMP)
                + "; --database jdbc:postgresql://HOST/NAME would have loaded it.");
        console.say(
                "Next: make an empty database, name it in " + data.resolve("karaf/etc/vn.quyche.core.persistence.cfg")
                        + " (else the school would go to the old one),");
        console.say("  pg_restore --no-owner --single-transaction --dbname=DATABASE " + data.resolve(SchoolFiles.DUMP));
        console.say("  " + run);
    }

    private static void needRoom(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new Refusal("the backup holds " + Machine.size(bytes) + ", and only " + Machine.size(free)
                    + " are free where " + folder + " is.");
        }
    }

    /** What belongs to a school that is there; its backups, and what earlier restores put aside, stay where they are. */
    private static List<Path> contents(Path data) throws IOException {
        try (Stream<Path> inside = Files.list(data)) {
            return inside.filter(path -> {
                        String name = path.getFileName().toString();
                        return !name.equals("backups") && !name.startsWith(SchoolFiles.BEFORE_RESTORE);
                    })
                    .toList();
        }
    }

    /**
     * Unpacks and compares everything first, then moves it to its place: before that nothing is touched, and as long as
     * the folder of the unpacked is there no school starts on the half of it.
     */
    private void unpack(BackupFile backup, Path data, List<Path> there, Optional<PostgresTarget> target)
            throws IOException, NoBackup {
        Path unpacked = data.resolve(SchoolFiles.RESTORING);
        SchoolFiles.delete(unpacked);
        Files.createDirectory(unpacked);
        boolean whole = false;
        try {
            backup.unpack(unpacked, spoken());
            if (target.isPresent()) {
                target.get().load(unpacked);
            }
            whole = true;
        } finally {
            if (!whole) {
                SchoolFiles.delete(unpacked);
            }
        }
        List<Path> old = there.stream().filter(path -> !path.equals(unpacked)).toList();
        if (!old.isEmpty()) {
            Path aside =
                    Files.createDirectory(data.resolve(SchoolFiles.BEFORE_RESTORE + STAMP.format(LocalDateTime.now())));
            for (Path path : old) {
                Files.move(path, aside.resolve(path.getFileName()));
            }
            console.say("What was there is now in " + aside + ".");
        }
        try (Stream<Path> inside = Files.list(unpacked)) {
            for (Path path : inside.toList()) {
                Files.move(path, data.resolve(path.getFileName()));
            }
        }
        Files.delete(unpacked);
    }

    /** A line now and then, so that a large school does not look like a dead one. */
    private Progress spoken() {
        return new Progress() {
            private long saidAt = System.nanoTime();

            @Override
            public void at(Step step, long files, long bytes) {
                if (since(saidAt) >= SAY_MILLIS) {
                    saidAt = System.nanoTime();
                    console.say(
                            "  " + files + " files, " + Machine.size(bytes) + (step == Step.VERIFY ? " compared" : ""));
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
