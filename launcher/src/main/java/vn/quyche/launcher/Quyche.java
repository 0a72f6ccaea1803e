package vn.quyche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands. The scripts say by the property {@code quyche.here} where they lie. */
public final class Quyche {

    private static final String USAGE = """
            Usage: ./quyche COMMAND [OPTIONS]

              run            build what is missing, start the school, stay in the foreground
              dev            run, and swap every bundle whose source changes into the running school
              status         is it running, is it ready
              stop           stop it in order
              shell          the administrator's shell; a command may follow: ./quyche shell duty:list
                             (it asks for account and password; QUYCHE_ACCOUNT names the account)
              backup FILE    everything a school has, in one file, also while it works
              restore FILE   the contrary, into an empty data folder   (--force: puts aside what is there)
                             (--database jdbc:postgresql://HOST/NAME: its PostgreSQL dump, into that empty one)

              build          build everything, without tests
              test           build everything, with every test, and count them
              bench [NAME]   measure; NAME is one of the measurements in bench/
              format         bring all sources into the one format
              new-domain X   a new domain bundle X that builds, passes the walls and boots

            Options: --data DIR   the school's data (default: ./data)      --port N       web port (default: 8181)
                     --profile P  school-preschool, school-primary, school-secondary, district-office, full
                     --demo       an invented school to look at (default)  --empty        a school with nobody in it
            QUYCHE_HEAP is the memory for Java objects (default: 768m).
            Port, profile and demo or empty are kept in DIR/settings at the first run.""";

    private static final Set<String> WITHOUT_WORDS = Set.of("run", "dev", "status", "stop", "format");

    private final long began = System.nanoTime();
    private final Os os = Os.current();
    private final Console console = new Console(os);
    private final Machine machine = new Machine(os, console, Path.of(System.getProperty("java.home")));
    private final Path here =
            Path.of(System.getProperty("quyche.here")).toAbsolutePath().normalize();
    private final Place place = Place.of(here, os);

    private Quyche() {}

    public static void main(String[] words) {
        System.exit(call(words));
    }

    /** Does what the words say; gives the exit code. */
    public static int call(String[] words) {
        return new Quyche().perform(words);
    }

    private int perform(String[] words) {
        try {
            if (place.checkout().isPresent()) {
                Self self = Self.of(place.checkout().get());
                if (self.isStale()) {
                    return self.renew(words);
                }
            }
            if (words.length == 0) {
                usage();
                return 2;
            }
            return perform(CommandLine.parse(List.of(words)));
        } catch (Refusal e) {
            console.warn("quyche: " + e.getMessage());
        } catch (InvalidPathException e) {
            console.warn("quyche: " + e.getInput() + " is no name for a file here.");
        } catch (IOException | UncheckedIOException e) {
            console.warn("quyche: " + e);
        }
        return 1;
    }

    private int perform(CommandLine line) throws IOException {
        if (line.help()) {
            usage();
            return 0;
        }
        if (WITHOUT_WORDS.contains(line.command()) && !line.rest().isEmpty()) {
            throw new Refusal(line.command() + " does not know " + line.rest().get(0) + ": " + os.self() + " help");
        }
        Path folder = line.data().orElse(place.data());
        switch (line.command()) {
            case "run" -> run(line, folder);
            case "dev" -> dev(line, folder);
            case "status" -> {
                return school(folder).status();
            }
            case "stop" -> school(folder).stop();
            case "shell" -> school(folder).shell().open(line.rest());
            case "backup" -> {
                Path file = Path.of(line.only("backup where? " + os.self() + " backup FILE"));
                new Backups(place, os, console).backUp(DataFolder.need(folder, os), file);
            }
            case "restore" -> {
                Path file = Path.of(line.only("restore what? " + os.self() + " restore FILE"));
                new Backups(place, os, console).restore(file, line.force(), folder, line.database());
            }
            case "build" -> builder().build(line.rest());
            case "test" -> {
                return builder().test(line.rest());
            }
            case "format" -> {
                return builder().format();
            }
            case "bench" -> {
                return bench(line.rest());
            }
            case "new-domain" -> newDomain(line);
            case "help", "--help", "-h" -> usage();
            default -> throw new Refusal("there is no command " + line.command() + ": " + os.self() + " help");
        }
        return 0;
    }

    private void usage() {
        console.say(os.isWindows() ? USAGE.replace("./quyche", "quyche").replace("./data", "data") : USAGE);
    }

    private School school(Path folder) {
        return new School(place, machine, console, DataFolder.need(folder, os));
    }

    private Builder builder() {
        Path checkout = place.needCheckout("this is a distribution: build and test in a checkout of the source.");
        return new Builder(machine, console, checkout, place.home());
    }

    private void run(CommandLine line, Path folder) throws IOException {
        School school = school(folder);
        school.start(line, place.checkout().map(checkout -> builder()), began);
        school.await();
    }

    private void dev(CommandLine line, Path folder) throws IOException {
        Builder builder = builder();
        DataFolder data = DataFolder.need(folder, os);
        School school = new School(place, machine, console, data);
        school.start(line, Optional.of(builder), began);
        Path checkout = place.checkout().orElseThrow();
        new DevLoop(console, builder, checkout, data.base().resolve("deploy")).run(school);
        school.await();
    }

    private int bench(List<String> words) {
        Path checkout = place.needCheckout("this is a distribution: measure in a checkout of the source.");
        Path script = checkout.resolve("bench/run");
        if (!Files.exists(script)) {
            throw new Refusal("there is no bench/run here.");
        }
        Path bash = os.find("bash").orElseThrow(() -> new Refusal("bench/run needs bash."));
        List<String> all = new ArrayList<>(List.of(bash.toString(), os.slashes(script)));
        all.addAll(words);
        return machine.run(checkout, all);
    }

    private void newDomain(CommandLine line) throws IOException {
        Path checkout = place.needCheckout("new domains are made in a checkout of the source.");
        String name = line.only("what is its name? " + os.self() + " new-domain committee");
        new NewDomain(checkout, name).make();
        console.say("bundles/" + name + " is there, and in the profile full. Next: say what it is for in bundles/"
                + name + "/README.md, then " + os.self() + " dev");
    }
}
