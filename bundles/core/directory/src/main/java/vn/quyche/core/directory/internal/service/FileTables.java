package vn.quyche.core.directory.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.table.Tables;
import vn.quyche.core.directory.internal.service.sheet.TableFile;
import vn.quyche.core.directory.internal.service.sheet.TableFiles;
import vn.quyche.core.directory.internal.service.sheet.TableLimits;

/** Reads tables with the reader of the staff list, from a copy that is gone when they are read. */
@Component
public final class FileTables implements Tables {

    private static final long MAX_UNPACKED = 32L << 20;
    private static final int MAX_RATIO = 200;
    private static final TableLimits LIMITS = new TableLimits(MAX_UNPACKED, MAX_RATIO);

    @Override
    public List<Row> read(Source source, int maxRows) throws IOException {
        Path copy = Files.createTempFile("quyche-table", ".tmp");
        try {
            try (InputStream in = source.open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (TableFile file = TableFiles.openAny(copy, LIMITS)) {
                return rows(file, maxRows);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static List<Row> rows(TableFile file, int maxRows) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int sheet = 0; sheet < file.sheets().size() && rows.isEmpty(); sheet++) {
            file.rows(sheet, (number, cells) -> {
                if (rows.size() == maxRows) {
                    throw new Invalid("file", "directory.import-too-many-rows", maxRows);
                }
                rows.add(
                        new Row(number, cells.stream().map(VietnameseText::line).toList()));
                return true;
            });
        }
        if (rows.isEmpty()) {
            throw new Invalid("file", "directory.import-empty");
        }
        return rows;
    }
}
