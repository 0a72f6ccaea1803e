package vn.quyche.core.web.internal.soap;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import javax.jws.WebService;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.ws.security.SecurityConstants;
import vn.quyche.core.api.web.SoapDoor;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.http.Buses;
import vn.quyche.core.web.internal.http.Problems;

/** The running SOAP door of one domain. */
final class SoapServer {

    private final EndpointImpl endpoint;

    private SoapServer(EndpointImpl endpoint) {
        this.endpoint = endpoint;
    }

    /** Opens a door at {@code /<domain>/v1}. */
    static SoapServer open(Bus bus, SoapDoor door, Authentication authentication, Problems problems) {
        Object implementor = door.implementor();
        return Buses.withLoader(implementor.getClass().getClassLoader(), () -> {
            EndpointImpl endpoint = new EndpointImpl(bus, implementor);
            endpoint.setWsdlLocation(wsdl(implementor.getClass()));
            Map<String, Object> properties = new HashMap<>();
            properties.put(Message.SCHEMA_VALIDATION_ENABLED, "IN");
            properties.put(SecurityConstants.USERNAME_TOKEN_VALIDATOR, new UserNames(authentication));
            // Plain passwords over TLS: there is no nonce that could be used twice.
            properties.put(SecurityConstants.ENABLE_NONCE_CACHE, "false");
            properties.put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, "false");
            endpoint.setProperties(properties);
            endpoint.getInInterceptors().add(new TokenCheck());
            endpoint.getOutFaultInterceptors().add(new FaultMapper(problems));
            endpoint.publish("/" + door.domain() + "/v1");
            return new SoapServer(endpoint);
        });
    }

    void close() {
        endpoint.stop();
    }

    /** The contract that the implementor names, from its own bundle. */
    private static String wsdl(Class<?> implementor) {
        WebService contract = implementor.getAnnotation(WebService.class);
        if (contract == null || contract.wsdlLocation().isEmpty()) {
            throw new IllegalArgumentException(implementor + " names no WSDL");
        }
        URL url = implementor.getClassLoader().getResource(contract.wsdlLocation());
        if (url == null) {
            throw new IllegalArgumentException(contract.wsdlLocation() + " is not in the bundle of " + implementor);
        }
        return url.toString();
    }
}
