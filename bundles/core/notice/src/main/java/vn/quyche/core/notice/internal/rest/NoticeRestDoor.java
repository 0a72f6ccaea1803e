package vn.quyche.core.notice.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.web.RestDoor;

/** Opens the REST door of notices. */
@Component
public final class NoticeRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public NoticeRestDoor(@Reference Notices notices) {
        resources = List.of(new NoticeResource(notices), new CalendarKeyResource(notices));
    }

    @Override
    public String domain() {
        return "notice";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
