package vn.quyche.core.web.internal.soap;

import java.util.List;
import java.util.Map;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import vn.quyche.core.api.error.Unauthenticated;

/** Wants a UsernameToken in every message. A time stamp may come with it, as some clients send one always. */
final class TokenCheck extends WSS4JInInterceptor {

    private static final List<Integer> TAKEN = List.of(WSConstants.UT, WSConstants.TS);

    TokenCheck() {
        super(Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.USERNAME_TOKEN,
                ConfigurationConstants.PASSWORD_TYPE,
                WSConstants.PW_TEXT));
    }

    @Override
    protected void checkActions(SoapMessage message, List<WSSecurityEngineResult> results, List<Integer> actions) {
        List<Object> found = results == null
                ? List.of()
                : results.stream()
                        .map(result -> result.get(WSSecurityEngineResult.TAG_ACTION))
                        .toList();
        if (!found.contains(WSConstants.UT) || !TAKEN.containsAll(found)) {
            throw new Unauthenticated("web.unauthenticated");
        }
    }
}
