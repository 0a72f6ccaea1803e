package vn.quyche.district.internal.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.internal.model.SchoolFailure;

/** Calls {@code listGroups} at {@code /soap/group/v1} of a school, the token as the password of a UsernameToken. */
final class SoapListClient implements ListClient {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String GROUP = "urn:vn:quyche:group:v1";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final int SERVER_ERROR = 500;

    private final RemoteHttp http;
    private final XMLInputFactory in = XMLInputFactory.newDefaultFactory();
    private final XMLOutputFactory out = XMLOutputFactory.newDefaultFactory();

    SoapListClient(RemoteHttp http) {
        this.http = http;
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        in.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    @Override
    public ListPage read(DistrictSchool school, String token, LocalDate day, Optional<String> after) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(school.address() + "/soap/group/v1"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope(token, day, after)))
                .build();
        RemoteHttp.Answer answer = http.send(request);
        if (answer.status() == SERVER_ERROR) {
            throw fault(answer, after.isPresent());
        }
        SchoolAnswers.requireList(answer, after.isPresent());
        try {
            return page(school, in.createXMLStreamReader(new ByteArrayInputStream(answer.body())));
        } catch (XMLStreamException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "XML", bad);
        }
    }

    private byte[] envelope(String token, LocalDate day, Optional<String> after) {
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
            xml.writeStartElement("g", "listGroups", GROUP);
            xml.writeNamespace("g", GROUP);
            if (after.isPresent()) {
                element(xml, "g", GROUP, "after", after.get());
            }
            element(xml, "g", GROUP, "size", String.valueOf(PAGE));
            element(xml, "g", GROUP, "day", day.toString());
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

    private static ListPage page(DistrictSchool school, XMLStreamReader xml) throws XMLStreamException {
        List<SchoolGroup> groups = new ArrayList<>();
        Optional<String> next = Optional.empty();
        boolean list = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT || !GROUP.equals(xml.getNamespaceURI())) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "groupList" -> list = true;
                case "schoolCode" -> requireSame(school, xml.getElementText());
                case "group" -> groups.add(group(xml));
                case "next" -> next = Optional.of(xml.getElementText()).filter(text -> !text.isEmpty());
                default -> {
                    // what a later contract adds is not for us
                }
            }
        }
        if (!list) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "groupList");
        }
        return new ListPage(groups, next);
    }

    /** A school whose code is not entered yet answers none. */
    private static void requireSame(DistrictSchool school, String code) {
        if (!code.isBlank() && !code.strip().equalsIgnoreCase(school.code())) {
            throw RemoteFailure.lasting(SchoolFailure.OTHER_SCHOOL, code);
        }
    }

    private static SchoolGroup group(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> cells = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                cells.put(xml.getLocalName(), xml.getElementText());
            }
        }
        return new SchoolGroup(
                cells.getOrDefault("id", ""),
                cells.getOrDefault("code", ""),
                cells.getOrDefault("name", ""),
                cells.getOrDefault("kind", ""),
                cells.getOrDefault("platform", ""),
                cells.getOrDefault("members", ""),
                cells.getOrDefault("leader", ""),
                cells.getOrDefault("administrator", ""),
                cells.getOrDefault("decisionNumber", ""),
                GroupJson.day(cells.getOrDefault("decisionDate", "")),
                cells.getOrDefault("remark", ""));
    }

    /** Faults come with status 500, whatever they mean: who is refused is told from their text. */
    private RemoteFailure fault(RemoteHttp.Answer answer, boolean following) {
        String text = "";
        try {
            XMLStreamReader xml = in.createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            StringBuilder words = new StringBuilder();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.CHARACTERS) {
                    words.append(xml.getText()).append(' ');
                }
            }
            text = words.toString();
        } catch (XMLStreamException noFault) {
            return RemoteFailure.passing(RemoteFailure.SERVER_ERROR, "HTTP " + answer.status(), noFault);
        }
        if (text.contains("core.bad-cursor") && following) {
            return RemoteFailure.passing(SchoolFailure.LOST_PLACE, text, null);
        }
        boolean denied = text.contains("web.unauthenticated")
                || text.contains("security.")
                || text.contains("core.forbidden")
                || text.contains("FailedAuthentication")
                || text.contains("InvalidSecurity");
        return denied
                ? RemoteFailure.lasting(RemoteFailure.DENIED, text)
                : RemoteFailure.passing(RemoteFailure.SERVER_ERROR, text, null);
    }
}
