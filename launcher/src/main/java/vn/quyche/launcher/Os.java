package vn.quyche.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the systems differ.
 *
 * @param isWindows else it is a Unix
 * @param environment the variables
 */
record Os(boolean isWindows, Map<String, String> environment) {

    private static final String EXTENSIONS = ".COM;.EXE;.BAT;.CMD";

    static Os current() {
        return new Os(File.separatorChar == '\\', System.getenv());
    }

    /** A variable; empty when it is not set, or set to nothing. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A variable that holds a number. */
    long number(String name, long otherwise) {
        Optional<String> value = variable(name);
        try {
            return value.map(String::strip).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new Refusal(name + "=" + value.orElse("") + " is no number.");
        }
    }

    /** A variable that holds options, which the shell would part at spaces. */
    List<String> options(String name) {
        return variable(name).map(value -> List.of(value.strip().split("\\s+"))).orElse(List.of());
    }

    /** A program on the path. */
    Optional<Path> find(String program) {
        String path = environment.entrySet().stream()
                // Windows spells it Path, and variables there have no case.
                .filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        for (String folder : path.split(isWindows ? ";" : ":")) {
            for (String name : names(program)) {
                try {
                    Path file = Path.of(folder.replace("\"", ""), name);
                    if (!folder.isEmpty() && Files.isRegularFile(file) && (isWindows || Files.isExecutable(file))) {
                        return Optional.of(file);
                    }
                } catch (InvalidPathException notAFolder) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    /** A program of a JDK. */
    Path program(Path javaHome, String name) {
        return javaHome.resolve("bin").resolve(isWindows ? name + ".exe" : name);
    }

    /** A path for a configuration file or a URL, where a backslash would be taken for an escape. */
    String slashes(Path path) {
        return isWindows ? path.toString().replace('\\', '/') : path.toString();
    }

    /** How the user calls us. */
    String self() {
        return isWindows ? "quyche" : "./quyche";
    }

    private List<String> names(String program) {
        if (!isWindows) {
            return List.of(program);
        }
        List<String> names = new ArrayList<>();
        for (String extension : variable("PATHEXT").orElse(EXTENSIONS).split(";")) {
            names.add(program + extension.toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
