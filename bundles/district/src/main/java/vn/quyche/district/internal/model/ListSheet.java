package vn.quyche.district.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.district.api.ListedEntry;

/** The list of a day on paper: name, application, members, leader, administrator, school and remark of each group. */
@Regulated("TB.1")
public final class ListSheet {

    private ListSheet() {}

    /**
     * Who publishes it, as the head of the sheet says it.
     *
     * @param superior the authority above; empty without one
     * @param office the office
     * @param place where it is
     */
    public record Issuer(String superior, String office, String place) {}

    /**
     * The sheet.
     *
     * @param platforms the words for applications
     */
    public static PrintedDocument document(
            LocalDate day, List<ListedEntry> entries, Issuer issuer, UnaryOperator<String> platforms) {
        List<List<String>> cells = new ArrayList<>();
        for (ListedEntry entry : entries) {
            cells.add(Block.row(
                    String.valueOf(cells.size() + 1),
                    entry.group().name(),
                    platforms.apply(entry.group().platform()),
                    entry.group().members(),
                    entry.group().leader(),
                    entry.group().administrator(),
                    entry.schoolName(),
                    CheckCode.printed(entry.checkCode()),
                    entry.group().remark()));
        }
        return new PrintedDocument(
                "Danh sách nhóm chính thống ngày " + VietnamTime.day(day),
                List.of(new PrintedDocument.Part(
                        true,
                        List.of(
                                new Block.Letterhead(
                                        issuer.superior(),
                                        issuer.office(),
                                        "",
                                        "",
                                        DocumentWords.placeAndDate(issuer.place(), day)),
                                new Block.Title(
                                        "Danh sách",
                                        "Nhóm chính thống của các cơ sở giáo dục",
                                        "(Có hiệu lực ngày " + VietnamTime.day(day) + ")"),
                                Block.body("Tổng số:", entries.size() + " nhóm."),
                                Block.table(
                                        List.of(
                                                new Column("STT", 2, Align.CENTER),
                                                new Column("Tên nhóm", 7, Align.LEFT),
                                                new Column("Ứng dụng", 3, Align.CENTER),
                                                new Column("Thành viên", 6, Align.LEFT),
                                                new Column("Trưởng nhóm", 6, Align.LEFT),
                                                new Column("Quản trị nhóm", 5, Align.LEFT),
                                                new Column("Trường", 6, Align.LEFT),
                                                new Column("Mã tra cứu", 4, Align.CENTER),
                                                new Column("Ghi chú", 5, Align.LEFT)),
                                        cells),
                                new Block.Closing(List.of(), List.of(new Signature(List.of("NGƯỜI LẬP"), "")))))));
    }
}
