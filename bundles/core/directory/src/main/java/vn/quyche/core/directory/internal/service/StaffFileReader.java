package vn.quyche.core.directory.internal.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.directory.internal.model.StaffColumn;
import vn.quyche.core.directory.internal.model.StaffHeader;
import vn.quyche.core.directory.internal.model.StaffRowReader;
import vn.quyche.core.directory.internal.service.sheet.TableFile;
import vn.quyche.core.directory.internal.service.sheet.TableFiles;
import vn.quyche.core.directory.internal.service.sheet.TableLimits;

/** Finds the staff list in a file and reads it row by row. */
final class StaffFileReader {

    private final int maxRows;
    private final LocalDate today;

    StaffFileReader(int maxRows, LocalDate today) {
        this.maxRows = maxRows;
        this.today = today;
    }

    /** What was found in a file. */
    record Found(String sheet, StaffHeader header) {}

    /** Takes the rows of people. */
    @FunctionalInterface
    interface PersonRows {
        void row(int number, StaffRowReader.Read read);
    }

    /**
     * Reads a file.
     *
     * @param hidden columns that must not be read
     * @param step hears of progress and may stop the reading
     * @throws Invalid at {@code file}, when there is no staff list in it
     */
    Found read(Path path, Set<StaffColumn> hidden, RunningStep step, PersonRows people) throws IOException {
        try (TableFile file = TableFiles.open(path, TableLimits.USUAL)) {
            int sheet = sheetWithHeader(file);
            StaffHeader header =
                    StaffHeader.find(firstRows(file, sheet)).orElseThrow().without(hidden);
            step.total(count(file, sheet, header, step));
            StaffRowReader reader = new StaffRowReader(header, file.date1904(), today);
            int[] done = {0};
            file.rows(sheet, (number, cells) -> {
                if (number > header.row()) {
                    done[0]++;
                    step.reached(done[0]);
                    reader.read(cells).ifPresent(read -> people.row(number, read));
                }
                return true;
            });
            return new Found(file.sheets().get(sheet), header);
        }
    }

    /** The first sheet with headings that we understand, whichever one was open when the file was saved. */
    private static int sheetWithHeader(TableFile file) throws IOException {
        Set<StaffColumn> missing = Set.of();
        String nearest = "";
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            List<StaffHeader.Line> lines = firstRows(file, sheet);
            Optional<StaffHeader> header = StaffHeader.find(lines);
            if (header.isPresent()) {
                return sheet;
            }
            Set<StaffColumn> here = StaffHeader.missing(lines);
            if (sheet == 0 || here.size() < missing.size()) {
                missing = here;
                nearest = file.sheets().get(sheet);
            }
        }
        String columns = missing.stream().sorted().map(StaffColumn::heading).collect(Collectors.joining(", "));
        throw new Invalid("file", "directory.import-no-header", nearest, columns, StaffHeader.LOOK_AT_ROWS);
    }

    private static List<StaffHeader.Line> firstRows(TableFile file, int sheet) throws IOException {
        List<StaffHeader.Line> lines = new ArrayList<>();
        file.rows(sheet, (number, cells) -> {
            if (number <= StaffHeader.LOOK_AT_ROWS) {
                lines.add(new StaffHeader.Line(number, cells));
            }
            return number < StaffHeader.LOOK_AT_ROWS;
        });
        return lines;
    }

    private int count(TableFile file, int sheet, StaffHeader header, RunningStep step) throws IOException {
        int[] rows = {0};
        file.rows(sheet, (number, cells) -> {
            rows[0] += number > header.row() ? 1 : 0;
            step.reached(0);
            return rows[0] <= maxRows;
        });
        if (rows[0] > maxRows) {
            throw new Invalid("file", "directory.import-too-many-rows", maxRows);
        }
        return rows[0];
    }
}
