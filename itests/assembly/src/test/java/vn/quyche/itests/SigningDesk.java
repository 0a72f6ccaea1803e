package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SmallPdf;
import vn.quyche.itests.kit.SmallSchool;

/** What it takes to sign in a school: it has a name, believes an authority, the principal has a token and decisions. */
final class SigningDesk {

    static final String SIGNING = "/api/signing/v1";
    static final String DOCUMENT = "/api/document/v1";

    /** Drafts, numbers, sends, and keeps the tokens. */
    final SchoolClient clerk;
    /** The principal's token. */
    final String token;
    /** What came back when its key was brought in. */
    final Answer key;

    private final SmallSchool school;
    private final OpenSslPki pki;

    SigningDesk(SmallSchool school, OpenSslPki pki) throws Exception {
        this.school = school;
        this.pki = pki;
        named();
        believe(OpenSslPki.ROOT, "&track=OFFICIAL");
        believe(OpenSslPki.AUTHORITY, "");
        loadLists();
        String person = school.principal
                .get("/api/directory/v1/people?q=Giang")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asText();
        clerk = school.account("giang", "Trần Giang", person, "RECORDS_CLERK");
        token = token();
        key = school.admin
                .post(
                        SIGNING + "/keys",
                        Map.of(
                                "serial",
                                "IT-0001",
                                "kind",
                                "FILE",
                                "file",
                                pki.base64("signer.p12"),
                                "password",
                                OpenSslPki.PASSWORD,
                                "scheme",
                                "RSA_PSS"))
                .expect(200);
    }

    /** The administrator loads the newest lists of revoked certificates. */
    void loadLists() throws Exception {
        for (byte[] list : pki.lists()) {
            Answer loaded = school.admin.raw("POST", SIGNING + "/trust/crls", list, "application/octet-stream");
            assertThat(loaded.status()).as(loaded.text()).isBetween(200, 201);
        }
    }

    /** An approved and numbered decision of the principal: what to sign. */
    Map<String, Object> decision(int number) {
        byte[] pdf = SmallPdf.of("Quyet dinh " + number);
        String file = clerk.raw("POST", DOCUMENT + "/uploads?fileName=quyet-dinh.pdf", pdf, "application/pdf")
                .expect(201)
                .json()
                .path("id")
                .asText();
        String id = clerk.create(
                DOCUMENT + "/outgoing",
                Map.of(
                        "kind",
                        "DECISION",
                        "subject",
                        "Về việc thử " + number,
                        "unitCode",
                        "",
                        "urgency",
                        "NORMAL",
                        "recipients",
                        List.of("Lưu: VT"),
                        "approverId",
                        school.principalId,
                        "signerId",
                        school.principalId,
                        "capacity",
                        "HEAD",
                        "fileId",
                        file,
                        "versionNote",
                        ""));
        String one = DOCUMENT + "/outgoing/" + id;
        String sha256 = clerk.post(one + "/submission", Map.of())
                .expect(200)
                .json()
                .path("sha256")
                .asText();
        school.principal.post(one + "/approval", Map.of("sha256", sha256)).expect(200);
        clerk.post(one + "/number", Map.of()).expect(200);
        return Map.of("documentId", id, "sha256", sha256);
    }

    /** Documents are numbered with the abbreviation of the school. */
    private void named() {
        Answer seen = school.principal.get("/api/directory/v1/school").expect(200);
        school.principal
                .put(
                        "/api/directory/v1/school",
                        Map.of(
                                "name", "Trường Tiểu học Thử",
                                "code", "79000999",
                                "abbreviation", "THT",
                                "place", "Thử",
                                "address", "Thôn Đông"),
                        "If-Match",
                        seen.headers().firstValue("ETag").orElseThrow())
                .expect(200);
    }

    private void believe(String authority, String track) throws Exception {
        byte[] certificate = pki.bytes(authority + ".cer");
        String fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        school.admin
                .raw(
                        "POST",
                        SIGNING + "/trust?fingerprint=" + fingerprint + track,
                        certificate,
                        "application/octet-stream")
                .expect(201);
    }

    /** In her hands, for decisions. */
    private String token() throws Exception {
        String id = clerk.create(
                SIGNING + "/tokens",
                Map.of(
                        "serial", "IT-0001",
                        "kind", "PERSONAL",
                        "provider", "Nhà cung cấp thử",
                        "purpose", "Ký văn bản",
                        "holderId", school.principalId,
                        "place", "Két sắt",
                        "remark", "",
                        "certificate", pki.base64("signer.pem")));
        String paper = clerk.create(
                SIGNING + "/hand-overs",
                Map.of(
                        "tokenId", id,
                        "kind", "ISSUE",
                        "receiverId", school.principalId,
                        "place", "Phòng hiệu trưởng",
                        "reason", "Giao để ký",
                        "condition", ""));
        school.principal
                .post(SIGNING + "/hand-overs/" + paper + "/confirmation", Map.of())
                .expect(200);
        LocalDate today = LocalDate.now(VietnamTime.ZONE);
        school.principal.create(
                SIGNING + "/tokens/" + id + "/scopes",
                Map.of(
                        "kinds",
                        List.of("QĐ"),
                        "from",
                        today.toString(),
                        "to",
                        today.plusDays(10).toString(),
                        "most",
                        0,
                        "delegationId",
                        "",
                        "basis",
                        "Hiệu trưởng"));
        return id;
    }
}
