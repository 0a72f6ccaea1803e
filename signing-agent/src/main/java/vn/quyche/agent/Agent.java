package vn.quyche.agent;

import java.awt.GraphicsEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Starts the agent, or sets it up: what is typed after its name says which. */
public final class Agent {

    private final Settings settings;
    private final Words words;
    private final PrintStream out;

    Agent(Settings settings, Words words, PrintStream out) {
        this.settings = settings;
        this.words = words;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        Words words = new Words("en".equals(System.getenv("QUYCHE_AGENT_LANG")) ? Locale.ENGLISH : Locale.ROOT);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Agent agent = new Agent(new Settings(folder()), words, out);
        int result = args.length == 0 ? agent.run() : agent.setUp(List.of(args));
        System.exit(result);
    }

    /** {@code QUYCHE_AGENT_HOME}, or a folder of the user's own. */
    private static Path folder() {
        String windows = System.getenv("APPDATA");
        return Optional.ofNullable(System.getenv("QUYCHE_AGENT_HOME"))
                .map(Path::of)
                .orElseGet(() -> windows == null
                        ? Path.of(System.getProperty("user.home"), ".quyche-agent")
                        : Path.of(windows, "Quyche", "agent"));
    }

    private int run() throws IOException, GeneralSecurityException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Prompt prompt = GraphicsEnvironment.isHeadless() ? new ConsolePrompt(in, out, words) : new SwingPrompt(words);
        try (Door door = open(prompt, settings.port())) {
            out.println(words.text("running", String.valueOf(door.port())));
            if (settings.stores().isEmpty()) {
                out.println(words.text("no-store"));
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (BindException e) {
            out.println(words.text("already", String.valueOf(settings.port())));
            return 1;
        }
    }

    /** Opens the door. @param port 0 for any that is free */
    Door open(Prompt prompt, int port) throws IOException, GeneralSecurityException {
        return new Door(settings, prompt, new Desk(settings, prompt), words, Clock.systemUTC(), port);
    }

    /** Opens a door with everything in a folder, for tests of those who talk with it. */
    public static Door open(Path folder, Prompt prompt) throws IOException, GeneralSecurityException {
        return new Agent(new Settings(folder), new Words(Locale.ROOT), System.out).open(prompt, 0);
    }

    /** Does what a command line says; gives the exit code. */
    int setUp(List<String> args) throws IOException, GeneralSecurityException {
        String name = args.size() > 1 ? args.get(1) : "";
        boolean plain = name.matches("[\\p{L}\\p{N}_-]{1,40}");
        boolean known =
                settings.stores().stream().anyMatch(store -> store.name().equals(name));
        switch (args.get(0) + " " + args.size()) {
            case "add-device 3", "add-device 4" -> {
                if (!plain || args.size() == 4 && !args.get(3).matches("\\d{1,2}")) {
                    return usage();
                }
                settings.addDevice(
                        name,
                        Path.of(args.get(2)).toAbsolutePath(),
                        args.size() == 4 ? Integer.parseInt(args.get(3)) : 0);
            }
            case "add-file 3" -> {
                if (!plain) {
                    return usage();
                }
                settings.addFile(name, Path.of(args.get(2)).toAbsolutePath());
            }
            case "remove 2" -> {
                if (!known) {
                    return usage();
                }
                settings.removeStore(name);
            }
            case "allow 2" -> {
                if (!known) {
                    return usage();
                }
                settings.allowTry(name);
            }
            case "unpair 2" -> settings.unpair(name);
            case "port 2" -> {
                if (!name.matches("[1-9]\\d{3,4}") || Integer.parseInt(name) > 65_535) {
                    return usage();
                }
                settings.value("port", name);
            }
            case "list 1" -> {
                list();
                return 0;
            }
            case "certificate 1" -> {
                byte[] der = new OwnCertificate(settings, Clock.systemUTC())
                        .certificate()
                        .getEncoded();
                out.println("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END CERTIFICATE-----");
                return 0;
            }
            default -> {
                return usage();
            }
        }
        out.println(words.text("done"));
        return 0;
    }

    private int usage() {
        out.println(words.text("usage"));
        return 2;
    }

    private void list() {
        for (Store store : settings.stores()) {
            String where = store instanceof Store.Device device
                    ? device.library() + " #" + device.slot()
                    : ((Store.KeyFile) store).file().toString();
            out.println(words.text("store", store.name(), where, settings.wrongPins(store.name())));
        }
        if (settings.stores().isEmpty()) {
            out.println(words.text("no-store"));
        }
        settings.pairings().keySet().forEach(origin -> out.println(words.text("pairing", origin)));
    }
}
