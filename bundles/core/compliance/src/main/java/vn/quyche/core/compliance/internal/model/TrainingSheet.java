package vn.quyche.core.compliance.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** The attendance sheet of a training: to be signed before it is held, with who came afterwards. */
@Regulated("TA.12d")
public final class TrainingSheet {

    private TrainingSheet() {}

    /** The sheet. */
    public static PrintedDocument document(
            Training training, String responsible, List<Attendee> people, Directory directory) {
        var day = VietnamTime.at(training.startsAt()).toLocalDate();
        boolean held = training.state() == Training.State.HELD;
        School school = directory.school();
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        List<List<String>> rows = new ArrayList<>();
        for (Attendee one : people) {
            rows.add(Block.row(String.valueOf(rows.size() + 1), one.name(), held ? result(one) : "", ""));
        }
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Letterhead(superior, school.name(), "", "", DocumentWords.placeAndDate(school.place(), day)),
                new Block.Title("Danh sách điểm danh", training.title(), training.makeUp() ? "(Tập huấn bù)" : ""),
                Block.body("Nội dung:", training.about() + "."),
                Block.body("Thời gian, địa điểm:", where(training)),
                Block.body("Người tập huấn:", training.trainer() + ".")));
        if (held) {
            blocks.add(Block.body(
                    "Kết quả:", "%d trên %d người có mặt.".formatted(training.present(), training.invited())));
        }
        blocks.add(Block.table(
                List.of(
                        new Column("STT", 2, Align.CENTER),
                        new Column("Họ và tên", 9, Align.LEFT),
                        new Column("Có mặt", 5, Align.CENTER),
                        new Column("Ký tên", 5, Align.CENTER)),
                rows));
        Optional.of(training.remark())
                .filter(remark -> !remark.isEmpty())
                .ifPresent(remark -> blocks.add(Block.body("Ghi chú:", remark)));
        blocks.add(new Block.Closing(
                List.of("Lưu: Văn phòng"),
                List.of(
                        new Signature(List.of("NGƯỜI TẬP HUẤN"), ""),
                        new Signature(List.of("NGƯỜI PHỤ TRÁCH"), responsible))));
        return PrintedDocument.of("Danh sách điểm danh " + training.title(), blocks);
    }

    private static String where(Training training) {
        return VietnamTime.moment(training.startsAt()) + ", " + training.place() + ".";
    }

    private static String result(Attendee one) {
        if (one.present()) {
            return "Có mặt";
        }
        return one.madeUp() ? "Vắng, đã tập huấn bù" : "Vắng";
    }
}
