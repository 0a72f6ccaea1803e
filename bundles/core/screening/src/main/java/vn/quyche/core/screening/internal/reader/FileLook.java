package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.quyche.core.screening.internal.model.FileTypes;

/** Looks at one file, and at the files within it: name, type, what is inside. */
public final class FileLook {

    private final ContentTypes types = new ContentTypes();
    private final Inspection inspection;

    /** @param inspection takes what is found */
    public FileLook(Inspection inspection) {
        this.inspection = inspection;
    }

    /**
     * Looks at a file.
     *
     * @param label what findings call it
     * @throws IOException when a limit was reached, or the thread was interrupted
     */
    public void file(String name, Path file, String label) throws IOException {
        inspection.name(label, name);
        file(name, file, label, 0);
    }

    /** Looks at an entry of an archive or a part of a document. */
    void entry(String name, InputStream in, String label, int depth) throws IOException {
        if (depth > inspection.limits().depth()) {
            inspection.refuse("screening.archive-too-deep", label);
            return;
        }
        Path file = inspection.unpack(in, label);
        try {
            file(name, file, label, depth);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void file(String name, Path file, String label, int depth) throws IOException {
        String type = types.of(file);
        if (depth == 0) {
            inspection.mediaType(type);
        }
        judge(name, file, label, type);
        try {
            reader(type, name).read(file, label, depth);
        } catch (Inspection.LimitReached e) {
            throw e;
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (Encrypted e) {
            inspection.encrypted(label);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            // What went wrong may quote the file: nobody learns more than that it could not be read.
            inspection.goOn();
            inspection.notRead(label);
        }
    }

    private void judge(String name, Path file, String label, String type) throws IOException {
        if (FileTypes.deceives(name)) {
            inspection.refuse("screening.deceptive-name", label);
        }
        if (FileTypes.runs(name, type)) {
            inspection.refuse("screening.executable", label);
            return;
        }
        switch (FileTypes.fit(name, type)) {
            case NO -> inspection.refuse("screening.type-mismatch", label);
            case ROUGHLY -> inspection.warn("screening.type-unusual", label);
            default -> {
                // as it should be
            }
        }
        if (types.twoAtOnce(file, type)) {
            inspection.refuse("screening.two-types", label);
        }
    }

    private Reader reader(String type, String name) {
        if (type.equals("application/pdf")) {
            return new PdfReader(inspection, this);
        }
        if (type.startsWith("application/vnd.openxmlformats")
                || type.startsWith("application/vnd.oasis.opendocument")
                || type.contains("macroenabled")) {
            return new XmlOfficeReader(inspection, this);
        }
        if (ContentTypes.OLE2.contains(type)) {
            return new OldOfficeReader(inspection, this, type);
        }
        if (type.equals("application/rtf") || type.equals("text/rtf")) {
            return new RtfReader(inspection);
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return new MarkupReader(inspection);
        }
        if (type.equals("image/svg+xml") || type.equals("application/xml") || type.endsWith("+xml")) {
            return new MarkupReader(inspection);
        }
        if (type.startsWith("text/") || type.equals("application/json") || type.equals("application/javascript")) {
            return new TextReader(inspection);
        }
        if (ArchiveReader.TYPES.contains(type)) {
            return new ArchiveReader(inspection, this, type);
        }
        if (type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.startsWith("font/")
                || type.equals("application/mp4")
                || type.equals("application/x-font-ttf")) {
            return (file, label, depth) -> {
                // holds no text
            };
        }
        if (FileTypes.ending(name).equals("rar") || type.contains("rar-compressed")) {
            return (file, label, depth) -> inspection.notRead(label);
        }
        return (file, label, depth) -> inspection.notLookedInside(label);
    }
}
