package vn.quyche.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user wants.
 *
 * @param command the first word
 * @param data the school's data, when it is said
 * @param port the web port, when it is said
 * @param profile the profile, when it is said
 * @param school demo or empty, when it is said
 * @param database the database to restore into, when it is said
 * @param force whether to replace what is there
 * @param help whether the usage was asked for
 * @param rest everything else, in its order
 */
record CommandLine(
        String command,
        Optional<Path> data,
        Optional<String> port,
        Optional<String> profile,
        Optional<String> school,
        Optional<String> database,
        boolean force,
        boolean help,
        List<String> rest) {

    static CommandLine parse(List<String> words) {
        Optional<Path> data = Optional.empty();
        Optional<String> port = Optional.empty();
        Optional<String> profile = Optional.empty();
        Optional<String> school = Optional.empty();
        Optional<String> database = Optional.empty();
        boolean force = false;
        boolean help = false;
        List<String> rest = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--data" -> data = Optional.of(Path.of(value(words, i++)));
                case "--port" -> port = Optional.of(port(value(words, i++)));
                case "--profile" -> profile = Optional.of(value(words, i++));
                case "--demo", "--empty" -> school = Optional.of(word.substring(2));
                case "--database" -> database = Optional.of(value(words, i++));
                case "--force" -> force = true;
                case "--help", "-h" -> help = true;
                default -> rest.add(word);
            }
        }
        return new CommandLine(words.get(0), data, port, profile, school, database, force, help, List.copyOf(rest));
    }

    /** The one word that the command takes. */
    String only(String question) {
        if (rest.size() != 1) {
            throw new Refusal(question);
        }
        return rest.get(0);
    }

    private static String value(List<String> words, int option) {
        if (option + 1 >= words.size()) {
            throw new Refusal(words.get(option) + " needs a value.");
        }
        return words.get(option + 1);
    }

    private static String port(String word) {
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > 65535) {
            throw new Refusal(word + " is not a port.");
        }
        return word;
    }
}
