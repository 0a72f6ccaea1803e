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
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** Registers in the forms of NĐ 30/2020/NĐ-CP, Phụ lục IV, as rows and on paper. */
public final class RegisterSheet {

    private RegisterSheet() {}

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

    /**
     * The line of an incoming document in the register by which its handling is followed.
     *
     * @param receivers the names of who handles it
     * @param answers number and symbol of what answers it
     * @param today the day on which it is late or not
     */
    public static List<String> followUp(
            IncomingDocument document, String receivers, List<String> answers, LocalDate today) {
        return List.of(
                String.valueOf(document.number()),
                document.kind().title()
                        + (document.code().isEmpty() ? "" : " " + document.code())
                        + document.day()
                                .map(day -> " ngày " + VietnamTime.day(day))
                                .orElse("")
                        + ", " + document.sender() + ": " + document.subject(),
                receivers,
                document.dueOn().map(VietnamTime::day).orElse(""),
                progress(document, today),
                String.join("; ", answers),
                document.remark());
    }

    private static String progress(IncomingDocument document, LocalDate today) {
        String word = switch (document.state()) {
            case REGISTERED -> "Chờ ý kiến";
            case DIRECTED -> "Đã có ý kiến, chờ phân công";
            case ASSIGNED -> "Đã giao";
            case IN_PROGRESS -> "Đang giải quyết";
            case COMPLETED ->
                "Xong ngày "
                        + document.completedAt()
                                .map(at -> VietnamTime.day(VietnamTime.at(at).toLocalDate()))
                                .orElse("")
                        + ": " + document.outcome();
        };
        return document.late(today) ? word + " (quá hạn)" : word;
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
            Book book, RegisterForm form, int year, List<List<String>> rows, Directory directory, LocalDate day) {
        School school = directory.school();
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Letterhead(superior, school.name(), "", "", DocumentWords.placeAndDate(school.place(), day)));
        blocks.add(new Block.Title(title(book, form), "Năm " + year, ""));
        secretPlace(book).ifPresent(text -> blocks.add(Block.body(text)));
        blocks.add(Block.table(form.columns(), rows));
        blocks.add(new Block.Closing(List.of(), List.of(new Signature(List.of("VĂN THƯ"), ""))));
        return new PrintedDocument(title(book, form) + " " + year, List.of(new PrintedDocument.Part(true, blocks)));
    }

    /** What the register is called in a form. */
    public static String title(Book book, RegisterForm form) {
        return form == RegisterForm.FOLLOW_UP ? "Sổ theo dõi giải quyết văn bản đến" : book.name();
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
