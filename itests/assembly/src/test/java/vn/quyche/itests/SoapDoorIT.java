package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
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
        assertThat(contract.text()).contains("listGroups", "urn:vn:quyche:group:v1");
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
        return "<g:listGroups xmlns:g=\"urn:vn:quyche:group:v1\">" + inside + "</g:listGroups>";
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
