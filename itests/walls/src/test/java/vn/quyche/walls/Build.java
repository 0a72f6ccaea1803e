package vn.quyche.walls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the build has made: our bundles, our feature files, the assembly. */
final class Build {

    static final Path ROOT = Path.of(System.getProperty("quyche.root", "../..")).normalize();

    private Build() {}

    /** The folders that have a feature of their own: each is a bundle of ours. */
    static List<Path> folders() {
        return walk(ROOT.resolve("bundles"), 6)
                .filter(path -> path.endsWith("src/main/feature/feature.xml"))
                .filter(path -> !path.startsWith(ROOT.resolve("bundles/template")))
                .map(path -> path.getParent().getParent().getParent().getParent())
                .sorted()
                .toList();
    }

    static List<Bundle> bundles() {
        return folders().stream().map(Build::jarOf).map(Bundle::of).toList();
    }

    /** Bundles of ours that are not core: they may not know each other. */
    static List<Bundle> domains() {
        return bundles().stream().filter(bundle -> !bundle.isCore()).toList();
    }

    /** Every jar in the distribution's repository. */
    static List<Bundle> assembly() {
        return walk(ROOT.resolve("karaf-assembly/target/assembly/system"), 12)
                .filter(path -> path.toString().endsWith(".jar"))
                .map(Bundle::of)
                .filter(Bundle::isBundle)
                .toList();
    }

    /** All feature files of ours, with their properties filled in. */
    static List<Document> featureFiles() {
        List<Path> files = new ArrayList<>();
        files.add(ROOT.resolve("features/target/classes/features.xml"));
        folders().forEach(folder -> files.add(folder.resolve("target/feature/feature.xml")));
        return files.stream().map(Build::parse).toList();
    }

    /** The elements {@code feature} directly under {@code features}, not those that name one. */
    static List<Element> features() {
        return featureFiles().stream()
                .flatMap(file -> children(file.getDocumentElement(), "feature"))
                .toList();
    }

    static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        Stream.Builder<Element> found = Stream.builder();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found.build();
    }

    static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new IllegalStateException("no XML", e);
        }
    }

    private static Document parse(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is missing: build before you test", e);
        }
    }

    private static Path jarOf(Path folder) {
        return walk(folder.resolve("target"), 1)
                .filter(path ->
                        path.getFileName().toString().matches(folder.getFileName() + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar in " + folder + ": build before you test"));
    }

    private static Stream<Path> walk(Path folder, int depth) {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": build before you test", e);
        }
    }
}
