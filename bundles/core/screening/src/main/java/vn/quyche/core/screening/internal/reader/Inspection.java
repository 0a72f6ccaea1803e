package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.quyche.core.api.screening.Verdict.Finding;
import vn.quyche.core.screening.internal.model.FileTypes;
import vn.quyche.core.screening.internal.model.Limits;
import vn.quyche.core.screening.internal.model.Strictness;
import vn.quyche.core.screening.internal.model.TextRules;

/**
 * One file being looked at: what was found, and how much of the limits is left.
 *
 * <p>Text is looked at piece by piece as it is read and then forgotten. One thread reads; others may ask for what was
 * found.
 */
public final class Inspection {

    static final String VIRUSES = "BC.4.4";

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_LABEL = 120;

    private final TextRules rules;
    private final Limits limits;
    private final Strictness strictness;
    private final Path folder;
    private final long packedBytes;
    /** Guarded by itself: whoever waits for a reading that takes too long sees what was found so far. */
    private final Set<Finding> findings = Collections.synchronizedSet(new LinkedHashSet<>());

    /** What was read, when somebody wants the text itself; else it is looked at and forgotten. */
    private final StringBuffer kept = new StringBuffer();

    private final int keptAtMost;
    private volatile String mediaType = "application/octet-stream";
    private long chars;
    private int entries;
    private long unpackedBytes;

    /**
     * @param folder an empty folder for what is unpacked; the caller removes it
     * @param packedBytes the size of the file
     */
    public Inspection(TextRules rules, Limits limits, Strictness strictness, Path folder, long packedBytes) {
        this(rules, limits, strictness, folder, packedBytes, 0);
    }

    private Inspection(
            TextRules rules, Limits limits, Strictness strictness, Path folder, long packedBytes, int keptAtMost) {
        this.rules = rules;
        this.limits = limits;
        this.strictness = strictness;
        this.folder = folder;
        this.packedBytes = packedBytes;
        this.keptAtMost = keptAtMost;
    }

    /**
     * Reads the text of a file that was looked at before, instead of looking at it.
     *
     * @param most characters after which the reading stops
     */
    public static Inspection reading(
            TextRules rules, Limits limits, Strictness strictness, Path folder, long packedBytes, int most) {
        return new Inspection(rules, limits, strictness, folder, packedBytes, most);
    }

    /** The text that was read so far. */
    public String textRead() {
        String text = kept.toString();
        return text.substring(0, Math.min(keptAtMost, text.length()));
    }

    /** Stops the reading: a limit was reached, and the finding says which. */
    static final class LimitReached extends IOException {

        private static final long serialVersionUID = 1L;

        LimitReached(String code) {
            super(code);
        }
    }

    /** What was found: what refuses first, else in the order of finding. */
    public List<Finding> findings() {
        List<Finding> sorted;
        synchronized (findings) {
            sorted = new ArrayList<>(findings);
        }
        sorted.sort(Comparator.comparing(Finding::refuses).reversed());
        return List.copyOf(sorted);
    }

    /** The type of the file by its content. */
    public String mediaType() {
        return mediaType;
    }

    void mediaType(String type) {
        this.mediaType = type;
    }

    /** Whether a limit stopped the reading; the finding says which. */
    public static boolean stopped(IOException error) {
        return error instanceof LimitReached;
    }

    Limits limits() {
        return limits;
    }

    /** Looks at a piece of text. */
    void text(String where, String text) throws IOException {
        goOn();
        chars += text.length();
        if (keptAtMost > 0) {
            keep(text);
            return;
        }
        findings.addAll(rules.fileText(where, text));
        if (chars > limits.textChars()) {
            notRead(where);
            throw new LimitReached("text");
        }
    }

    private void keep(String text) throws LimitReached {
        kept.append(text, 0, Math.min(keptAtMost, text.length())).append('\n');
        if (kept.length() > keptAtMost) {
            throw new LimitReached("text");
        }
    }

    /** Looks at a name. */
    void name(String where, String name) {
        findings.addAll(rules.name(where, name));
    }

    /** Refuses for what the file is. */
    public void refuse(String code, String where) {
        findings.add(new Finding(VIRUSES, code, where, true));
    }

    /** Warns for what the file is. */
    void warn(String code, String where) {
        findings.add(new Finding(VIRUSES, code, where, false));
    }

    /** A program stands within a document. */
    void macros(String where) {
        findings.add(new Finding(VIRUSES, "screening.macros", where, strictness.macros()));
    }

    /** The document is locked with a password, so that nobody can look inside. */
    void encrypted(String where) {
        findings.add(new Finding(TextRules.SECRET_FILE, "screening.encrypted", where, true));
    }

    /** The file should hold text but could not be read (to its end). */
    public void notRead(String where) {
        findings.add(new Finding(TextRules.SECRET_FILE, "screening.not-read", where, strictness.unreadable()));
    }

    /** Nobody can look for text in this type, or it holds pictures only. */
    void notLookedInside(String where) {
        findings.add(new Finding(TextRules.SECRET_FILE, "screening.not-looked-inside", where, false));
    }

    /** Counts an entry of an archive and gives the label by which findings name it. */
    String entry(String where, String name) throws LimitReached {
        entries++;
        if (entries > limits.entries()) {
            refuse("screening.archive-too-many", where);
            throw new LimitReached("entries");
        }
        String label = label(name, "#" + entries);
        name(label, name);
        return label;
    }

    /** Unpacks an entry; the caller deletes the file. */
    Path unpack(InputStream in, String where) throws IOException {
        Path file = Files.createTempFile(folder, "entry", "");
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                goOn();
                unpackedBytes += read;
                boolean bomb = unpackedBytes > Limits.FREE_BYTES && unpackedBytes / limits.ratio() > packedBytes;
                if (bomb || unpackedBytes > limits.unpackedBytes()) {
                    refuse("screening.archive-too-big", where);
                    throw new LimitReached("bytes");
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /** Whether the time is up: the worker interrupts. */
    void goOn() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }

    /** The name as messages may show it; what stands for it when the name itself is not clean. */
    public String label(String name, String otherwise) {
        if (!rules.clean(name) || FileTypes.deceives(name)) {
            return otherwise;
        }
        String plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_LABEL ? plain : "…" + plain.substring(plain.length() - LONGEST_LABEL);
    }
}
