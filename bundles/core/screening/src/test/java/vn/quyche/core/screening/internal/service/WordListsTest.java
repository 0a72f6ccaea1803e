package vn.quyche.core.screening.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.screening.Verdict.Finding;

@Regulated({"BC.4.2", "MT.12.3", "TT.9"})
class WordListsTest {

    @TempDir
    Path folder;

    @Test
    void shipsListsForEachOfTheClauses() {
        WordLists lists = new WordLists(folder.resolve("words"));
        assertThat(lists.bad()).isZero();
        assertThat(lists.rules().text("body", "Mời xem bói đầu năm"))
                .containsExactly(new Finding("BC.4.2", "screening.forbidden-words", "body", true));
        assertThat(lists.rules().text("body", "Nhận làm bằng giả giá rẻ"))
                .containsExactly(new Finding("TT.9", "screening.doubtful-words", "body", false));
        assertThat(lists.rules().text("body", "Toàn một lũ NGU DỐT!"))
                .containsExactly(new Finding("MT.12.3", "screening.doubtful-words", "body", false));
    }

    @Test
    void takesTheListsThatAPersonWrote() throws IOException {
        Path words = Files.createDirectories(folder.resolve("words"));
        Files.writeString(
                words.resolve("own.txt"), "\ufeff# của trường\nclause: BC.4.2\naction: refuse\n\n  hoa hậu \nwin88\n");
        WordLists lists = new WordLists(words);
        assertThat(lists.rules().text("body", "Cuộc thi Hoa\nHậu")).hasSize(1);
        assertThat(lists.rules().text("body", "hoa hau")).isEmpty();
        assertThat(lists.rules().text("body", "vào WIN88 ngay")).hasSize(1);
        assertThat(lists.rules().text("body", "hoa hồng, hậu cần")).isEmpty();
        assertThat(lists.rules().text("body", "xem bói")).isEmpty();
    }

    @Test
    void leavesOutAListThatCannotBeReadAndSaysSo() throws IOException {
        Path words = Files.createDirectories(folder.resolve("words"));
        Files.writeString(words.resolve("a.txt"), "action: explode\nxấu\n");
        Files.write(words.resolve("b.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
        Files.writeString(words.resolve("c.txt"), "action: refuse\nxấu\n");
        WordLists lists = new WordLists(words);
        assertThat(lists.bad()).isEqualTo(2);
        assertThat(lists.rules().text("body", "điều xấu")).hasSize(1);
    }
}
