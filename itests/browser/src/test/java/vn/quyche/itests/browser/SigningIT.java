package vn.quyche.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import vn.quyche.itests.kit.SmallPdf;

/** A letter from its approval to its seal, as those do it who have a token; and what others see of it. */
@Order(3)
@ExtendWith(OneSchool.class)
class SigningIT {

    private final DemoSchool school;
    private final Chromium browser;

    @TempDir
    Path folder;

    SigningIT(DemoSchool school, Chromium browser) {
        this.school = school;
        this.browser = browser;
        browser.desk();
    }

    @Test
    void signsAndSealsALetterThatAnybodyCanCheck() throws IOException {
        String letter = approved();
        sign(letter);
        seal(letter);
        Path file = signedFile(letter);
        browser.nobody().phone().open("/signing/verify");
        browser.attach("Tệp cần kiểm tra", file);
        browser.press("Kiểm tra");
        browser.see("HỢP LỆ · ").see(school.principal.name()).see("Trường TH&THCS Hoa Sen");
        assertThat(browser.text()).doesNotContain("KHÔNG HỢP LỆ");
        browser.settled().attach("Tệp cần kiểm tra", changed(file));
        browser.press("Kiểm tra");
        browser.see("KHÔNG HỢP LỆ · ");
    }

    /** The principal approves what waits for it, the clerk gives it its number. */
    private String approved() {
        browser.as(school.principal).open("/document/outgoing?state=SUBMITTED");
        browser.go("Tờ trình: Về việc thanh lý thiết bị hỏng phòng tin học");
        String letter = browser.path();
        browser.press("Duyệt");
        confirm();
        browser.see("Đã duyệt, chờ số");
        browser.as(school.clerk).open(letter);
        browser.press("Cấp số");
        confirm();
        browser.see("Có số, chờ ký");
        return letter.substring(letter.lastIndexOf('/') + 1);
    }

    private void sign(String letter) {
        browser.as(school.principal).open("/").see("Văn bản chờ ký số, đóng dấu");
        browser.open("/signing/sign/" + letter + "/stamps");
        browser.fill("Cách mép trái", "120,5");
        browser.go("Dùng các chỗ này");
        browser.fill("Mã PIN", "000000");
        browser.go("Ký số");
        browser.see("Mã PIN của USB HS-0001 không đúng").see("Sai hai lần liền");
        browser.fill("Mã PIN", school.pin);
        browser.go("Ký số");
        browser.see("Đã ký số").see("Văn thư đóng dấu của trường rồi phát hành.");
    }

    private void seal(String letter) {
        browser.as(school.clerk).phone().open("/signing/sign?state=SIGNED");
        browser.see("thanh lý thiết bị");
        browser.open("/signing/sign/" + letter);
        browser.fill("Mã PIN", school.pin);
        browser.go("Đóng dấu");
        browser.see("Chữ ký của Trường TH&THCS Hoa Sen");
        browser.go("Kiểm tra chữ ký số");
        browser.see("HỢP LỆ · ");
        browser.desk().open("/signing/sign?state=SIGNED").see("Đã đóng dấu");
        browser.open("/document/outgoing/" + letter);
        browser.go("Phát hành");
        browser.see("Đã phát hành");
    }

    /** The file as it is given out. */
    private Path signedFile(String letter) throws IOException {
        Object bytes = browser.later(
                "const [letter, done] = arguments;"
                        + "const link = [...document.querySelectorAll('.files a')].filter(a => a.innerText.includes('da-ky'))[0];"
                        + "fetch(link.href).then(r => r.arrayBuffer()).then(b => done(btoa("
                        + "[...new Uint8Array(b)].map(c => String.fromCharCode(c)).join(''))), e => done('' + e))",
                letter);
        return Files.write(folder.resolve("da-ky.pdf"), Base64.getDecoder().decode(String.valueOf(bytes)));
    }

