package vn.quyche.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;

class DocumentTableTest {

    private static final String HASH = "ab".repeat(32);
    private static final Font FONT = new Font(Font.DIALOG, Font.PLAIN, 16);

    @Test
    void nothingIsCutAndRowsAreAsHighAsTheyNeed() {
        DocumentTable table = table("Công văn 1", "Quyết định về việc khen thưởng ".repeat(9));

        assertThat(table.getRowHeight(1)).isGreaterThan(table.getRowHeight(0));
        assertThat(table.getPreferredScrollableViewportSize().height)
                .isEqualTo(table.getRowHeight(0) + table.getRowHeight(1));
        JTextArea hash = cell(table, 0, 2);
        int half = hash.getFontMetrics(hash.getFont()).stringWidth(HASH) / 2;
        assertThat(table.getColumnModel().getColumn(2).getWidth()).isGreaterThan(half);
    }

    @Test
    void aTitleIsShownAsItIs() {
        String title = "<html><b>Công văn 1</b><img src=\"http://127.0.0.1:1/x.png\">";

        assertThat(cell(table(title), 0, 1).getText()).isEqualTo(title);
    }

    private static DocumentTable table(String... titles) {
        List<Prompt.Line> lines = List.of(titles).stream()
                .map(title -> new Prompt.Line(title, HASH))
                .toList();
        return new DocumentTable(lines, new Words(Locale.forLanguageTag("vi")), FONT, 800, 400);
    }

    /** What shows a cell: text, not a label, which would take it for HTML. */
    private static JTextArea cell(DocumentTable table, int row, int column) {
        return (JTextArea) table.prepareRenderer(table.getCellRenderer(row, column), row, column);
    }
}
