package vn.quyche.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;

/** What people do with Quyche, done as they do it. */
@Order(1)
@ExtendWith(OneSchool.class)
class FlowsIT {

    private static final String NEW_PASSWORD = "Mua-thu-2026";

    private final DemoSchool school;
    private final Chromium browser;

    FlowsIT(DemoSchool school, Chromium browser) {
        this.school = school;
        this.browser = browser;
        browser.desk();
    }

    @Test
    void signsInAndIsToldWhatIsWrong() {
        DemoSchool.Person somebody = school.newcomer("Lê Thử Khóa", "STAFF");
        browser.nobody().open("/group/groups");
        assertThat(browser.path()).isEqualTo("/sign-in");
        browser.signIn(somebody.userName(), "sai-mat-khau");
        browser.see("Tên đăng nhập hoặc mật khẩu không đúng.");
        assertThat(browser.field("Tên đăng nhập").getDomProperty("value")).isEqualTo(somebody.userName());
        for (int attempt = 0; attempt < 10 && !browser.text().contains("tạm khóa"); attempt++) {
            browser.fill("Mật khẩu", "sai-mat-khau-" + attempt);
            browser.go("Đăng nhập");
        }
        browser.see("Đăng nhập tạm khóa đến").see("đề nghị quản trị hệ thống mở khóa");
        // who is somebody else gets in from here, and to where they wanted to go
        browser.signIn(school.teacher.userName(), school.teacher.password());
        browser.await("the page that was asked for", () -> browser.path().equals("/group/groups"));
    }

    @Test
    void setsAPasswordAtTheFirstSignIn() {
        DemoSchool.Person newcomer = school.newcomer("Trần Mới Vào", "STAFF");
        browser.nobody().signIn(newcomer.userName(), newcomer.password());
        browser.see("Đây là lần đăng nhập đầu tiên.");
        browser.open("/group/directives");
        assertThat(browser.path()).isEqualTo("/password");
        browser.fill("Mật khẩu hiện tại", newcomer.password());
        browser.fill("Mật khẩu mới", NEW_PASSWORD);
        browser.fill("Gõ lại mật khẩu mới", NEW_PASSWORD + "x");
        browser.go("Đổi mật khẩu");
        browser.see("Hai lần gõ mật khẩu mới không giống nhau.");
        browser.fill("Mật khẩu hiện tại", newcomer.password());
        browser.fill("Mật khẩu mới", NEW_PASSWORD);
        browser.fill("Gõ lại mật khẩu mới", NEW_PASSWORD);
        browser.go("Đổi mật khẩu");
        assertThat(browser.path()).isEqualTo("/group/directives");
    }

    @Test
    void importsTheStaffListAfterADryRun() {
        browser.as(school.principal).open("/directory/imports");
        browser.attach("Tệp danh sách", Things.staffList());
        browser.press("Đọc thử");
        browser.see("Sẽ thêm 2 người, sửa 0 người. 1 dòng lỗi sẽ bỏ qua.");
        browser.see("Ngày \"31/02/1990\" không đọc được.");
        browser.choose("Phiếu tiếp nhận cho người mới vào trường", "Chuyển công tác đến");
        browser.press("Lỗi");
        browser.settled().seeNoMore("Lò Thị Xuân Mai");
        browser.press("Cập nhật danh bạ");
        browser.see("Thêm 2 người và sửa 0 người trong danh bạ?");
        confirm();
        browser.see("Đã cập nhật");
        browser.open("/directory/people?q=xuan+mai").see("Lò Thị Xuân Mai");
        browser.phone().open("/directory/joinings").see("Lò Thị Xuân Mai").see("Quàng Văn Thắng");
        browser.see("Chuyển công tác đến");
    }

    @Test
    void setsUpAGroup() {
        browser.as(school.principal).open("/group/groups");
        browser.go("Đăng ký nhóm");
        browser.fill("Tên nhóm", "Tổ Văn – Sử – Địa THHS");
        browser.choose("Loại nhóm", "Chuyên môn");
        browser.choose("Ứng dụng", "Zalo");
        browser.tick("Tổ Văn – Sử – Địa");
        browser.choose("Trưởng nhóm theo chức vụ", "Hiệu trưởng");
        browser.fill("Số, ký hiệu", "57/QĐ-THHS");
        browser.set("Ngày ký", Things.day(-3));
        browser.fill("Người ký", school.principal.name());
        browser.go("Đăng ký nhóm");
        browser.see("Đã đăng ký nhóm Tổ Văn – Sử – Địa THHS.").see("Chưa có trong nhóm (8)");
    }

