package vn.quyche.core.web.internal.rest;

import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.core.web.internal.http.Buses;
import vn.quyche.core.web.internal.http.Problems;
import vn.quyche.core.web.internal.openapi.ApiDescription;

/** The running REST door of one domain. */
final class RestServer {

    private final Server server;
    private final ApiDescription description;

    private RestServer(Server server, ApiDescription description) {
        this.server = server;
        this.description = description;
    }

    /** Opens a door at {@code /<domain>/v1}. */
    static RestServer open(Bus bus, RestDoor door, Problems problems) {
        List<Object> resources = door.resources();
        ApiDescription description = ApiDescription.of(door.domain(), door.getClass(), resources);
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/" + door.domain() + "/v1");
        factory.setServiceBeans(resources);
        factory.setProviders(List.of(
                new JsonBodies(JsonMappers.create()),
                new ProblemMapper(problems),
                new CallerProvider(),
                new PageRequestProvider(),
                new ParameterTypes(),
                new VersionTags(),
                new NewIds()));
        return new RestServer(Buses.withLoader(door.getClass().getClassLoader(), factory::create), description);
    }

    /** What the door can do, for machines. */
    ApiDescription description() {
        return description;
    }

    void close() {
        server.destroy();
    }
}
