package vn.quyche.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.table.Tables;

/** Tables of plain UTF-8 text whose cells are parted by semicolons; with the error codes of the real one. */
public final class FakeTables implements Tables {

    @Override
    public List<Row> read(Source source, int maxRows) throws IOException {
        String text;
        try (InputStream in = source.open()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (text.indexOf('\0') >= 0) {
            throw new Invalid("file", "directory.import-not-a-table");
        }
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                rows.add(new Row(
                        number,
                        Stream.of(line.split(";", -1)).map(VietnameseText::line).toList()));
            }
        }
        if (rows.isEmpty()) {
            throw new Invalid("file", "directory.import-empty");
        }
        if (rows.size() > maxRows) {
            throw new Invalid("file", "directory.import-too-many-rows", maxRows);
        }
        return rows;
    }
}
