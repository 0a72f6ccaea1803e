package vn.quyche.core.directory.internal.service.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An opened file of tables. Cells come as text: dates as Excel's serial numbers or as they were typed. */
public interface TableFile extends Closeable {

    /** The names of the tables, hidden ones not among them; one without name in a CSV file. */
    List<String> sheets();

    /** Whether serial dates count from 1904. */
    boolean date1904();

    /** Reads rows that are not blank until the reader has enough. */
    void rows(int sheet, RowReader reader) throws IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface RowReader {

        /**
         * Takes a row.
         *
         * @param number its number as people count, 1 is the first
         * @param cells its cells from the first column on, text as it stands
         * @return whether more rows are wanted
         */
        boolean row(int number, List<String> cells) throws IOException;
    }
}