    @Test
    void sendsADirectiveToAUnitAndSeesItsReceipts() {
        browser.as(school.principal).open("/group/directives/new");
        browser.choose("Nhóm", "Hội đồng sư phạm THHS");
        browser.fill("Nội dung chính", "Rà soát đề cương ôn tập");
        browser.fill("Nội dung chỉ đạo", "Tổ gửi đề cương về văn phòng.");
        browser.set("Thời hạn", Things.time(3));
        browser.tick("Tổ Ngoại ngữ");
        browser.press("Lưu và xem trước");
        browser.see("Sẽ gửi đến 8 người").see("Tổ Ngoại ngữ (8)");
        browser.press("Ban hành chỉ đạo");
        confirm();
        browser.see("Đã ban hành chỉ đạo số");
        browser.phone().open(browser.path() + "/receipts");
        browser.press("Tổ Ngoại ngữ");
        browser.settled().see("Chưa nhận");
        assertThat(browser.address()).contains("unit=");
    }

    @Test
    void composesPreviewsAndIssuesADirectiveThatIsReadOnAPhone() {
        browser.as(school.principal).open("/group/directives");
        browser.go("Soạn chỉ đạo");
        browser.choose("Nhóm", "Hội đồng sư phạm THHS");
        browser.fill("Nội dung chính", "Khai giảng câu lạc bộ đọc sách");
        browser.fill("Nội dung chỉ đạo", "Các lớp đăng ký danh sách.\nGửi trước thứ Sáu.");
        browser.set("Thời hạn", Things.time(3));
        browser.pick("Người nhận", school.teacher.name());
        browser.pick("Người nhận", school.clerk.name());
        browser.fill("Sự kiện của ảnh", "Câu lạc bộ đọc sách");
        browser.attach("Tệp đính kèm", Things.picture());
        browser.press("Lưu và xem trước");
        browser.see("Sẽ gửi đến 2 người").see(school.teacher.name()).see(".jpg");
        browser.press("Ban hành chỉ đạo");
        browser.see("Chỉ đạo sẽ được cấp số và gửi đến 2 người.");
        confirm();
        browser.see("Đã ban hành chỉ đạo số");
        String directive = browser.path();

        browser.phone().as(school.teacher).open("/");
        browser.see("Khai giảng câu lạc bộ đọc sách");
        browser.go("Khai giảng câu lạc bộ đọc sách");
        browser.see("Các lớp đăng ký danh sách.");
        browser.go("Xác nhận đã nhận");
        browser.see("Đã xác nhận.");
        // the words stand on among the facts; the button is gone
        assertThatThrownBy(() -> browser.button("Xác nhận đã nhận")).isInstanceOf(NoSuchElementException.class);

        browser.desk().as(school.principal).open(directive);
        browser.see("1 trên 2 người đã thực hiện");
        browser.open(directive + "/receipts");
        browser.see("Đã xác nhận").see("Chưa nhận 1");
        browser.as(school.clerk).open("/group/directives").see("Khai giảng câu lạc bộ đọc sách");
        browser.as(school.principal).open(directive + "/receipts").see("Đã đến, chưa xem");
    }

    @Test
    void confirmsFromALinkWithOneTapAfterSignIn() {
        String directive = "/group/directives/" + school.issue("Họp đột xuất chiều nay", Duration.ofHours(5));
        browser.phone().nobody().open(directive);
        assertThat(browser.path()).isEqualTo("/sign-in");
        browser.signIn(school.teacher.userName(), school.teacher.password());
        browser.await("the directive that the link names", () -> browser.path().equals(directive));
        browser.go("Xác nhận đã nhận");
        browser.see("Đã xác nhận.");
        assertThat(browser.path()).isEqualTo(directive);
        browser.desk();
    }

