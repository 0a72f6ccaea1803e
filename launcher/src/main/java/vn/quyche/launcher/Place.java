package vn.quyche.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where we are: in a checkout, which builds what is missing, or in an unpacked distribution.
 *
 * @param checkout the root of the source, when it is one
 * @param home the distribution
 * @param data the school's data, unless another folder is said
 */
record Place(Optional<Path> checkout, Path home, Path data) {

    /** @param here the folder of the script */
    static Place of(Path here, Os os) {
        Optional<Path> data = os.variable("QUYCHE_DATA").map(Path::of);
        if (Files.exists(here.resolve("karaf-assembly/pom.xml"))) {
            Path home = here.resolve("karaf-assembly/target/assembly");
            return new Place(Optional.of(here), home, data.orElse(here.resolve("data")));
        }
        return new Place(
                Optional.empty(),
                here.getParent(),
                data.orElseGet(() -> Path.of(System.getProperty("user.home"), "quyche-data")));
    }

    Path needCheckout(String otherwise) {
        return checkout.orElseThrow(() -> new Refusal(otherwise));
    }

    /** The version of the distribution: the folder that its features lie in. */
    String version() throws IOException {
        Path features = home.resolve("system/vn/quyche/features");
        if (!Files.isDirectory(features)) {
            return "";
        }
        try (Stream<Path> versions = Files.list(features)) {
            return versions.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .max(String::compareTo)
                    .orElse("");
        }
    }
}
