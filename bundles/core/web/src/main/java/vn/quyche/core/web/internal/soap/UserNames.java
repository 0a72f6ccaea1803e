package vn.quyche.core.web.internal.soap;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.http.Call;
import vn.quyche.core.web.internal.http.Edge;

/** Checks the UsernameToken of a message against the accounts of the platform, and keeps the caller with the exchange. */
final class UserNames implements Validator {

    private final Authentication authentication;

    UserNames(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public Credential validate(Credential credential, RequestData data) throws WSSecurityException {
        UsernameToken token = credential == null ? null : credential.getUsernametoken();
        if (token == null
                || token.getName() == null
                || token.getPassword() == null
                || !WSConstants.PASSWORD_TEXT.equals(token.getPasswordType())) {
            throw new Unauthenticated("web.unauthenticated");
        }
        Message message = (Message) data.getMsgContext();
        Caller caller = authentication.password(call(message), token.getName(), token.getPassword());
        message.getExchange().put(Caller.class, caller);
        return credential;
    }

    /** The call to which a message belongs. */
    static Call call(Message message) {
        Exchange exchange = message.getExchange();
        Message in = exchange.getInMessage() == null ? message : exchange.getInMessage();
        HttpServletRequest request = (HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST);
        return (Call) request.getAttribute(Edge.CALL);
    }
}
