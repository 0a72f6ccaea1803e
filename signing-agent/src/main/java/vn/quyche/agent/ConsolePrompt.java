package vn.quyche.agent;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Asks on the terminal: for a PC without a screen of its own, and for tests. */
final class ConsolePrompt implements Prompt {

    private final BufferedReader in;
    private final PrintStream out;
    private final Words words;

    ConsolePrompt(BufferedReader in, PrintStream out, Words words) {
        this.in = in;
        this.out = out;
        this.words = words;
    }

    @Override
    public synchronized boolean pair(String origin, String school, String code) {
        out.println(words.text("pair", origin, school));
        out.println(words.text("code", code));
        out.println(words.text("compare"));
        out.print(words.text("yes-no") + " ");
        return yes(line());
    }

    @Override
    public synchronized Optional<Answer> pin(Question question) {
        if (question.lines().isEmpty()) {
            out.println(words.text("read", question.origin()));
        } else {
            out.println(words.text("sign", question.origin(), question.lines().size()));
            if (question.parts() > 1) {
                out.println(words.text("parts", question.parts()));
            }
            for (Line line : question.lines()) {
                out.println("  " + line.title() + "  " + line.hash());
            }
        }
        for (int i = 0; i < question.stores().size(); i++) {
            out.println((i + 1) + ": "
                    + words.text(
                            "tries",
                            question.stores().get(i),
                            question.triesLeft().get(i)));
        }
        int chosen = 0;
        if (question.stores().size() > 1) {
            out.print(words.text("which") + " ");
            String entered = line().strip();
            boolean one = entered.matches("[1-9]")
                    && Integer.parseInt(entered) <= question.stores().size();
            if (!one) {
                return Optional.empty();
            }
            chosen = Integer.parseInt(entered) - 1;
        }
        char[] pin = secret();
        return pin.length == 0
                ? Optional.empty()
                : Optional.of(new Answer(question.stores().get(chosen), pin));
    }

    private static boolean yes(String entered) {
        String word = entered.strip().toLowerCase(java.util.Locale.ROOT);
        return word.equals("c") || word.equals("co") || word.equals("có") || word.equals("y");
    }

    /** Not shown where there is a terminal. */
    private char[] secret() {
        Console console = System.console();
        out.print(words.text("pin") + " ");
        if (console != null) {
            char[] pin = console.readPassword();
            return pin == null ? new char[0] : pin;
        }
        return line().toCharArray();
    }

    private String line() {
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }
}