    @Test
    void seesWhoIsLate() {
        String directive = school.issue("Nộp sổ đầu bài", Duration.ofSeconds(5));
        browser.as(school.principal).open("/group/directives/" + directive);
        browser.await("the deadline to pass", () -> {
            browser.open("/group/directives/" + directive);
            return browser.text().contains("quá hạn");
        });
        browser.await("everybody to be late", () -> {
            browser.open("/group/directives/" + directive + "/receipts");
            return !browser.text().contains("; 0 người trễ hạn");
        });
        browser.press("Trễ hạn");
        browser.settled().see(school.teacher.name());
    }

    @Test
    void settlesWhoBelongsToTheGroup() {
        browser.as(school.principal).open("/group/groups/" + school.schoolGroup() + "/members");
        browser.see("Chưa có trong nhóm");
        browser.shown(By.cssSelector("[data-pick]")).click();
        browser.see("1 mục đã chọn");
        browser.go("Xác nhận đã vào nhóm");
        browser.see("Đã xác nhận 1 người vào nhóm.");
    }

    @Test
    void goesThroughTheLeavingChecklist() {
        browser.as(school.principal).open("/directory/leavings");
        browser.go("Mở phiếu bàn giao");
        browser.pick("Người rời trường", school.guard.name());
        browser.choose("Lý do", "Nghỉ hưu");
        browser.set("Ngày cuối", Things.day(10));
        browser.pick("Người nhận thay mặt trường", school.clerk.name());
        browser.go("Mở phiếu");
        browser.see("Đã mở phiếu bàn giao.").see("Việc bàn giao");
        String sheet = browser.path();
        browser.as(school.guard).open("/").see("bàn giao");
        browser.open(sheet);
        while (browser.text().contains("Xác nhận đã giao")) {
            browser.go("Xác nhận đã giao");
        }
        // some things are taken over by who leads the group, the others by whom the sheet names
        for (DemoSchool.Person receiver : List.of(school.clerk, school.principal)) {
            browser.as(receiver).open(sheet);
            while (browser.text().contains("Xác nhận đã nhận")) {
                browser.go("Xác nhận đã nhận");
            }
        }
        browser.go("Đóng phiếu");
        browser.see("Mọi mục đã được hai bên xác nhận.");
        browser.press("Đóng phiếu");
        confirm();
        browser.see("Đã đóng phiếu bàn giao.");
    }

    @Test
    void delegatesAndTakesItBack() {
        browser.as(school.principal).open("/security/delegations");
        browser.go("Lập ủy quyền");
        browser.pick("Người được ủy quyền", school.vice.name());
        browser.tick("Đăng ký, sửa, giải tán nhóm");
        browser.set("Từ ngày", Things.day(0));
        browser.set("Đến hết ngày", Things.day(5));
        browser.fill("Lý do", "Đi tập huấn");
        browser.go("Lập ủy quyền");
        browser.see("Đã ủy quyền cho " + school.vice.name());
        browser.as(school.vice).open("/security/delegations").see("Đi tập huấn");
        browser.as(school.principal).open("/security/delegations");
        browser.go(school.vice.name());
        browser.fill("Lý do", "Về sớm");
        browser.press("Chấm dứt ủy quyền");
        confirm();
        browser.see("Đã chấm dứt ủy quyền.");
    }

    @Test
    void losesNothingWhenTheSessionIsEndedElsewhere() {
        DemoSchool.Person writer = school.vice;
        browser.as(writer).open("/group/directives/new");
        browser.choose("Nhóm", "Hội đồng sư phạm THHS");
        browser.fill("Nội dung chính", "Việc đang gõ dở");
        browser.fill("Nội dung chỉ đạo", "Câu thứ nhất.\nCâu thứ hai.");
        endSessions(writer);
        browser.press("Lưu và xem trước");
        browser.see("Phiên làm việc đã kết thúc. Đăng nhập lại để tiếp tục.");
        browser.forget(writer);
        browser.fill("Tên đăng nhập", writer.userName());
        browser.fill("Mật khẩu", writer.password());
        browser.go("Đăng nhập");
        assertThat(browser.path()).isEqualTo("/group/directives/new");
        assertThat(browser.field("Nội dung chính").getDomProperty("value")).isEqualTo("Việc đang gõ dở");
        assertThat(browser.field("Nội dung chỉ đạo").getDomProperty("value")).isEqualTo("Câu thứ nhất.\nCâu thứ hai.");
        browser.set("Thời hạn", Things.time(3));
        browser.go("Lưu và xem trước");
        browser.see("Đã lưu bản nháp.");
        // it was sent: the next form starts empty
        browser.open("/group/directives/new");
        assertThat(browser.field("Nội dung chính").getDomProperty("value")).isEmpty();
    }

