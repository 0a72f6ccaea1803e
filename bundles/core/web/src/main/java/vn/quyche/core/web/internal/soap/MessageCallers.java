package vn.quyche.core.web.internal.soap;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.SoapCallers;

/** Finds the caller with the message that runs on this thread. */
@Component
public final class MessageCallers implements SoapCallers {

    @Override
    public Caller current() {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        Caller caller = message == null ? null : message.getExchange().get(Caller.class);
        if (caller == null) {
            throw new Unauthenticated("web.unauthenticated");
        }
        return caller;
    }
}
