package vn.quyche.core.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.SoapDoor;
import vn.quyche.core.web.internal.http.TestDoors;

/** The SOAP door as its callers meet it: over HTTP, with the server that the container uses. */
class SoapPublisherTest {

    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final String DIGEST =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SoapDoor door = new ThingDoor(new ThingSoap());
    private TestDoors doors;
    private SoapPublisher publisher;
    private URI address;

    @TempDir
    java.nio.file.Path folder;

    @XmlRootElement(name = "ask", namespace = "urn:test:thing")
    @XmlType(
            name = "",
            propOrder = {"what", "count"})
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class Ask {
        @XmlElement(namespace = "urn:test:thing")
        public String what;

        @XmlElement(namespace = "urn:test:thing")
        public Integer count;
    }

    @XmlRootElement(name = "answer", namespace = "urn:test:thing")
    @XmlType(name = "")
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class Answer {
        @XmlElement(namespace = "urn:test:thing")
        public String text;
    }

    @WebService(
            name = "Things",
            targetNamespace = "urn:test:thing",
            serviceName = "ThingService",
            portName = "ThingPort",
            wsdlLocation = "wsdl/thing.wsdl")
    @SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
    public static final class ThingSoap {

        @WebMethod(operationName = "ask")
        @WebResult(name = "answer", targetNamespace = "urn:test:thing")
        public Answer ask(@WebParam(name = "ask", targetNamespace = "urn:test:thing") Ask ask) {
            Caller caller = new MessageCallers().current();
            if (ask.what.equals("picture")) {
                throw new Refused("BC.6.8", "test.pictures", 11);
            }
            if (ask.what.equals("broken")) {
                throw new IllegalStateException("jdbc:derby:/secret/place");
            }
            Answer answer = new Answer();
            answer.text = caller.accountId() + " " + caller.door() + " " + ask.what;
            return answer;
        }
    }

    private record ThingDoor(Object implementor) implements SoapDoor {
        @Override
        public String domain() {
            return "thing";
        }
    }

    @BeforeEach
    void open() throws Exception {
        doors = new TestDoors(Map.of("body_max_bytes", 50_000L, "failures_per_minute", 3));
        publisher = new SoapPublisher(null, doors.edge, doors.authentication, doors.problems, doors.limits);
        publisher.addDoor(door);
        address = doors.serve("/soap/*", publisher).resolve("/soap/thing/v1");
    }

    @AfterEach
    void close() throws Exception {
        doors.close();
        publisher.stop();
    }

    private static String header(String name, String password, String type) {
        return "<s:Header><w:Security xmlns:w='" + WSSE + "' s:mustUnderstand='1'><w:UsernameToken><w:Username>" + name
                + "</w:Username><w:Password Type='" + type + "'>" + password
                + "</w:Password></w:UsernameToken></w:Security></s:Header>";
    }

    private static String right() {
        return header(TestDoors.NAME, TestDoors.PASSWORD, TEXT);
    }

    private static String envelope(String header, String body) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>" + header + "<s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    private static String ask(String what) {
        return "<t:ask xmlns:t='urn:test:thing'><t:what>" + what + "</t:what></t:ask>";
    }

