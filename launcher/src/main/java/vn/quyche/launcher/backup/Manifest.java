package vn.quyche.launcher.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup says of itself: a few lines of head, then a line for each file.
 *
 * @param made when it was begun
 * @param version the version of Quyche that made it, for example {@code 1.0.0-SNAPSHOT}
 * @param database {@code derby}: its files are in {@code db/}; {@code postgresql}: its dump is {@code database.dump}
 * @param entries all files
 */
public record Manifest(Instant made, String version, String database, List<Entry> entries) {

    /** The name of the manifest in the ZIP file. */
    public static final String NAME = "quyche-backup";

    /** The layout of backups that this Quyche writes; it reads those up to it. */
    static final int FORMAT = 1;

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (.+)");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:[.-].*)?");

    /**
     * One file.
     *
     * @param name its path below the data folder, with slashes
     * @param size in bytes
     * @param sha256 of its content, in hexadecimal
     */
    public record Entry(String name, long size, String sha256) {}

    /** All bytes of all files. */
    public long bytes() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("format ").append(FORMAT).append('\n');
        text.append("made ").append(made).append('\n');
        text.append("version ").append(version).append('\n');
        text.append("database ").append(database).append('\n');
        text.append("files ").append(entries.size()).append('\n');
        text.append("bytes ").append(bytes()).append('\n');
        for (Entry entry : entries) {
            text.append(entry.sha256())
                    .append(' ')
                    .append(entry.size())
                    .append(' ')
                    .append(entry.name())
                    .append('\n');
        }
        return text.toString();
    }

    static Manifest parse(String text) throws NoBackup {
        String[] lines = text.split("\n");
        int format = (int) number(lines, 0, "format");
        if (format > FORMAT) {
            throw new NoBackup("was made by a newer Quyche (layout " + format + "): restore it with that one");
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (int i = 6; i < lines.length; i++) {
                Matcher line = LINE.matcher(lines[i]);
                if (!line.matches()) {
                    throw damaged();
                }
                entries.add(new Entry(line.group(3), Long.parseLong(line.group(2)), line.group(1)));
            }
            Manifest manifest = new Manifest(
                    Instant.parse(value(lines, 1, "made")),
                    value(lines, 2, "version"),
                    value(lines, 3, "database"),
                    List.copyOf(entries));
            if (number(lines, 4, "files") != entries.size() || number(lines, 5, "bytes") != manifest.bytes()) {
                throw damaged();
            }
            return manifest;
        } catch (DateTimeException e) {
            throw damaged();
        }
    }

    /** Whether it was made by a later release than the one that is to restore it. */
    public boolean isNewerThan(String ours) {
        Matcher theirs = NUMBERS.matcher(version);
        Matcher own = NUMBERS.matcher(ours);
        if (!theirs.matches() || !own.matches()) {
            return false;
        }
        for (int part = 1; part <= 3; part++) {
            int difference = Integer.compare(Integer.parseInt(theirs.group(part)), Integer.parseInt(own.group(part)));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static String value(String[] lines, int line, String name) throws NoBackup {
        if (line >= lines.length || !lines[line].startsWith(name + " ")) {
            throw damaged();
        }
        return lines[line].substring(name.length() + 1);
    }

    private static long number(String[] lines, int line, String name) throws NoBackup {
        try {
            return Long.parseLong(value(lines, line, name));
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private static NoBackup damaged() {
        return new NoBackup("is damaged: its manifest cannot be read");
    }
}
