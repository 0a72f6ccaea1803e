package vn.quyche.core.document.internal.model;

import java.util.List;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;

/** The forms of registers with the columns of NĐ 30/2020/NĐ-CP, Phụ lục IV. */
public enum RegisterForm {
    /** Sổ đăng ký văn bản đi. */
    OUTGOING(
            6,
            new Column("Số, ký hiệu văn bản", 5, Align.LEFT),
            new Column("Ngày tháng văn bản", 5, Align.CENTER),
            new Column("Tên loại và trích yếu nội dung văn bản", 11, Align.LEFT),
            new Column("Người ký", 5, Align.LEFT),
            new Column("Nơi nhận văn bản", 7, Align.LEFT),
            new Column("Đơn vị, người nhận bản lưu", 4, Align.LEFT),
            new Column("Số lượng bản", 3, Align.CENTER),
            new Column("Ngày chuyển", 5, Align.CENTER),
            new Column("Ký nhận", 3, Align.CENTER),
            new Column("Ghi chú", 5, Align.LEFT)),
    /** Sổ đăng ký văn bản đến. */
    INCOMING(
            1,
            new Column("Ngày đến", 5, Align.CENTER),
            new Column("Số đến", 3, Align.CENTER),
            new Column("Tác giả", 6, Align.LEFT),
            new Column("Số, ký hiệu văn bản", 5, Align.LEFT),
            new Column("Ngày tháng văn bản", 5, Align.CENTER),
            new Column("Tên loại và trích yếu nội dung văn bản", 10, Align.LEFT),
            new Column("Đơn vị hoặc người nhận", 6, Align.LEFT),
            new Column("Ngày chuyển", 5, Align.CENTER),
            new Column("Ký nhận", 3, Align.CENTER),
            new Column("Ghi chú", 4, Align.LEFT)),
    /** Sổ theo dõi giải quyết văn bản đến. */
    FOLLOW_UP(
            0,
            new Column("Số đến", 3, Align.CENTER),
            new Column("Tên loại, số và ký hiệu, ngày tháng và tác giả văn bản", 12, Align.LEFT),
            new Column("Đơn vị hoặc người nhận", 7, Align.LEFT),
            new Column("Thời hạn giải quyết", 5, Align.CENTER),
            new Column("Tiến độ giải quyết", 10, Align.LEFT),
            new Column("Số, ký hiệu văn bản trả lời", 5, Align.LEFT),
            new Column("Ghi chú", 5, Align.LEFT));

    private final int counted;
    private final List<Column> columns;

    RegisterForm(int counted, Column... columns) {
        this.counted = counted;
        this.columns = List.of(columns);
    }

    /** The form in which a register is kept. */
    public static RegisterForm of(Direction direction) {
        return direction == Direction.INCOMING ? INCOMING : OUTGOING;
    }

    /** Whether registers of a direction are shown in it; arrivals are in two forms. */
    public boolean fits(Direction direction) {
        return this == of(direction) || this == FOLLOW_UP && direction == Direction.INCOMING;
    }

    /** Its columns. */
    public List<Column> columns() {
        return columns;
    }

    /** Their headings. */
    public List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** The place of the column that holds numbers: copies, or số đến. */
    public int countedColumn() {
        return counted;
    }
}
