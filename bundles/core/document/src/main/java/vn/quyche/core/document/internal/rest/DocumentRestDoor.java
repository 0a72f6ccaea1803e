package vn.quyche.core.document.internal.rest;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.core.document.internal.service.Registers;

/** Opens the REST door of the document service. */
@Component(configurationPid = DocumentConfig.PID)
@Designate(ocd = DocumentConfig.class)
public final class DocumentRestDoor implements RestDoor {

    private static final long MEGABYTE = 1 << 20;

    private final List<Object> resources;

    @Activate
    public DocumentRestDoor(
            @Reference Attachments attachments,
            @Reference OutgoingDocuments outgoing,
            @Reference IncomingDocuments incoming,
            @Reference Books books,
            @Reference Registers registers,
            @Reference DocumentSearch search,
            @Reference CaseFiles files,
            @Reference DocumentTemplates templates,
            @Reference Printer printer,
            @Reference Clock clock,
            DocumentConfig config) {
        resources = List.of(
                new UploadResource(attachments, config.upload_megabytes() * MEGABYTE),
                new OutgoingResource(outgoing, templates, attachments),
                new TemplateResource(templates),
                new IncomingResource(incoming, registers, printer),
                new BookResource(books, outgoing, incoming, registers, printer, clock),
                new SearchResource(search),
                new CaseFileResource(files, printer, clock));
    }

    @Override
    public String domain() {
        return "document";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
