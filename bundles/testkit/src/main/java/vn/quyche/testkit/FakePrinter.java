package vn.quyche.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;

/** A printer that keeps what it was given and writes the document's words. */
public final class FakePrinter implements Printer {

    private final List<PrintedDocument> printed = new ArrayList<>();

    @Override
    public void print(PrintedDocument document, Format format, OutputStream out) throws IOException {
        printed.add(document);
        out.write(document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What was printed, first things first. */
    public List<PrintedDocument> printed() {
        return List.copyOf(printed);
    }
}
