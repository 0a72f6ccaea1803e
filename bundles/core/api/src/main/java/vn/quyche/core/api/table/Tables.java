package vn.quyche.core.api.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the rows of a table from an Excel file or a text file, told apart by their content. Text may be UTF-8 or UTF-16, with
 * or without a mark, or windows-1258; cells are parted by comma, semicolon or tab, whichever the first lines use most.
 */
@ProviderType
public interface Tables {

    /** Opens the bytes of a file; called once. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * A row that is not blank.
     *
     * @param number its number as people count, 1 is the first
     * @param cells its cells from the first column on, in NFC, without space around them
     */
    record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Reads the first sheet that is not blank. Formulas give the value that was kept beside them; nothing is computed.
     *
     * @param maxRows rows that are accepted at most
     * @throws vn.quyche.core.api.error.Invalid at {@code file}: {@code directory.import-empty}, {@code -too-many-rows},
     *     {@code -not-a-table}, {@code -old-excel}, {@code -password}, {@code -broken}, {@code -bomb}
     * @throws IOException when the file cannot be read
     */
    List<Row> read(Source source, int maxRows) throws IOException;
}
