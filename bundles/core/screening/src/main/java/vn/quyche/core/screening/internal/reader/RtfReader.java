package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Reads the text of RTF, headers, footers, notes and text boxes included. */
final class RtfReader implements Reader {

    private static final long LARGEST = 64L << 20;
    /** Groups that hold no text to be seen. */
    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "pict",
            "themedata",
            "colorschememapping",
            "datastore",
            "latentstyles",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "objdata",
            "blipuid",
            "xmlnstbl");

    private static final Set<String> BREAKS = Set.of("par", "line", "row", "page", "sect", "pard");

    private final Inspection inspection;

    RtfReader(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than is read at once");
        }
        String rtf = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Text text = new Text(rtf);
        text.run();
        if (text.object) {
            inspection.macros(label);
        }
        inspection.text(label, text.out.toString());
    }

    /** State of a group: what is silent inside, and how many characters stand in for one of Unicode. */
    private record Group(boolean silent, int standIns) {}

    private static final class Text {

        private final String rtf;
        private final StringBuilder out = new StringBuilder();
        private final Deque<Group> groups = new ArrayDeque<>();
        private Charset charset = Charset.forName("windows-1252");
        private boolean silent;
        private int standIns = 1;
        private int skip;
        private boolean object;
        private int at;

        Text(String rtf) {
            this.rtf = rtf;
        }

        void run() {
            while (at < rtf.length()) {
                char c = rtf.charAt(at++);
                if (c == '{') {
                    groups.push(new Group(silent, standIns));
                } else if (c == '}') {
                    if (!groups.isEmpty()) {
                        Group outer = groups.pop();
                        silent = outer.silent();
                        standIns = outer.standIns();
                    }
                    skip = 0;
                } else if (c == '\\') {
                    control();
                } else if (c != '\r' && c != '\n') {
                    letter(c);
                }
            }
        }

        private void control() {
            if (at >= rtf.length()) {
                return;
            }
            char c = rtf.charAt(at);
            if (c == '\'') {
                hex();
            } else if (!Character.isLetter(c)) {
                at++;
                sign(c);
            } else {
                word();
            }
        }

        private void hex() {
            if (at + 3 <= rtf.length()) {
                int value = Character.digit(rtf.charAt(at + 1), 16) * 16 + Character.digit(rtf.charAt(at + 2), 16);
                at += 3;
                if (value >= 0) {
                    letter(new String(new byte[] {(byte) value}, charset).charAt(0));
                }
            } else {
                at = rtf.length();
            }
        }

        private void sign(char c) {
            if (c == '~') {
                letter(' ');
            } else if (c == '_' || c == '{' || c == '}' || c == '\\') {
                letter(c == '_' ? '-' : c);
            } else if (c == '\n' || c == '\r') {
                letter('\n');
            }
        }

        private void word() {
            int start = at;
            while (at < rtf.length() && at - start < 40 && Character.isLetter(rtf.charAt(at))) {
                at++;
            }
            String word = rtf.substring(start, at);
            int number = at;
            if (at < rtf.length() && rtf.charAt(at) == '-') {
                at++;
            }
            while (at < rtf.length() && at - number < 12 && Character.isDigit(rtf.charAt(at))) {
                at++;
            }
            String digits = rtf.substring(number, at);
            if (at < rtf.length() && rtf.charAt(at) == ' ') {
                at++;
            }
            act(word, digits);
        }

        private void act(String word, String digits) {
            if (word.equals("u") && !digits.isEmpty()) {
                letter((char) (Long.parseLong(digits.equals("-") ? "0" : digits) & 0xffff));
                skip = standIns;
            } else if (word.equals("uc") && !digits.isEmpty() && !digits.equals("-")) {
                standIns = (int) Math.min(Long.parseLong(digits), 8);
            } else if (word.equals("ansicpg") && !digits.isEmpty()) {
                charset = charset(digits);
            } else if (SILENT.contains(word)) {
                object |= word.equals("objdata");
                silent = true;
            } else if (BREAKS.contains(word)) {
                out.append('\n');
            } else if (word.equals("tab") || word.equals("cell")) {
                letter('\t');
            } else if (word.equals("bin") && !digits.isEmpty() && !digits.equals("-")) {
                at = (int) Math.min(rtf.length(), at + Long.parseLong(digits));
            }
        }

        private static Charset charset(String codePage) {
            try {
                return Charset.forName("windows-" + codePage);
            } catch (IllegalArgumentException e) {
                return Charset.forName("windows-1252");
            }
        }

        private void letter(char c) {
            if (skip > 0) {
                skip--;
            } else if (!silent) {
                out.append(c);
            }
        }
    }
}
