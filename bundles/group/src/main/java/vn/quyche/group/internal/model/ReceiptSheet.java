package vn.quyche.group.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Receipt;

/**
 * The sheet on which it stands who has got, read and answered a directive, each with the seal of the line in the log: what a
 * school shows when somebody says that he was not told.
 */
@Regulated("BC.3.3")
public final class ReceiptSheet {

    private static final int SHOWN_OF_A_HASH = 12;

    private ReceiptSheet() {}

    /**
     * A person of the sheet.
     *
     * @param receipt how far the person has come
     * @param hash the seal of the last act of the person on the directive in the log; empty without one, or while it is not
     *     sealed yet
     */
    public record Row(Receipt receipt, String hash) {}

    /**
     * Who issued it, as the head of the sheet says it.
     *
     * @param superior the authority above the school; empty without one
     * @param school the school
     * @param place where it is
     */
    public record Issuer(String superior, String school, String place) {

        /** As the directory says for a day. */
        public static Issuer of(Directory directory, LocalDate day) {
            School school = directory.school();
            String superior = directory.authorities(day).stream()
                    .findFirst()
                    .map(Authority::name)
                    .orElse("");
            return new Issuer(superior, school.name(), school.place());
        }
    }

    /**
     * Puts receipts and the log together.
     *
     * @param lines the lines of the log on the directive, newest first
     */
    public static List<Row> rows(List<Receipt> receipts, List<AuditLine> lines) {
        Map<String, String> hashes = new HashMap<>();
        for (AuditLine line : lines) {
            if (line.outcome() == AuditLine.Outcome.DONE) {
                line.personId().ifPresent(person -> hashes.putIfAbsent(person, line.hash()));
            }
        }
        return receipts.stream()
                .map(receipt -> new Row(receipt, hashes.getOrDefault(receipt.personId(), "")))
                .toList();
    }

    /** The sheet as of a moment. */
    public static PrintedDocument document(
            Directive directive, String group, List<Row> rows, Issuer issuer, Instant now) {
        LocalDate day = VietnamTime.at(now).toLocalDate();
        long fulfilled = rows.stream()
                .filter(row -> row.receipt().stage().fulfils(directive.content().requirement()))
                .count();
        long late = rows.stream().filter(row -> row.receipt().late()).count();
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            Receipt receipt = row.receipt();
            cells.add(Block.row(
                    String.valueOf(cells.size() + 1),
                    receipt.name(),
                    time(receipt.deliveredAt()),
                    time(receipt.readAt()),
                    time(answered(receipt)),
                    receipt.late() ? "Trễ hạn" : "",
                    row.hash().isEmpty() ? "" : row.hash().substring(0, SHOWN_OF_A_HASH)));
        }
        return PrintedDocument.of(
                "Danh sách xác nhận chỉ đạo " + directive.number(),
                new Block.Letterhead(
                        issuer.superior(), issuer.school(), "", "", DocumentWords.placeAndDate(issuer.place(), day)),
                new Block.Title(
                        "Danh sách xác nhận",
                        "Chỉ đạo số " + directive.number() + ": " + directive.title(),
                        "(Lập lúc " + VietnamTime.moment(now) + ")"),
                Block.body("Nhóm nhận:", group + "."),
                Block.body(
                        "Ban hành:",
                        directive.authorName() + ", lúc "
                                + time(directive.standing().issuance().at()) + "."),
                Block.body(
                        "Thời hạn:",
                        directive.deadline().map(VietnamTime::moment).orElse("không đặt") + "."),
                Block.body(
                        "Kết quả:",
                        "%d trên %d người đã thực hiện, %d người trễ hạn.".formatted(fulfilled, rows.size(), late)),
                Block.table(
                        List.of(
                                new Column("STT", 2, Align.CENTER),
                                new Column("Họ và tên", 7, Align.LEFT),
                                new Column("Đến", 4, Align.CENTER),
                                new Column("Đã xem", 4, Align.CENTER),
                                new Column("Đã trả lời", 4, Align.CENTER),
                                new Column("Ghi chú", 3, Align.CENTER),
                                new Column("Mã nhật ký", 5, Align.CENTER)),
                        cells),
                Block.body("Mã chỉ đạo (SHA-256): "
                        + directive.standing().issuance().hash()),
                Block.body(
                        "Mã nhật ký là các ký tự đầu của mã niêm phong trên dòng nhật ký ghi việc làm cuối cùng của người"
                                + " nhận; cột Đã trả lời là lúc xác nhận, trả lời hoặc báo hoàn thành."),
                new Block.Closing(List.of(), List.of(new Signature(List.of("NGƯỜI LẬP"), ""))));
    }

    private static Optional<Instant> answered(Receipt receipt) {
        return receipt.completedAt().or(receipt::repliedAt).or(receipt::acknowledgedAt);
    }

    private static String time(Optional<Instant> at) {
        return at.map(VietnamTime::moment).orElse("");
    }
}
