package vn.quyche.group.internal.soap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.web.SoapCallers;
import vn.quyche.core.api.web.SoapDoor;
import vn.quyche.group.api.Groups;
import vn.quyche.group.internal.service.InspectedGroups;

/** Opens the SOAP door of the domain. */
@Component
public final class GroupSoapDoor implements SoapDoor {

    private final GroupListSoap implementor;

    @Activate
    public GroupSoapDoor(
            @Reference Groups groups,
            @Reference InspectedGroups inspected,
            @Reference DutySummaries duties,
            @Reference Directory directory,
            @Reference SoapCallers callers) {
        implementor = new GroupListSoap(groups, inspected, duties, directory, callers);
    }

    @Override
    public String domain() {
        return "group";
    }

    @Override
    public Object implementor() {
        return implementor;
    }
}
