package vn.quyche.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The same by keys alone: everything is reached, what has the focus can be seen, and dialogs give it back. */
@Order(2)
@ExtendWith(OneSchool.class)
class KeyboardIT {

    private static final int FAR = 160;

    private static final String FOCUS = "const e = document.activeElement;"
            + "if (!e || e === document.body) return '';"
            + "const label = e.labels && e.labels[0] ? e.labels[0].innerText : '';"
            + "const words = e.cloneNode(true); words.querySelectorAll('[aria-hidden=true]').forEach(h => h.remove());"
            + "return (label || e.getAttribute('aria-label') || words.textContent || e.value || '')"
            + ".normalize('NFC').replace('*', '').replace(/\\s+/g, ' ').trim()";
    private static final String SEEN = "const e = document.activeElement;"
            + "const box = e.getBoundingClientRect(); const style = getComputedStyle(e);"
            + "const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;"
            + "return ring && box.width > 4 && box.bottom > 0 && box.top < innerHeight"
            + " ? '' : e.outerHTML.slice(0, 200) + ' ' + JSON.stringify(box) + ' ' + style.outline";

    private final DemoSchool school;
    private final Chromium browser;

    KeyboardIT(DemoSchool school, Chromium browser) {
        this.school = school;
        this.browser = browser;
    }

    @BeforeEach
    void atTheDesk() {
        browser.desk();
    }

    @Test
    void signsInAcknowledgesAndSignsOut() {
        school.issue("Việc cho bàn phím", Duration.ofDays(2));
        browser.nobody().open("/");
        tabTo("Tên đăng nhập");
        browser.type(school.clerk.userName(), Keys.TAB, school.clerk.password(), Keys.ENTER);
        browser.see("Việc cho bàn phím").settled();
        // the first stop leads past the menu
        browser.type(Keys.TAB);
        assertThat(focus()).isEqualTo("Đến nội dung chính");
        browser.type(Keys.ENTER);
        tabTo("… Việc cho bàn phím");
        browser.type(Keys.ENTER);
        browser.see("Xem và xác nhận.").settled();
        tabTo("Xác nhận đã nhận");
        browser.type(Keys.ENTER);
        browser.see("Đã xác nhận.").settled();
        tabTo(school.clerk.name());
        browser.type(Keys.ENTER);
        tabTo("Đổi mật khẩu");
        browser.type(Keys.ESCAPE);
        assertThat(focus()).isEqualTo(school.clerk.name());
        browser.type(Keys.ENTER);
        tabTo("Đăng xuất");
        browser.type(Keys.ENTER);
        browser.await("the sign-in page", () -> browser.path().equals("/sign-in"));
        browser.forget(school.clerk);
    }

    @Test
    void composesAndIssuesADirective() {
        browser.as(school.principal).open("/group/directives");
        tabTo("Soạn chỉ đạo");
        browser.type(Keys.ENTER);
        browser.await("the form", () -> browser.path().equals("/group/directives/new"));
        browser.settled();
        // the menu has a link of the same name
        tabTo("Đến nội dung chính");
        browser.type(Keys.ENTER);
        tabTo("Nhóm");
        browser.type("Hội");
        browser.type(Keys.TAB);
        browser.type("Chỉ đạo bằng bàn phím", Keys.TAB, "Nội dung gõ bằng phím.");
        // which keys make a date depends on the language of the browser
        browser.set("Thời hạn", Things.time(2));
        tabTo("Tìm người cho: Người nhận");
        browser.type(school.teacher.name());
        browser.await(
                "the person", () -> !browser.all("[data-candidates] input").isEmpty());
        browser.settled();
        tabTo(school.teacher.name() + " …");
        browser.type(Keys.SPACE);
        assertThat(browser.all("[data-chosen] input")).hasSize(1);
        assertThat(focus()).contains("Người nhận");
        tabTo("Lưu và xem trước");
        browser.type(Keys.ENTER);
        browser.see("Sẽ gửi đến 1 người").settled();
        tabTo("Ban hành chỉ đạo");
        browser.type(Keys.ENTER);
        browser.see("Chỉ đạo sẽ được cấp số");
        staysInTheDialog();
        browser.type(Keys.ESCAPE);
        browser.seeNoMore("Chỉ đạo sẽ được cấp số");
        assertThat(focus()).isEqualTo("Ban hành chỉ đạo");
        browser.type(Keys.ENTER);
        browser.see("Chỉ đạo sẽ được cấp số");
        browser.type(Keys.ENTER);
        browser.see("Đã ban hành chỉ đạo số");
    }

