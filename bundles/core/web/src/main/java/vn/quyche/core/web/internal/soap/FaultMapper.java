package vn.quyche.core.web.internal.soap;

import java.io.IOException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.web.internal.http.BodyTooLarge;
import vn.quyche.core.web.internal.http.Call;
import vn.quyche.core.web.internal.http.Problem;
import vn.quyche.core.web.internal.http.Problems;
import vn.quyche.core.web.internal.limit.TooMany;

/** Gives a SOAP fault the text and detail that the same error has at the other doors. */
final class FaultMapper extends AbstractSoapInterceptor {

    /** The namespace of the detail. */
    static final String NAMESPACE = "urn:vn:quyche:problem";

    private static final int LONGEST_REASON = 300;
    private static final int DEEPEST_CAUSE = 20;

    private final Problems problems;

    FaultMapper(Problems problems) {
        super(Phase.SETUP);
        this.problems = problems;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exception thrown = message.getContent(Exception.class);
        // A client that is gone needs no answer.
        boolean gone = thrown.getCause() instanceof IOException && !(thrown.getCause() instanceof BodyTooLarge);
        if (!gone && thrown instanceof Fault fault) {
            Call call = UserNames.call(message);
            Problem problem = problems.answer(error(fault), call).problem();
            fault.setMessage(problem.detail());
            fault.setFaultCode(code(message, problem.status()));
            fault.setDetail(detail(problem));
        }
    }

    private static Throwable error(Fault fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof QuycheException || cause instanceof TooMany || cause instanceof BodyTooLarge) {
                return cause;
            }
        }
        if (fault.getCause() instanceof WSSecurityException) {
            return new Unauthenticated("web.unauthenticated");
        }
        return clientsFault(fault) ? new Invalid("", "web.bad-xml", reason(fault)) : fault;
    }

    private static boolean clientsFault(Fault fault) {
        QName code = fault.getFaultCode();
        return Fault.FAULT_CODE_CLIENT.equals(code)
                || code != null && ("Client".equals(code.getLocalPart()) || "Sender".equals(code.getLocalPart()))
                || code != null && "VersionMismatch".equals(code.getLocalPart())
                || fault.getCause() instanceof XMLStreamException;
    }

    private static String reason(Fault fault) {
        String reason = String.valueOf(fault.getMessage()).replaceAll("[\\s\\p{Cntrl}]+", " ");
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static QName code(SoapMessage message, int status) {
        return status < 500
                ? message.getVersion().getSender()
                : message.getVersion().getReceiver();
    }

    private static Element detail(Problem problem) {
        Document document = DOMUtils.getEmptyDocument();
        Element detail = document.createElement("detail");
        Element element = document.createElementNS(NAMESPACE, "p:problem");
        detail.appendChild(element);
        add(element, "code", problem.code());
        add(element, "status", Integer.toString(problem.status()));
        add(element, "clause", problem.clause());
        add(element, "next", problem.next());
        add(element, "correlationId", problem.correlationId());
        for (Problem.Field field : problem.errors()) {
            Element error = document.createElementNS(NAMESPACE, "p:error");
            add(error, "field", field.field());
            add(error, "code", field.code());
            add(error, "message", field.message());
            element.appendChild(error);
        }
        return detail;
    }

    private static void add(Element parent, String name, String text) {
        if (!text.isEmpty()) {
            Element element = parent.getOwnerDocument().createElementNS(NAMESPACE, "p:" + name);
            element.setTextContent(text);
            parent.appendChild(element);
        }
    }
}
