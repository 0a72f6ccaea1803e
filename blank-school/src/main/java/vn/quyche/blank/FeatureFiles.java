package vn.quyche.blank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Our features, as the files in the repository of a distribution describe them. */
final class FeatureFiles {

    private static final String PREFIX = "quyche-";
    private static final String CORE = PREFIX + "core";

    /**
     * One of them.
     *
     * @param features the features of ours that it is made of
     * @param bundles the addresses of its own bundles of ours
     */
    private record Feature(List<String> features, List<String> bundles) {}

    private final Path system;
    private final Map<String, Feature> features = new TreeMap<>();

    private FeatureFiles(Path system) {
        this.system = system;
    }

    /** @param system the repository: {@code group/artifact/version/} */
    static FeatureFiles of(Path system) throws IOException {
        FeatureFiles found = new FeatureFiles(system);
        try (Stream<Path> files = Files.walk(system.resolve("vn/quyche"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("-features.xml"))
                    .toList()) {
                found.read(file);
            }
        }
        return found;
    }

    /** The names of the profiles, without the prefix: what is made of the core and of domains, and has no bundle itself. */
    List<String> profiles() {
        return features.entrySet().stream()
                .filter(feature -> feature.getValue().bundles().isEmpty())
                .filter(feature -> feature.getValue().features().contains(CORE))
                .map(feature -> feature.getKey().substring(PREFIX.length()))
                .toList();
    }

    /** The jars of the bundles of ours in a feature and in what it is made of. */
    List<Path> bundles(String name) {
        Set<String> bundles = new LinkedHashSet<>();
        collect(name, new LinkedHashSet<>(), bundles);
        return bundles.stream().map(this::jar).toList();
    }

    private void collect(String name, Collection<String> seen, Set<String> bundles) {
        Feature feature = features.get(name);
        if (feature == null || !seen.add(name)) {
            return;
        }
        feature.features().forEach(part -> collect(part, seen, bundles));
        bundles.addAll(feature.bundles());
    }

    private Path jar(String address) {
        String[] parts = address.substring("mvn:".length()).split("/");
        return system.resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(parts[2])
                .resolve(parts[1] + "-" + parts[2] + ".jar");
    }

    private void read(Path file) throws IOException {
        NodeList found = parse(file).getDocumentElement().getChildNodes();
        for (int i = 0; i < found.getLength(); i++) {
            if (found.item(i) instanceof Element feature && feature.getTagName().equals("feature")) {
                features.put(
                        feature.getAttribute("name"),
                        new Feature(texts(feature, "feature", PREFIX), texts(feature, "bundle", "mvn:vn.quyche")));
            }
        }
    }

    private static List<String> texts(Element parent, String tag, String start) {
        List<String> texts = new ArrayList<>();
        NodeList children = parent.getElementsByTagName(tag);
        for (int i = 0; i < children.getLength(); i++) {
            String text = children.item(i).getTextContent().strip();
            if (text.startsWith(start)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static Document parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("features " + file, e);
        }
    }
}
