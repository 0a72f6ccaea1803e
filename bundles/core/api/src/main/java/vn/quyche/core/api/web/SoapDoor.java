package vn.quyche.core.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The SOAP door of a domain, served at {@code /soap/<domain>/v1} with WS-Security UsernameToken.
 *
 * <p>Contract first: the implementor's {@code @WebService} names a WSDL in the bundle's {@code wsdl/} folder. The caller of
 * the running request is given by {@link SoapCallers}.
 */
@ConsumerType
public interface SoapDoor {

    /** The domain, for example {@code group}. */
    String domain();

    /** The JAX-WS implementor. */
    Object implementor();
}
