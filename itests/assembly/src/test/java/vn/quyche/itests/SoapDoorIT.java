package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The SOAP door, as a system of the district uses it, and as somebody does who means no good. */
@ExtendWith(SharedSchool.class)
class SoapDoorIT {

    private static final String DOOR = "/soap/group/v1";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

    private final SmallSchool school;

    SoapDoorIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    void servesItsContract() {
        Answer contract = school.anonymous.get(DOOR + "?wsdl").expect(200);
        assertThat(contract.text()).contains("listGroups", "listInspections", "countDuties", "urn:vn:quyche:group:v1");
    }

    @Test
    void listsTheGroupsForTheDistrict() {
        Answer answer = send("", token("phong", SchoolClient.PASSWORD), list("<g:size>10</g:size>"))
                .expect(200);
        assertThat(answer.text()).contains("Nhóm toàn trường", "12/QĐ").doesNotContain("Fault");
    }

    @Test
    void refusesWhoeverIsNotTheDistrict() {
        assertFault(send("", "", list("")), "web.unauthenticated", "401");
        assertFault(send("", token("phong", "wrong-password"), list("")), "security.bad-credentials", "401");
        assertFault(send("", token("binh", SchoolClient.PASSWORD), list("")), "core.forbidden", "403");
        assertFault(
                send("", token("phong", SchoolClient.PASSWORD).replace("#PasswordText", "#PasswordDigest"), list("")),
                "web.unauthenticated",
                "401");
    }

    @Test
    void refusesWhatTheContractDoesNotHave() {
        String token = token("phong", SchoolClient.PASSWORD);
        assertFault(send("", token, list("<g:size>0</g:size>")), "web.bad-xml", "400");
        assertFault(send("", token, list("<g:colour>red</g:colour>")), "web.bad-xml", "400");
        assertFault(send("", token, "<g:dropGroups xmlns:g=\"urn:vn:quyche:group:v1\"/>"), "web.bad-xml", "400");
        assertFault(post(bytes("<soap:Envelope")), "web.bad-xml", "400");
        assertFault(post(bytes("")), "web.bad-xml", "400");
    }

    @Test
    void givesTheFiguresThatRestGives() {
        sign(school.principal.create(
                "/api/group/v1/inspections", Map.of("groupId", school.groupId, "period", "2025-03")));
        sign(school.principal.create(
                "/api/group/v1/inspections", Map.of("groupId", school.groupId, "period", "2025-04")));
        Map<String, Object> directive = new HashMap<>(school.directive("Nộp số liệu"));
        directive.put("deadline", "2098-03-05T10:00:00Z");
        school.principal.create("/api/group/v1/directives?issue=true", directive);
        String token = token("phong", SchoolClient.PASSWORD);

        String months = months("2025-03", "2025-04");
        Answer first = send("", token, ask("listInspections", months + "<g:size>1</g:size>"))
                .expect(200);
        String next = texts(first, "next").get(0);
        Answer second = send(
                        "", token, ask("listInspections", months + "<g:after>" + next + "</g:after><g:size>1</g:size>"))
                .expect(200);
        List<Map<String, String>> reports = new ArrayList<>(rows(first, "inspection"));
        reports.addAll(rows(second, "inspection"));
        assertThat(reports).hasSize(2);
        assertThat(texts(second, "next")).isEmpty();
        assertSame(
                school.system
                        .get("/api/group/v1/inspected?from=2025-03&to=2025-04")
                        .expect(200)
                        .json()
                        .path("items"),
                reports);

        Answer counts = send("", token, ask("countDuties", months("2098-03", "2098-04")))
                .expect(200);
        JsonNode lines = school.system
                .get("/api/duty/v1/summaries?from=2098-03&to=2098-04")
                .expect(200)
                .json()
                .get(0)
                .path("lines");
        assertThat(texts(counts, "month")).isNotEmpty().containsOnly("2098-03");
        List<Map<String, String>> rows = rows(counts, "count");
        rows.forEach(row -> row.remove("month"));
        assertSame(lines, rows);
        assertThat(counts.text() + first.text()).doesNotContain("Bình", "Hạnh");
    }

    @Test
    void givesFiguresToTheDistrictOnlyAndForMonthsOnly() {
        for (String operation : List.of("listInspections", "countDuties")) {
            String october = ask(operation, months("2026-10", "2026-10"));
            assertFault(send("", "", october), "web.unauthenticated", "401");
            assertFault(send("", token("binh", SchoolClient.PASSWORD), october), "core.forbidden", "403");
            String token = token("phong", SchoolClient.PASSWORD);
            assertFault(send("", token, ask(operation, "<g:from>2026-10</g:from>")), "web.bad-xml", "400");
            assertFault(send("", token, ask(operation, months("2026-10-01", "2026-10"))), "web.bad-xml", "400");
            assertFault(send("", token, ask(operation, months("2026-13", "2026-13"))), "web.bad-xml", "400");
            assertFault(send("", token, ask(operation, months("2026-10", "2026-09"))), "core.bad-months", "400");
            assertFault(send("", token, ask(operation, months("2024-10", "2026-10"))), "core.bad-months", "400");
        }
        String elsewhere = months("2026-10", "2026-10") + "<g:after>x</g:after>";
        assertFault(
                send("", token("phong", SchoolClient.PASSWORD), ask("listInspections", elsewhere)),
                "core.bad-cursor",
                "400");
        String listOnly = token("token", tokenFor("group:collect"));
        send("", listOnly, ask("listInspections", months("2026-10", "2026-10"))).expect(200);
        assertFault(send("", listOnly, ask("countDuties", months("2026-10", "2026-10"))), "core.forbidden", "403");
    }

