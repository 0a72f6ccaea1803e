package vn.quyche.core.api.web;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** Tells a SOAP implementor who calls. */
@ProviderType
public interface SoapCallers {

    /**
     * The caller of the SOAP request that runs on this thread.
     *
     * @throws vn.quyche.core.api.error.Unauthenticated when there is none
     */
    Caller current();
}
