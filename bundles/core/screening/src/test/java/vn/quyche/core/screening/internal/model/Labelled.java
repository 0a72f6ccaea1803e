package vn.quyche.core.screening.internal.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A line of the labelled sets. */
record Labelled(boolean refuse, String text) {

    static List<Labelled> read(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Labelled.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(Labelled::of)
                    .toList();
        }
    }

    private static Labelled of(String line) {
        String[] parts = line.split("\t", 2);
        if (parts.length != 2 || !(parts[0].equals("refuse") || parts[0].equals("pass"))) {
            throw new IllegalArgumentException("Not a labelled line: " + line);
        }
        return new Labelled(parts[0].equals("refuse"), unescaped(parts[1]));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'u') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(escape == 'n' ? '\n' : escape == 't' ? '\t' : escape);
            }
        }
        return plain.toString();
    }
}
