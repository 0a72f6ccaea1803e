package vn.quyche.core.directory.internal.link;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;

/** The printer of documents, when it is installed; without it there are no minutes on paper. */
@Component(service = PrinterLink.class)
public class PrinterLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Printer printer;

    /** Whether something can be printed now. */
    public boolean available() {
        return printer != null;
    }

    /** Prints as PDF. */
    public void pdf(PrintedDocument document, OutputStream out) throws IOException {
        Printer now = printer;
        if (now == null) {
            throw new IOException("the printer went away");
        }
        now.print(document, Printer.Format.PDF, out);
    }
}
