package vn.quyche.group.internal.rest;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.internal.service.ReceiptSheets;

/** Opens the REST door of the domain. */
@Component
public final class GroupRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public GroupRestDoor(
            @Reference Groups groups,
            @Reference Recognition recognition,
            @Reference Directives directives,
            @Reference ReceiptSheets sheets,
            @Reference Conduct conduct,
            @Reference DistrictNews district,
            @Reference Printer printer,
            @Reference Clock clock) {
        resources = List.of(
                new GroupResource(groups),
                new RecognitionResource(recognition, clock),
                new DirectiveResource(directives, sheets, printer),
                new ConductResource(conduct),
                new DistrictResource(district));
    }

    @Override
    public String domain() {
        return "group";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
