package vn.quyche.district.internal.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.DistrictSchool;

/** Calls operations at {@code /soap/group/v1} of a school, the token as the password of a UsernameToken. */
final class SoapCalls {

    /** The namespace of the school's contract. */
    static final String GROUP = "urn:vn:quyche:group:v1";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final int SERVER_ERROR = 500;

    private final RemoteHttp http;
    private final XMLInputFactory in = XMLInputFactory.newDefaultFactory();
    private final XMLOutputFactory out = XMLOutputFactory.newDefaultFactory();

    /** A part of a request: an element of the school's contract with its text. */
    record Part(String name, String text) {}

    /** Reads what an answer has of one element of the school's contract, its reader at the beginning of it. */
    interface Reading {

        /** @throws XMLStreamException when the answer is no XML */
        void element(String name, XMLStreamReader xml) throws XMLStreamException;
    }

    SoapCalls(RemoteHttp http) {
        this.http = http;
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        in.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /**
     * Calls an operation; the answer as it came, a fault too.
     *
     * @throws RemoteFailure when no answer comes
     */
    RemoteHttp.Answer call(DistrictSchool school, String token, String operation, List<Part> parts) {
        return http.send(HttpRequest.newBuilder(URI.create(school.address() + "/soap/group/v1"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope(token, operation, parts)))
                .build());
    }

    /**
     * Goes through the elements of an answer that are of the school's contract.
     *
     * @param root the element that the answer must have
     * @param reading reads each of the others; one that it leaves is gone into
     * @throws RemoteFailure {@link RemoteFailure#BAD_ANSWER} when it is no XML, or has no such element
     */
    void read(RemoteHttp.Answer answer, String root, Reading reading) {
        boolean found = false;
        try {
            XMLStreamReader xml = in.createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT || !GROUP.equals(xml.getNamespaceURI())) {
                    continue;
                }
                if (xml.getLocalName().equals(root)) {
                    found = true;
                } else {
                    reading.element(xml.getLocalName(), xml);
                }
            }
        } catch (XMLStreamException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "XML", bad);
        }
        if (!found) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, root);
        }
    }

    /** The texts of the elements within the one at whose beginning the reader is, to its end. */
    static Map<String, String> cells(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> cells = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                cells.put(xml.getLocalName(), xml.getElementText());
            }
        }
        return cells;
    }

    /**
     * All the words of a fault, the code of the error among them: faults come with status 500, whatever they mean.
     *
     * @return empty when the answer has not the status of a fault
     * @throws RemoteFailure {@link RemoteFailure#SERVER_ERROR} when it has, but is none
     */
    Optional<String> fault(RemoteHttp.Answer answer) {
        if (answer.status() != SERVER_ERROR) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder();
        try {
            XMLStreamReader xml = in.createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.CHARACTERS) {
                    words.append(xml.getText()).append(' ');
                }
            }
        } catch (XMLStreamException noFault) {
            throw RemoteFailure.passing(RemoteFailure.SERVER_ERROR, "HTTP " + answer.status(), noFault);
        }
        return Optional.of(words.toString());
    }

    /** Whether a fault says that the token is not taken, or does not allow what was asked. */
    static boolean denied(String fault) {
        return fault.contains("web.unauthenticated")
                || fault.contains("security.")
                || fault.contains("core.forbidden")
                || fault.contains("FailedAuthentication")
                || fault.contains("InvalidSecurity");
    }

    private byte[] envelope(String token, String operation, List<Part> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = out.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("soap", "Envelope", SOAP);
            xml.writeNamespace("soap", SOAP);
            xml.writeStartElement("soap", "Header", SOAP);
            xml.writeStartElement("wsse", "Security", WSSE);
            xml.writeNamespace("wsse", WSSE);
            xml.writeAttribute("soap", SOAP, "mustUnderstand", "1");
            xml.writeStartElement("wsse", "UsernameToken", WSSE);
            element(xml, "wsse", WSSE, "Username", "token");
            xml.writeStartElement("wsse", "Password", WSSE);
            xml.writeAttribute("Type", PASSWORD_TEXT);
            xml.writeCharacters(token);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("soap", "Body", SOAP);
            xml.writeStartElement("g", operation, GROUP);
            xml.writeNamespace("g", GROUP);
            for (Part part : parts) {
                element(xml, "g", GROUP, part.name(), part.text());
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String prefix, String namespace, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(prefix, name, namespace);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