    private void sign(String inspection) {
        String path = "/api/group/v1/inspections/" + inspection;
        school.principal
                .put(path, Map.of("conclusion", "Đúng quy định"), "If-Match", tag(path))
                .expect(200);
        school.principal
                .post(path + "/signature", Map.of(), "If-Match", tag(path))
                .expect(200);
    }

    private String tag(String path) {
        return school.principal
                .get(path)
                .expect(200)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private String tokenFor(String permission) {
        return school.system
                .post(
                        "/api/security/v1/tokens",
                        Map.of(
                                "password",
                                SchoolClient.PASSWORD,
                                "name",
                                "Phòng",
                                "permissions",
                                List.of(permission),
                                "expiresOn",
                                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                                        .plusDays(30)
                                        .toString()))
                .expect(201)
                .json()
                .path("secret")
                .asText();
    }

    /** Each field that the answer by SOAP has, as REST has it: what JSON leaves out is zero. */
    private static void assertSame(JsonNode rest, List<Map<String, String>> soap) {
        assertThat(rest).hasSameSizeAs(soap);
        for (int i = 0; i < soap.size(); i++) {
            JsonNode item = rest.get(i);
            assertThat(soap.get(i).keySet()).containsAll(item::fieldNames);
            soap.get(i)
                    .forEach((field, text) ->
                            assertThat(item.path(field).asText("0")).as(field).isEqualTo(text));
        }
    }

    private static List<String> texts(Answer answer, String name) {
        NodeList found = elements(answer, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static List<Map<String, String>> rows(Answer answer, String name) {
        NodeList found = elements(answer, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    NodeList cells = found.item(i).getChildNodes();
                    for (int cell = 0; cell < cells.getLength(); cell++) {
                        row.put(
                                cells.item(cell).getLocalName(),
                                cells.item(cell).getTextContent());
                    }
                    return row;
                })
                .toList();
    }

    private static NodeList elements(Answer answer, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes(answer.text())))
                    .getElementsByTagNameNS("urn:vn:quyche:group:v1", name);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    private static String months(String from, String to) {
        return "<g:from>" + from + "</g:from><g:to>" + to + "</g:to>";
    }

    /** The bomb would go off for longer than anybody waits. */
    @Test
    @Timeout(120)
    void readsNoFilesAndExpandsNoEntities() throws Exception {
        Path secret = Files.writeString(Path.of("target/secret.txt").toAbsolutePath(), "bí-mật-của-máy");
        String token = token("phong", SchoolClient.PASSWORD);
        Answer file = send(
                "<!DOCTYPE a [<!ENTITY f SYSTEM \"" + secret.toUri() + "\">]>", token, list("<g:after>&f;</g:after>"));
        assertFault(file, "web.bad-xml", "400");
        assertThat(file.text()).doesNotContain("bí-mật");

        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        Answer bombed = send(bomb + "]>", token, list("<g:after>&e29;</g:after>"));
        assertFault(bombed, "web.bad-xml", "400");
    }

    @Test
    void refusesABodyOfMoreThanTenMegabytes() {
        Answer answer = send(
                "", token("phong", SchoolClient.PASSWORD), list("<g:after>" + "x".repeat(11 << 20) + "</g:after>"));
        assertThat(answer.status()).isIn(413, 500);
        assertThat(answer.text()).contains("web.body-too-large");
    }

    private Answer send(String prolog, String header, String body) {
        return post(bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prolog
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>" + header
                + "</soap:Header><soap:Body>" + body + "</soap:Body></soap:Envelope>"));
    }

    private Answer post(byte[] message) {
        return school.anonymous.raw("POST", DOOR, message, "text/xml; charset=utf-8", "SOAPAction", "\"\"");
    }

    private static String list(String inside) {
        return ask("listGroups", inside);
    }

    private static String ask(String operation, String inside) {
        return "<g:" + operation + " xmlns:g=\"urn:vn:quyche:group:v1\">" + inside + "</g:" + operation + ">";
    }

    private static String token(String account, String password) {
        return "<w:Security xmlns:w=\"" + WSSE + "\"><w:UsernameToken><w:Username>" + account
                + "</w:Username><w:Password Type=\"" + TEXT + "\">" + password
                + "</w:Password></w:UsernameToken></w:Security>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertFault(Answer answer, String code, String status) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 500);
        assertThat(answer.text())
                .contains("Fault")
                .contains("code>" + code + "<")
                .contains("status>" + status + "<")
                .doesNotContain("Exception", "vn.quyche.core");
    }
}
