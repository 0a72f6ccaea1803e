package vn.quyche.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import vn.quyche.launcher.backup.SchoolFiles;

/**
 * This program in a checkout: the scripts compile it once, and it compiles itself again when a source of it is younger.
 *
 * @param sources where its sources are
 * @param classes where its classes are; the file {@code compiled} there says since when
 */
record Self(Path sources, Path classes) {

    private static final String MARK = "compiled";

    static Self of(Path checkout) {
        return new Self(checkout.resolve("launcher/src/main/java"), checkout.resolve("target/launcher"));
    }

    boolean isStale() throws IOException {
        Path mark = classes.resolve(MARK);
        FileTime since = Files.exists(mark) ? Files.getLastModifiedTime(mark) : FileTime.fromMillis(0);
        return !Builder.changed(sources, since, Set.of()).isEmpty();
    }

    /** Compiles it, and hands over to what came out; gives its exit code. */
    int renew(String[] words) throws IOException {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new Refusal("needs a JDK 17, and runs on a Java without its compiler."));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8", "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        SchoolFiles.delete(classes);
        Files.createDirectories(classes);
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new Refusal("the launcher does not compile: mend " + sources + File.separator + " first.");
        }
        Files.createFile(classes.resolve(MARK));
        ClassLoader renewed =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        try {
            Object code = renewed.loadClass(Quyche.class.getName())
                    .getMethod("call", String[].class)
                    .invoke(null, (Object) words);
            return (Integer) code;
        } catch (ReflectiveOperationException e) {
            throw new IOException("the launcher that was compiled does not run", e);
        }
    }
}
