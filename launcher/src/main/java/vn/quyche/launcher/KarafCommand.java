package vn.quyche.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The container's command lines: what {@code bin/karaf} and {@code bin/client} of the distribution say, the same on every
 * system.
 *
 * @param os the system
 * @param javaHome the JDK
 * @param home the distribution
 * @param base the school's own folder for the container
 * @param archive the classes of the school, when they are kept
 */
record KarafCommand(Os os, Path javaHome, Path home, Path base, Optional<ClassArchive> archive) {

    /** Packages of the JDK that the container and its libraries look into. */
    private static final List<String> OPENED = List.of(
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
            "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
            "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "--add-exports=java.security.sasl/com.sun.security.sasl=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");

    /**
     * For a school on a small machine, and for ninety of them on a district's: without a bound the JVM takes a quarter of
     * the machine before it tidies up (what lives is about 100 MB), and its second compiler costs a second of each start
     * and 50 MB for a speed that people cannot tell. See decision 17.
     */
    private static final List<String> SMALL = List.of(
            "-Xms64m",
            // A start makes 100 MB of classes, for which the JVM would tidy up four times.
            "-XX:MetaspaceSize=192m",
            // Small things fill a smaller room for the young again and again in a start; a greater one stays in memory.
            "-XX:NewSize=20m",
            "-XX:MaxNewSize=20m",
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=25",
            // What is only kept to be found again (directories of jars above all, 20 MB) goes when memory is tidied up.
            "-XX:SoftRefLRUPolicyMSPerMB=5",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError");

    private static final String DEBUG = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005";

    /** @param own properties of the school: {@code name=value} */
    List<String> server(List<String> own) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(os.program(javaHome, "java").toString());
        List<String> options = os.options("JAVA_OPTS");
        if (options.isEmpty()) {
            words.addAll(SMALL);
            words.add("-Xmx" + os.variable("QUYCHE_HEAP").orElse("768m"));
            archive.ifPresent(classes -> words.addAll(classes.options()));
        } else {
            words.addAll(options);
        }
        if (os.variable("KARAF_DEBUG").isPresent()) {
            words.add(DEBUG);
        }
        words.addAll(os.options("EXTRA_JAVA_OPTS"));
        // After what the user says, since the last word counts.
        own.forEach(property -> words.add("-D" + property));
        words.addAll(OPENED);
        // Appended, not patched into java.base as Karaf's own script does: a patched module turns off the JVM's archive
        // of classes, which is half a second of each start. The XML factories are then the JDK's own; who wants others
        // asks for them by name, as CXF does.
        words.add("-Xbootclasspath/a:" + jar(home.resolve("lib/endorsed"), "org.apache.karaf.specs.locator"));
        properties().forEach(property -> words.add("-D" + property));
        words.add("-Dkaraf.restart.jvm.supported=true");
        words.add("-Dkaraf.startLocalConsole=false");
        words.add("-Dkaraf.startRemoteShell=true");
        words.addAll(os.options("KARAF_OPTS"));
        words.add("-classpath");
        words.add(Stream.concat(jars(home.resolve("lib/boot")).stream(), jars(home.resolve("lib/jdk9plus")).stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        words.add("org.apache.karaf.main.Main");
        return words;
    }

    /** Where the container finds itself, as {@code name=value}. */
    List<String> properties() {
        return List.of(
                "karaf.home=" + home,
                "karaf.base=" + base,
                "karaf.data=" + base.resolve("data"),
                "karaf.etc=" + base.resolve("etc"),
                "karaf.log=" + base.resolve("data/log"),
                // Beside the data, so that the distribution may be read-only and serve several schools.
                "karaf.instances=" + base.resolve("instances"),
                "java.io.tmpdir=" + base.resolve("data/tmp"),
                "java.util.logging.config.file=" + base.resolve("etc/java.util.logging.properties"));
    }

    /** What the shell's client is made of. */
    List<Path> clientJars() throws IOException {
        Path system = home.resolve("system/org");
        List<Path> jars = new ArrayList<>();
        for (String artifact : List.of(
                "apache/karaf/org.apache.karaf.client",
                "apache/sshd/sshd-osgi",
                "apache/sshd/sshd-scp",
                "apache/sshd/sshd-sftp",
                "fusesource/jansi/jansi",
                "jline/jline")) {
            Path folder = system.resolve(artifact);
            try (Stream<Path> files = Files.walk(folder, 2)) {
                jars.add(files.filter(file -> file.toString().endsWith(".jar"))
                        .max(Path::compareTo)
                        .orElseThrow(() -> new IOException("no jar in " + folder)));
            }
        }
        return jars;
    }

    private static Path jar(Path folder, String name) throws IOException {
        return jars(folder).stream()
                .filter(jar -> jar.getFileName().toString().matches(name.replace(".", "\\.") + "-\\d.*"))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name + " in " + folder));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
