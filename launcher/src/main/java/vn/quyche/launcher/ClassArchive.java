package vn.quyche.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of a school as the JVM has read and checked them, in a file that the JVM itself writes at the end of the
 * first run and takes them from at each later start, which then needs a quarter less of the processor (decision 17). It
 * lies with the distribution, for all its schools, or in the school's own folder when the distribution is read-only. A
 * class that has changed since is read from its jar, and an archive of another JDK is passed over: so a wrong one costs
 * time, nothing else.
 *
 * @param file the archive
 * @param part where the JVM writes it: in its place only when the school that wrote it has ended in order
 */
record ClassArchive(Path file, Path part) {

    private static final String SUFFIX = ".jsa";

    /**
     * The archive of a profile.
     *
     * @param home the distribution
     * @param base the school's own folder for the container
     * @param fingerprint changes whenever the distribution does
     */
    static ClassArchive of(Path home, Path base, String profile, String fingerprint) throws IOException {
        Path shared = home.resolve("data");
        // From one disk to another it could not be put in its place at once.
        boolean share = Files.isWritable(shared) && Files.getFileStore(shared).equals(Files.getFileStore(base));
        String name = "classes-" + profile + "." + fingerprint + "." + Runtime.version() + SUFFIX;
        return new ClassArchive((share ? shared : base).resolve(name), base.resolve("classes.part"));
    }

    /** The options for the JVM: take from it, or make it at the end. */
    List<String> options() {
        // Of itself it names each of the hundreds of classes that it leaves out.
        String quiet = "-Xlog:cds*=off";
        return Files.exists(file)
                ? List.of(
                        "-XX:SharedArchiveFile=" + file,
                        // A page that the disk lost in a power cut would else end the JVM.
                        "-XX:+VerifySharedSpaces",
                        // At the place for which it was written, schools share half of it; elsewhere it is copied.
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        quiet)
                : List.of("-XX:ArchiveClassesAtExit=" + part, quiet);
    }

    /** The school has ended in order: what it wrote is whole, and takes the place of the archives of older builds. */
    void keep() {
        if (Files.notExists(part)) {
            return;
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.READ)) {
            written.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            for (Path older : older()) {
                Files.deleteIfExists(older);
            }
        } catch (IOException withoutIt) {
            drop();
        }
    }

    /** The school has ended otherwise, and what it wrote may be cut off. */
    void drop() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException held) {
            // Nobody reads it; the next one is written over it.
        }
    }

    /** Archives of this profile that no start of this build asks for. */
    private List<Path> older() throws IOException {
        String name = file.getFileName().toString();
        String profile = name.substring(0, name.indexOf('.') + 1);
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(other -> other.getFileName().toString().startsWith(profile))
                    .filter(other -> other.getFileName().toString().endsWith(SUFFIX))
                    .filter(other -> !other.equals(file))
                    .toList();
        }
    }
}
