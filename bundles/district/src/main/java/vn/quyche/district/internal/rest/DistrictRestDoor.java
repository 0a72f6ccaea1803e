package vn.quyche.district.internal.rest;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.Schools;

/** Opens the REST door of the domain. */
@Component
public final class DistrictRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public DistrictRestDoor(
            @Reference Schools schools,
            @Reference ListCollections collections,
            @Reference GroupReviews reviews,
            @Reference PublishedLists lists,
            @Reference Overviews overviews,
            @Reference Clock clock) {
        resources = List.of(
                new SchoolResource(schools),
                new CollectionResource(collections),
                new GroupResource(reviews, collections),
                new ListResource(lists, clock),
                new OverviewResource(overviews, clock),
                new CheckResource(lists));
    }

    @Override
    public String domain() {
        return "district";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
