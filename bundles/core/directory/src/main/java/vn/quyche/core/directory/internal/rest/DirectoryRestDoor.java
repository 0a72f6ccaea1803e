package vn.quyche.core.directory.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.web.RestDoor;

/** Opens the REST door of the directory. */
@Component
public final class DirectoryRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public DirectoryRestDoor(
            @Reference People people,
            @Reference Structure structure,
            @Reference StaffImports imports,
            @Reference Leavings leavings,
            @Reference Joinings joinings) {
        resources = List.of(
                new PersonResource(people),
                new SchoolResource(structure),
                new UnitResource(structure),
                new ClassResource(structure),
                new CampusResource(structure),
                new AuthorityResource(structure),
                new ImportResource(imports),
                new LeavingResource(leavings),
                new JoiningResource(joinings));
    }

    @Override
    public String domain() {
        return "directory";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
