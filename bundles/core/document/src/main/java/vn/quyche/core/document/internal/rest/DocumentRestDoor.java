package vn.quyche.core.document.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.web.RestDoor;

/** Opens the REST door of the document service. */
@Component
public final class DocumentRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public DocumentRestDoor(@Reference Attachments attachments) {
        resources = List.of(new UploadResource(attachments));
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
