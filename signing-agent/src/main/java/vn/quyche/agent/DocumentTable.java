package vn.quyche.agent;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/**
 * What is to be signed, document by document. Titles and hashes go on in the next line, so that nothing of them is cut; they are
 * shown as they are, and never taken for HTML, which would show other words or fetch pictures.
 */
final class DocumentTable extends JTable {

    private static final long serialVersionUID = 1L;
    private static final int NUMBER_WIDTH = 44;
    /** Half of a SHA-256. */
    private static final int HASH_CHARACTERS = 32;

    private static final int MARGIN = 4;

    /**
     * @param width of all columns together, pixels
     * @param height that it takes at most; what is more is scrolled
     */
    DocumentTable(List<Prompt.Line> lines, Words words, Font font, int width, int height) {
        super(rows(lines), new Object[] {words.text("number"), words.text("document"), words.text("hash")});
        Font hashes = new Font(Font.MONOSPACED, Font.PLAIN, font.getSize() - 1);
        show(0, font, NUMBER_WIDTH);
        column(1).setCellRenderer(text(font, true));
        show(2, hashes, getFontMetrics(hashes).charWidth('0') * HASH_CHARACTERS + 3 * MARGIN);
        getTableHeader().setFont(font);
        getTableHeader().setReorderingAllowed(false);
        // Tab leads on to the PIN, not from cell to cell
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        setSize(width, 1);
        doLayout();
        setPreferredScrollableViewportSize(new Dimension(width, Math.min(height, getPreferredSize().height)));
    }

    private static Object[][] rows(List<Prompt.Line> lines) {
        Object[][] rows = new Object[lines.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {i + 1, lines.get(i).title(), lines.get(i).hash()};
        }
        return rows;
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return false;
    }

    @Override
    public void doLayout() {
        super.doLayout();
        for (int row = 0; row < getRowCount(); row++) {
            int height = 1;
            for (int column = 0; column < getColumnCount(); column++) {
                Component cell = prepareRenderer(getCellRenderer(row, column), row, column);
                cell.setSize(column(column).getWidth(), Short.MAX_VALUE);
                height = Math.max(height, cell.getPreferredSize().height);
            }
            if (height != getRowHeight(row)) {
                setRowHeight(row, height);
            }
        }
    }

    private void show(int column, Font font, int width) {
        column(column).setCellRenderer(text(font, false));
        column(column).setMinWidth(width);
        column(column).setMaxWidth(width);
    }

    private TableColumn column(int number) {
        return getColumnModel().getColumn(number);
    }

    private static TableCellRenderer text(Font font, boolean words) {
        JTextArea area = new JTextArea();
        area.setFont(font);
        area.setLineWrap(true);
        area.setWrapStyleWord(words);
        area.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
        return (table, value, selected, focused, row, column) -> {
            area.setText(value.toString());
            area.setBackground(selected ? table.getSelectionBackground() : table.getBackground());
            area.setForeground(selected ? table.getSelectionForeground() : table.getForeground());
            return area;
        };
    }
}
