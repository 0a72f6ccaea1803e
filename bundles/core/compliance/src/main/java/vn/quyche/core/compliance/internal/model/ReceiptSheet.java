package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** The sheet on which it stands who has read a regulation. */
public final class ReceiptSheet {

    private static final int SHOWN_OF_A_HASH = 12;

    private ReceiptSheet() {}

    /**
     * A line of the sheet.
     *
     * @param name who
     * @param at when it was confirmed
     * @param textHash SHA-256 of what was confirmed
     */
    public record Row(String name, Optional<Instant> at, String textHash) {}

    /** The sheet as of a day. */
    public static PrintedDocument document(Edition edition, List<Row> rows, LocalDate day) {
        Decision decision = edition.content().decision();
        long confirmed = rows.stream().filter(row -> row.at().isPresent()).count();
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            cells.add(Block.row(
                    String.valueOf(cells.size() + 1),
                    row.name(),
                    row.at().map(VietnamTime::moment).orElse("Chưa xác nhận"),
                    row.textHash().isEmpty() ? "" : row.textHash().substring(0, SHOWN_OF_A_HASH)));
        }
        return PrintedDocument.of(
                "Danh sách xác nhận " + edition.content().title(),
                new Block.Letterhead(
                        decision.superior(),
                        decision.issuer(),
                        "",
                        "",
                        DocumentWords.placeAndDate(decision.place(), day)),
                new Block.Title(
                        "Danh sách xác nhận đã đọc",
                        edition.content().title(),
                        "(Ban hành kèm theo Quyết định số " + decision.cited() + ")"),
                Block.body("Đã xác nhận: %d trong số %d người.".formatted(confirmed, rows.size())),
                Block.table(
                        List.of(
                                new Column("STT", 2, Align.CENTER),
                                new Column("Họ và tên", 9, Align.LEFT),
                                new Column("Thời điểm xác nhận", 6, Align.CENTER),
                                new Column("Mã văn bản", 5, Align.CENTER)),
                        cells),
                Block.body("Mã văn bản là các ký tự đầu của mã băm SHA-256 của nội dung đã đọc."),
                new Block.Closing(List.of(), List.of(new Signature(List.of("Người lập"), ""))));
    }
}
