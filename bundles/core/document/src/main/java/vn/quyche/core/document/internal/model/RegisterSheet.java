package vn.quyche.core.document.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** The register of outgoing documents with the ten columns of NĐ 30/2020/NĐ-CP, Phụ lục IV, as rows and on paper. */
public final class RegisterSheet {

    private static final List<Column> COLUMNS = List.of(
            new Column("Số, ký hiệu văn bản", 5, Align.LEFT),
            new Column("Ngày tháng văn bản", 5, Align.CENTER),
            new Column("Tên loại và trích yếu nội dung văn bản", 11, Align.LEFT),
            new Column("Người ký", 5, Align.LEFT),
            new Column("Nơi nhận văn bản", 7, Align.LEFT),
            new Column("Đơn vị, người nhận bản lưu", 4, Align.LEFT),
            new Column("Số lượng bản", 3, Align.CENTER),
            new Column("Ngày chuyển", 5, Align.CENTER),
            new Column("Ký nhận", 3, Align.CENTER),
            new Column("Ghi chú", 5, Align.LEFT));

    private static final List<Column> ARRIVALS = List.of(
            new Column("Ngày đến", 5, Align.CENTER),
            new Column("Số đến", 3, Align.CENTER),
            new Column("Tác giả", 6, Align.LEFT),
            new Column("Số, ký hiệu văn bản", 5, Align.LEFT),
            new Column("Ngày tháng văn bản", 5, Align.CENTER),
            new Column("Tên loại và trích yếu nội dung văn bản", 10, Align.LEFT),
            new Column("Đơn vị hoặc người nhận", 6, Align.LEFT),
            new Column("Ngày chuyển", 5, Align.CENTER),
            new Column("Ký nhận", 3, Align.CENTER),
            new Column("Ghi chú", 4, Align.LEFT));

    private static final int COPIES = 6;
    private static final int ARRIVAL_NUMBER = 1;

    private RegisterSheet() {}

    /** How wide the columns are beside each other. */
    public static List<Integer> shares(Direction direction) {
        return columns(direction).stream().map(Column::weight).toList();
    }

    /** The place of the column that counts: copies of outgoing documents, số đến of incoming ones. */
    public static int countedColumn(Direction direction) {
        return direction == Direction.OUTGOING ? COPIES : ARRIVAL_NUMBER;
    }

    private static List<Column> columns(Direction direction) {
        return direction == Direction.OUTGOING ? COLUMNS : ARRIVALS;
    }

    /** The headings of the columns of arrivals. */
    public static List<String> arrivalHeadings() {
        return ARRIVALS.stream().map(Column::heading).toList();
    }

    /**
     * The line of an incoming document.
     *
     * @param receivers the names of who handles it
     */
    public static List<String> row(IncomingDocument document, String receivers) {
        return List.of(
                VietnamTime.day(document.arrivedOn()),
                String.valueOf(document.number()),
                document.sender(),
                document.code(),
                document.day().map(VietnamTime::day).orElse(""),
                document.kind().title() + ": " + document.subject(),
                receivers,
                document.opinionAt()
                        .map(at -> VietnamTime.day(VietnamTime.at(at).toLocalDate()))
                        .orElse(""),
                "",
                document.remark());
    }

    /** The headings of the columns. */
    public static List<String> headings() {
        return COLUMNS.stream().map(Column::heading).toList();
    }

    /** The line of a document. */
    public static List<String> row(OutgoingDocument document, Map<String, String> names) {
        List<String> kept = document.recipients().stream()
                .filter(RegisterSheet::keeps)
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
        return List.of(
                document.code(),
                document.day().map(VietnamTime::day).orElse(""),
                document.kind().title() + ": " + document.subject(),
                names.getOrDefault(document.signerId(), ""),
                String.join(
                        "; ",
                        document.recipients().stream()
                                .filter(line -> !keeps(line))
                                .toList()),
                kept.isEmpty() ? "VT" : String.join("; ", kept),
                document.copies() == 0 ? "" : String.valueOf(document.copies()),
                document.issuedAt()
                        .map(at -> VietnamTime.day(VietnamTime.at(at).toLocalDate()))
                        .orElse(""),
                "",
                remark(document));
    }

    /**
     * The register of a year on paper.
     *
     * @param rows its lines, as {@code row} makes them
     */
    public static PrintedDocument paper(
            Book book, int year, List<List<String>> rows, Directory directory, LocalDate day) {
        School school = directory.school();
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Letterhead(superior, school.name(), "", "", DocumentWords.placeAndDate(school.place(), day)));
        blocks.add(new Block.Title(book.name(), "Năm " + year, ""));
        secretPlace(book).ifPresent(text -> blocks.add(Block.body(text)));
        blocks.add(Block.table(columns(book.direction()), rows));
        blocks.add(new Block.Closing(List.of(), List.of(new Signature(List.of("VĂN THƯ"), ""))));
        return new PrintedDocument(book.name() + " " + year, List.of(new PrintedDocument.Part(true, blocks)));
    }

    private static Optional<String> secretPlace(Book book) {
        return Optional.of(book.secretPlace())
                .filter(place -> !place.isEmpty())
                .map(place -> "Văn bản mật đăng ký riêng trên sổ giấy: " + place + ".");
    }

    private static boolean keeps(String line) {
        return line.startsWith("Lưu");
    }

    private static String remark(OutgoingDocument document) {
        if (document.state() == OutgoingState.CANCELLED) {
            return "Hủy: " + document.reason();
        }
        return document.state() == OutgoingState.RECALLED ? "Thu hồi: " + document.reason() : document.remark();
    }
}