    /** As the administrator does on the page of sessions. */
    private void endSessions(DemoSchool.Person person) {
        var sessions = school.rest(school.admin)
                .get("/api/security/v1/sessions?size=200")
                .expect(200)
                .json();
        for (var session : sessions.path("items")) {
            if (session.toString().contains(person.name())) {
                school.rest(school.admin)
                        .call(
                                "DELETE",
                                "/api/security/v1/sessions/"
                                        + session.path("id").asText(),
                                null)
                        .expect(204);
            }
        }
    }

    @Test
    void seesADomainComeAndGoInTheOpenPage() {
        browser.as(school.admin).open("/about");
        browser.script("window.stillTheSamePage = true");
        assertThat(menu()).contains("Chỉ đạo");
        school.rest(school.admin)
                .call("DELETE", "/api/platform/v1/modules/group", null)
                .expect(204);
        browser.await("the menu without the group", () -> !menu().contains("Chỉ đạo"));
        school.rest(school.admin)
                .call("PUT", "/api/platform/v1/modules/group", null)
                .expect(204);
        browser.await("the menu with the group", () -> menu().contains("Chỉ đạo"));
        assertThat(browser.script("return window.stillTheSamePage")).isEqualTo(true);
    }

    private String menu() {
        return String.valueOf(browser.script("return document.querySelector('#menu').innerText"));
    }

    @Test
    void hearsOfANoticeAtOnceAndAfterTheLineWasCut() throws IOException {
        try (Relay line = new Relay(school.process.httpPort())) {
            browser.as(school.teacher).openAt(line.uri("/about"));
            int before = bell();
            school.issue("Tin đến ngay", Duration.ofDays(9));
            browser.see("Tin đến ngay");
            // other news of the same person may come in between
            browser.await("the bell", () -> bell() >= before + 1);
            line.cut();
            school.issue("Tin lúc mất mạng", Duration.ofDays(9));
            line.mend();
            browser.see("Tin lúc mất mạng");
            browser.await("the bell", () -> bell() >= before + 2);
            browser.open("/about");
        }
    }

    private int bell() {
        return ((Number) browser.script("return Number(document.querySelector('[data-bell]').textContent)")).intValue();
    }

    @Test
    void keepsWhatWasTypedWhenAFormIsRefused() {
        browser.as(school.principal).open("/group/directives/new");
        browser.choose("Nhóm", "Hội đồng sư phạm THHS");
        browser.fill("Nội dung chỉ đạo", "Phần này đã gõ.");
        browser.go("Lưu và xem trước");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("trouble");
        assertThat(browser.field("Nội dung chỉ đạo").getDomProperty("value")).isEqualTo("Phần này đã gõ.");
        assertThat(browser.field("Nội dung chính").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        // the summary leads to the field
        browser.shown(By.cssSelector("#trouble li a")).click();
        assertThat(browser.focused().getDomAttribute("name")).isEqualTo("title");
        // with a file it goes another way, and ends the same
        browser.attach("Tệp đính kèm", Things.picture());
        browser.press("Lưu và xem trước");
        browser.await("the summary", () -> "trouble".equals(browser.focused().getDomAttribute("id")));
        assertThat(browser.field("Nội dung chỉ đạo").getDomProperty("value")).isEqualTo("Phần này đã gõ.");
    }

    @Test
    void speaksEnglishAndGoesDark() {
        browser.as(school.teacher).open("/");
        account();
        browser.go("English");
        browser.see("Home");
        account();
        browser.go("Tiếng Việt");
        browser.see("Việc của tôi");
        account();
        browser.go("Nền tối");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(23, 22, 19)");
        account();
        browser.go("Nền sáng");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(247, 246, 243)");
    }

    private void account() {
        browser.shown(By.cssSelector(".account > summary")).click();
    }

    private void confirm() {
        browser.shown(By.id("confirm-yes")).click();
    }
}