    private HttpResponse<String> post(String message) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(BodyPublishers.ofString(message))
                        .build(),
                BodyHandlers.ofString());
    }

    private void fault(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        assertThat(response.body())
                .contains("<p:code>" + code + "</p:code>")
                .contains("<p:correlationId>"
                        + response.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    @Test
    void tellsTheImplementorWhoCalls() throws Exception {
        HttpResponse<String> response = post(envelope(right(), ask("Tổ Toán")));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains("account-lan SOAP Tổ Toán");
    }

    @Test
    void takesAnApiTokenAsThePasswordOfToken() throws Exception {
        assertThat(post(envelope(header("token", TestDoors.TOKEN, TEXT), ask("a")))
                        .statusCode())
                .isEqualTo(200);
        fault(post(envelope(header("token", "qy_wrong", TEXT), ask("a"))), "security.bad-token");
    }

    @Test
    void bearsATimeStampBesideTheToken() throws Exception {
        java.time.Instant now = java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        String stamp = "<u:Timestamp xmlns:u='" + WSU + "'><u:Created>" + now + "</u:Created><u:Expires>"
                + now.plusSeconds(60) + "</u:Expires></u:Timestamp></w:Security>";

        HttpResponse<String> response = post(envelope(right().replace("</w:Security>", stamp), ask("a")));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void refusesAMessageWithoutTheRightToken() throws Exception {
        fault(post(envelope("", ask("a"))), "web.unauthenticated");
        fault(post(envelope("<s:Header/>", ask("a"))), "web.unauthenticated");
        fault(post(envelope(header(TestDoors.NAME, "wrong", TEXT), ask("a"))), "security.bad-credentials");
        fault(post(envelope(header(TestDoors.NAME, "abc=", DIGEST), ask("a"))), "web.unauthenticated");
    }

    @Test
    void makesOneWaitAfterTooManyWrongPasswords() throws Exception {
        for (int i = 0; i < 3; i++) {
            fault(post(envelope(header("nobody", "wrong", TEXT), ask("a"))), "security.bad-credentials");
        }
        fault(post(envelope(right(), ask("a"))), "web.too-many-requests");
    }

    @Test
    void namesTheClauseInTheDetailOfAFault() throws Exception {
        HttpResponse<String> response = post(envelope(right(), ask("picture")));

        fault(response, "test.pictures");
        assertThat(response.body())
                .contains("<p:clause>BC.6.8</p:clause>")
                .contains("<p:next>test.pictures.next</p:next>")
                .contains("<faultcode>soap:Client</faultcode>");
    }

    @Test
    void leaksNothingOfAnUnexpectedError() throws Exception {
        HttpResponse<String> response = post(envelope(right(), ask("broken")));

        fault(response, "core.unexpected");
        assertThat(response.body())
                .contains("<faultcode>soap:Server</faultcode>")
                .doesNotContain("derby")
                .doesNotContain("IllegalState");
    }

    @Test
    void checksMessagesAgainstTheContract() throws Exception {
        fault(post(envelope(right(), ask("a").replace("</t:ask>", "<t:count>many</t:count></t:ask>"))), "web.bad-xml");
        fault(post(envelope(right(), ask("a").replace("t:what", "t:other"))), "web.bad-xml");
        fault(post(envelope(right(), "<t:unknown xmlns:t='urn:test:thing'/>")), "web.bad-xml");
        fault(post("no xml at all"), "web.bad-xml");
        fault(post(""), "web.bad-xml");
    }

    @Test
    void resolvesNoEntities() throws Exception {
        java.nio.file.Path secret = folder.resolve("secret.txt");
        java.nio.file.Files.writeString(secret, "top-secret-content");
        String outside = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";
        String laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;'>]>";

        HttpResponse<String> file = post(outside + envelope(right(), ask("&x;")));
        HttpResponse<String> laughter = post(laughs + envelope(right(), ask("&x;")));

        fault(file, "web.bad-xml");
        assertThat(file.body()).doesNotContain("top-secret-content");
        fault(laughter, "web.bad-xml");
        assertThat(laughter.body()).doesNotContain("hahaha");
    }

    @Test
    void refusesAMessageThatIsTooLargeOrTooDeep() throws Exception {
        HttpResponse<String> large = post(envelope(right(), ask("a".repeat(60_000))));
        assertThat(large.statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(BodyPublishers.ofInputStream(() ->
                                new java.io.ByteArrayInputStream(envelope(right(), ask("a".repeat(60_000)))
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                        .build(),
                BodyHandlers.ofString());
        fault(chunked, "web.body-too-large");
        fault(post(envelope(right(), "<a>".repeat(2_000) + "</a>".repeat(2_000))), "web.bad-xml");
    }

    @Test
    void showsItsContractToAnyoneAndNothingElse() throws Exception {
        HttpResponse<String> wsdl = get("?wsdl");

        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.body()).contains("name=\"ThingsBinding\"").contains("location=\"" + address + "\"");
        assertThat(get("").statusCode()).isEqualTo(405);
        assertThat(http.send(HttpRequest.newBuilder(address.resolve("/soap/")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> get(String query) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address + query)).build(), BodyHandlers.ofString());
    }

    @Test
    void closesTheDoorWithItsDomain() throws Exception {
        publisher.removeDoor(door);
        assertThat(post(envelope(right(), ask("a"))).statusCode()).isEqualTo(404);

        publisher.addDoor(door);
        assertThat(post(envelope(right(), ask("a"))).statusCode()).isEqualTo(200);
    }
}
