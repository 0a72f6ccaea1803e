package vn.quyche.core.directory.internal.service.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file, separated by comma, semicolon or tab, whichever its first lines use most. */
final class CsvFile implements TableFile {

    private static final char MARK = '\ufeff';

    private final Path file;
    private final Charset charset;
    private final char separator;

    private CsvFile(Path file, Charset charset, char separator) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
    }

    static CsvFile open(Path file, byte[] start, Charset charset) {
        String text = new String(start, charset);
        if (text.indexOf('\0') >= 0) {
            throw TableFiles.invalid("directory.import-not-a-table");
        }
        return new CsvFile(file, charset, separator(text));
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public boolean date1904() {
        return false;
    }

    @Override
    public void rows(int sheet, RowReader reader) throws IOException {
        try (PushbackReader in = new PushbackReader(reader(), 1)) {
            int number = 0;
            List<String> cells = row(in);
            while (cells != null) {
                number++;
                if (cells.stream().anyMatch(cell -> !cell.isBlank()) && !reader.row(number, cells)) {
                    return;
                }
                cells = row(in);
            }
        } catch (CharacterCodingException e) {
            throw TableFiles.invalid("directory.import-not-utf8");
        }
    }

    @Override
    public void close() {
        // nothing is kept open between readings
    }

    private Reader reader() throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The next row, or null at the end. */
    private List<String> row(PushbackReader in) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        int c = in.read();
        while (c >= 0) {
            any = true;
            if (quoted) {
                if (c == '"') {
                    int next = in.read();
                    if (next == '"') {
                        append(cell, '"');
                    } else {
                        quoted = false;
                        unread(in, next);
                    }
                } else {
                    append(cell, (char) c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                add(cells, cell);
            } else if (c == '\n' || c == '\r') {
                skipLineFeed(in, c);
                break;
            } else if (c != MARK) {
                append(cell, (char) c);
            }
            c = in.read();
        }
        add(cells, cell);
        return any ? List.copyOf(cells) : null;
    }

    private static void skipLineFeed(PushbackReader in, int c) throws IOException {
        if (c == '\r') {
            int next = in.read();
            if (next != '\n') {
                unread(in, next);
            }
        }
    }

    private static void unread(PushbackReader in, int c) throws IOException {
        if (c >= 0) {
            in.unread(c);
        }
    }

    private static void append(StringBuilder cell, char c) {
        if (cell.length() < TableLimits.MAX_CELL) {
            cell.append(c);
        }
    }

    private static void add(List<String> cells, StringBuilder cell) {
        if (cells.size() < TableLimits.MAX_COLUMNS) {
            cells.add(cell.toString());
        }
        cell.setLength(0);
    }

    private static char separator(String start) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = start.lines()
                    .limit(20)
                    .flatMapToInt(String::chars)
                    .filter(c -> c == candidate)
                    .count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
