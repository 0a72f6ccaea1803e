package vn.quyche.district.internal.soap;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.web.SoapCallers;
import vn.quyche.core.api.web.SoapDoor;
import vn.quyche.district.api.PublishedLists;

/** Opens the SOAP door of the domain. */
@Component
public final class DistrictSoapDoor implements SoapDoor {

    private final OfficialListSoap implementor;

    @Activate
    public DistrictSoapDoor(@Reference PublishedLists lists, @Reference SoapCallers callers, @Reference Clock clock) {
        implementor = new OfficialListSoap(lists, callers, clock);
    }

    @Override
    public String domain() {
        return "district";
    }

    @Override
    public Object implementor() {
        return implementor;
    }
}