    private void staysInTheDialog() {
        for (int stop = 0; stop < 5; stop++) {
            browser.type(Keys.TAB);
            assertThat(browser.script("return document.activeElement === document.body"
                            + " || document.querySelector('dialog[open]').contains(document.activeElement)"))
                    .as("the focus stays in the dialog")
                    .isEqualTo(true);
        }
        // back from the edge of the page
        browser.script("document.querySelector('dialog[open] button').focus()");
    }

    @Test
    void importsAList() {
        browser.as(school.principal).open("/directory/imports");
        tabTo("Tệp danh sách");
        browser.attach("Tệp danh sách", Things.staffList());
        tabTo("Đọc thử");
        browser.type(Keys.ENTER);
        browser.see("Bước 2: xem rồi cập nhật").settled();
        tabTo("Bỏ danh sách này");
        browser.type(Keys.ENTER);
        browser.see("Đã dừng. Danh bạ không thay đổi.");
    }

    @Test
    void filtersSortsAndSettlesMembers() {
        browser.as(school.principal).open("/directory/units");
        tabTo("Tìm theo tên đơn vị, lớp");
        browser.type("toan");
        browser.await("the list", () -> !browser.text().contains("Tổ Ngoại ngữ"));
        browser.settled();
        assertThat(browser.address()).contains("q=toan");
        browser.open("/directory/units");
        tabTo("Tên");
        browser.type(Keys.ENTER);
        assertThat(browser.script("return document.activeElement.parentElement.ariaSort"))
                .isEqualTo("ascending");
        browser.open("/group/groups/" + school.schoolGroup() + "/members");
        tabTo("Chọn tất cả");
        // the heading between them sorts the rows
        tabTo("Chọn …");
        browser.type(Keys.SPACE);
        browser.see("1 mục đã chọn");
        tabBackTo("Xác nhận đã vào nhóm");
        browser.type(Keys.ENTER);
        browser.see("Đã xác nhận 1 người vào nhóm.");
    }

    @Test
    void delegates() {
        browser.as(school.principal).open("/security/delegations/new");
        tabTo("Tìm người cho: Người được ủy quyền");
        browser.type(school.vice.name());
        browser.await(
                "the person", () -> !browser.all("[data-candidates] input").isEmpty());
        browser.settled();
        tabTo(school.vice.name() + " …");
        browser.type(Keys.SPACE);
        tabTo("Mở và đóng phiếu bàn giao");
        browser.type(Keys.SPACE);
        browser.set("Đến hết ngày", Things.day(4));
        tabTo("Lý do");
        browser.type("Vắng bốn ngày");
        tabTo("Lập ủy quyền");
        browser.type(Keys.ENTER);
        browser.see("Đã ủy quyền cho " + school.vice.name());
    }

    @Test
    void opensAndClosesTheMenuOfThePhone() {
        browser.phone().as(school.teacher).open("/");
        tabTo("Thêm");
        browser.type(Keys.ENTER);
        browser.await(
                "the menu",
                () -> Boolean.TRUE.equals(
                        browser.script("return document.querySelector('#menu').contains(document.activeElement)")));
        browser.type(Keys.ESCAPE);
        assertThat(focus()).isEqualTo("Thêm");
    }

    private String focus() {
        return String.valueOf(browser.script(FOCUS));
    }

    /**
     * Goes on by Tab until this has the focus: these words, after dots what ends so, before dots what begins so; each stop
     * on the way can be seen.
     */
    private void tabTo(String words) {
        walk(words, false);
    }

    private void tabBackTo(String words) {
        walk(words, true);
    }

    private void walk(String words, boolean back) {
        Set<String> passed = new LinkedHashSet<>();
        for (int stop = 0; stop < FAR; stop++) {
            browser.tab(back);
            String here = focus();
            if (here.isEmpty()) {
                continue;
            }
            assertThat(browser.script(SEEN)).as("the focus on “" + here + "”").isEqualTo("");
            if (matches(words, here)) {
                return;
            }
            passed.add(here);
        }
        throw new AssertionError("Never came to “" + words + "” at " + browser.address() + ", only to " + passed);
    }

    private static boolean matches(String words, String here) {
        if (words.startsWith("…")) {
            return here.endsWith(words.substring(1));
        }
        return words.endsWith("…") ? here.startsWith(words.substring(0, words.length() - 1)) : here.equals(words);
    }
}