    /** Somebody has changed it afterwards: a byte in the middle of what was signed. */
    private Path changed(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 8] ^= 1;
        return Files.write(folder.resolve("da-sua.pdf"), bytes);
    }

    @Test
    void signsManyWithOnePin() {
        browser.as(school.principal).open("/signing/sign");
        int waiting = browser.all("#list tbody tr").size();
        assertThat(waiting).isGreaterThan(2);
        for (int i = 0; i < 2; i++) {
            browser.all("#list [data-pick]").get(i).click();
        }
        browser.see("2 mục đã chọn");
        browser.shown(By.cssSelector(".bulk button[type=submit], .bulk button")).click();
        browser.see("Ký 2 văn bản").settled();
        browser.fill("Mã PIN", school.pin);
        browser.go("Ký số");
        browser.see("Đã ký 2, không ký được 0, tổng số 2.");
        browser.open("/signing/sign");
        assertThat(browser.all("#list tbody tr")).hasSize(waiting - 2);
    }

    /** The real agent beside the browser: it shows a code, asks for the PIN, and the key never leaves its file. */
    @Test
    void signsWithAKeyOnThePcOfWhoSigns() throws IOException {
        try (SigningAgent agent = SigningAgent.start(folder, school.keyFile("hs-0001"), school.pin)) {
            browser.as(school.principal).open("/signing/sign");
            browser.go("Ký số");
            browser.press("Ký bằng USB ở máy này");
            browser.await(
                    "the page of the signature; the agent says: " + agent.said(),
                    () -> browser.path().startsWith("/signing/signatures/"));
            browser.settled().see("Chữ ký của " + school.principal.name());
            browser.go("Kiểm tra chữ ký số");
            browser.see("HỢP LỆ · ");
            browser.open("/signing/preparations").see("Đã ký");
            givesOneUp();
            assertThat(agent.said()).contains(school.process.uri("/").getAuthority());
        }
    }

    /** Number and seal show at two places: two signatures with one PIN. */
    @Test
    void sealsWithTheTokenOnTheClerksPc() throws IOException {
        browser.as(school.principal).open("/signing/sign");
        browser.go("Ký số");
        String letter = browser.path().substring(browser.path().lastIndexOf('/') + 1);
        browser.fill("Mã PIN", school.pin);
        browser.go("Ký số");
        browser.see("Văn thư đóng dấu của trường rồi phát hành.");
        try (SigningAgent agent = SigningAgent.start(folder, school.keyFile("hs-0003"), school.pin)) {
            browser.as(school.clerk).open("/signing/sign/" + letter);
            browser.press("Ký bằng USB ở máy này");
            browser.await(
                    "the page of the signature; the agent says: " + agent.said(),
                    () -> browser.path().startsWith("/signing/signatures/"));
            browser.settled().see("Chữ ký của Trường TH&THCS Hoa Sen");
            browser.go("Kiểm tra chữ ký số");
            browser.see("HỢP LỆ · ");
            assertThat(agent.said()).contains("ký tối đa 2 lần");
            // what the principal signed, without number and seal
            Object type = browser.later(
                    "const done = arguments[0]; fetch(document.querySelector("
                            + "'a[href*=\"/check/revision?number=1\"]').href).then(r => done(r.status + ' ' + r.headers.get('Content-Type')))");
            assertThat(type).isEqualTo("200 application/pdf");
        }
    }

    /** What the clerk brings in is prepared with the form; its number comes with the signature. */
    @Test
    void certifiesACopyWithTheTokenOnTheClerksPc() throws IOException {
        try (SigningAgent agent = SigningAgent.start(folder, school.keyFile("hs-0003"), school.pin)) {
            browser.as(school.clerk).open("/signing/copies/new");
            browser.fill("Văn bản được sao", "12/QĐ-PGDĐT");
            browser.press("Ký bằng USB ở máy này");
            assertThat(browser.path()).isEqualTo("/signing/copies/new");
            browser.fill("Người cho sao", "Hiệu trưởng");
            browser.attach("Tệp PDF", Files.write(folder.resolve("ban-goc.pdf"), SmallPdf.of("Quyet dinh 12")));
            browser.press("Ký bằng USB ở máy này");
            browser.await(
                    "the page of the copy; the agent says: " + agent.said(),
                    () -> browser.path().matches("/signing/copies/[0-9A-Z]{26}"));
            browser.settled().see("/SY-").see("12/QĐ-PGDĐT");
        }
    }

    /** A value that will never come. */
    private void givesOneUp() {
        browser.open("/signing/sign");
        browser.go("Ký số");
        browser.later(
                "const done = arguments[0], one = document.querySelector('[data-agent-document]').dataset,"
                        + " token = document.querySelector('[data-agent-token]').dataset;"
                        + "fetch('/api/signing/v1/preparations', {method: 'POST', headers: {'Content-Type': 'application/json',"
                        + " 'X-CSRF-Token': document.querySelector('meta[name=csrf]').content}, body: JSON.stringify({documentId: one.id,"
                        + " sha256: one.sha256, tokenId: token.agentToken, kind: token.kind, level: 'B'})}).then(r => done(r.status))");
        browser.open("/signing/preparations?state=OPEN");
        browser.press("Thôi ký");
        browser.see("Đã thôi");
    }

    private void confirm() {
        browser.shown(By.id("confirm-yes")).click();
    }
}
