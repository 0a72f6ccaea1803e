package vn.quyche.core.document.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFiles.Item;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** The lists that go with case files: what is in one, and which are handed over to the archive. */
public final class CaseFileSheets {

    private static final List<Column> CONTENTS = List.of(
            new Column("STT", 2, Align.CENTER),
            new Column("Số, ký hiệu văn bản", 5, Align.LEFT),
            new Column("Ngày tháng văn bản", 5, Align.CENTER),
            new Column("Tên loại và trích yếu nội dung văn bản", 13, Align.LEFT),
            new Column("Tác giả", 7, Align.LEFT),
            new Column("Tờ số", 3, Align.CENTER),
            new Column("Ghi chú", 4, Align.LEFT));

    private static final List<Column> TRANSFER = List.of(
            new Column("STT", 2, Align.CENTER),
            new Column("Số, ký hiệu hồ sơ", 5, Align.LEFT),
            new Column("Tiêu đề hồ sơ", 14, Align.LEFT),
            new Column("Kết thúc", 5, Align.CENTER),
            new Column("Thời hạn bảo quản", 5, Align.CENTER),
            new Column("Số văn bản", 3, Align.CENTER),
            new Column("Người lập", 6, Align.LEFT),
            new Column("Ghi chú", 5, Align.LEFT));

    private CaseFileSheets() {}

    /** The list of the documents in a file. */
    public static PrintedDocument contents(CaseFile file, List<Item> items, Directory directory, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (Item item : items) {
            rows.add(List.of(
                    String.valueOf(item.place()),
                    item.code(),
                    item.day().map(VietnamTime::day).orElse(""),
                    item.kind().title() + ": " + item.subject(),
                    item.author(),
                    "",
                    ""));
        }
        return paper(
                "Mục lục văn bản, tài liệu trong hồ sơ",
                "Hồ sơ số " + file.code() + ": " + file.title() + ". Thời hạn bảo quản: " + file.retention(),
                CONTENTS,
                rows,
                "NGƯỜI LẬP",
                file.keeperName(),
                directory,
                day);
    }

    /** The list of the files that are handed over. */
    public static PrintedDocument transfer(int year, List<CaseFile> files, Directory directory, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (CaseFile file : files) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    file.code(),
                    file.title(),
                    file.closedOn().map(VietnamTime::day).orElse(""),
                    file.retention(),
                    String.valueOf(file.documents()),
                    file.keeperName(),
                    file.transferredOn()
                            .map(on -> "Đã giao " + VietnamTime.day(on))
                            .orElse("")));
        }
        return paper(
                "Mục lục hồ sơ, tài liệu nộp lưu", "Năm " + year, TRANSFER, rows, "NGƯỜI GIAO NỘP", "", directory, day);
    }

    private static PrintedDocument paper(
            String title,
            String below,
            List<Column> columns,
            List<List<String>> rows,
            String signing,
            String name,
            Directory directory,
            LocalDate day) {
        School school = directory.school();
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        List<Block> blocks = List.of(
                new Block.Letterhead(superior, school.name(), "", "", DocumentWords.placeAndDate(school.place(), day)),
                new Block.Title(title, below, ""),
                Block.table(columns, rows),
                new Block.Closing(List.of(), List.of(new Signature(List.of(signing), name))));
        return new PrintedDocument(title, List.of(new PrintedDocument.Part(true, blocks)));
    }
}
