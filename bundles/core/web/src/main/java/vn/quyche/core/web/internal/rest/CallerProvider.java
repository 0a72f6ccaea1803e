package vn.quyche.core.web.internal.rest;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Caller;

/** Gives a resource method its parameter {@code @Context Caller}. */
final class CallerProvider implements ContextProvider<Caller> {

    static final String CALLER = CallerProvider.class.getName() + ".caller";

    @Override
    public Caller createContext(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new Unauthenticated("web.unauthenticated");
    }
}
