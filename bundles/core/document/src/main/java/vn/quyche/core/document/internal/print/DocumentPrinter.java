package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;

/** Prints with what lies in this bundle. */
@Component(service = Printer.class)
public final class DocumentPrinter implements Printer {

    @Override
    public void print(PrintedDocument document, Format format, OutputStream out) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The embedded library looks for its parts there.
        thread.setContextClassLoader(DocumentPrinter.class.getClassLoader());
        try {
            switch (format) {
                case PDF -> PdfPrinter.print(document, out);
                case DOCX -> new DocxPrinter(document).print(out);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
