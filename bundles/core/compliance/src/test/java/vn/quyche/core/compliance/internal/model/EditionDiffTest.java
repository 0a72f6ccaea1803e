package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.compliance.internal.model.EditionDiff.Change;

class EditionDiffTest {

    @Test
    void tellsWhatWasAddedRemovedChangedAndRenumbered() {
        List<RegulationArticle> before = List.of(
                article("a", "1", "giữ"),
                article("b", "2", "một\nhai\nba"),
                article("c", "3", "mất"),
                article("d", "4", "số"));
        List<RegulationArticle> after = List.of(
                article("a", "1", "giữ"),
                article("b", "2", "một\nhai rưỡi\nba"),
                article("d", "3", "số"),
                article("e", "4", "mới"));

        List<EditionDiff.ArticleDiff> diffs = EditionDiff.of(before, after);

        assertThat(diffs)
                .extracting(EditionDiff.ArticleDiff::change)
                .containsExactly(Change.SAME, Change.CHANGED, Change.RENUMBERED, Change.ADDED, Change.REMOVED);
        assertThat(diffs.get(1).lines())
                .extracting(EditionDiff.DiffLine::change, EditionDiff.DiffLine::text)
                .containsExactly(
                        tuple(Change.SAME, "một"),
                        tuple(Change.REMOVED, "hai"),
                        tuple(Change.ADDED, "hai rưỡi"),
                        tuple(Change.SAME, "ba"));
        assertThat(diffs.get(2).before()).isEqualTo("Điều 4. Tên");
    }

    @Test
    void veryLongArticlesAreShownAsAWhole() {
        String text = "dòng\n".repeat(5000);
        List<EditionDiff.DiffLine> lines = EditionDiff.of(
                        List.of(article("a", "1", text)), List.of(article("a", "1", text + "thêm")))
                .get(0)
                .lines();
        assertThat(lines).hasSize(10_001);
    }

    private static RegulationArticle article(String key, String number, String text) {
        return new RegulationArticle(key, "I", "", number, 1, "Tên", text, List.of());
    }
}
