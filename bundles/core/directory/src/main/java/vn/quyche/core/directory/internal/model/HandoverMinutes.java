package vn.quyche.core.directory.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Leavings.Item;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.Leaving;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** The minutes of a handover: what was handed over, who confirmed it when, and what was left open by whose reason. */
@Regulated({"BC.7.3", "TT.6.3"})
public final class HandoverMinutes {

    private HandoverMinutes() {}

    /**
     * The minutes as of a day.
     *
     * @param superior the authority above the school; empty for none
     * @param receiver the name of who receives for the school
     */
    public static PrintedDocument document(
            Leaving leaving, School school, String superior, String receiver, LocalDate day) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Letterhead(superior, school.name(), "", "", DocumentWords.placeAndDate(school.place(), day)));
        blocks.add(new Block.Title("Biên bản bàn giao", "Người rời trường: " + leaving.personName(), ""));
        blocks.add(Block.body("Ngày làm việc cuối: " + VietnamTime.day(leaving.lastDay()) + "."));
        if (!leaving.decisionNumber().isEmpty()) {
            blocks.add(Block.body("Theo quyết định số " + leaving.decisionNumber() + "."));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Item item : leaving.items()) {
            rows.add(Block.row(
                    String.valueOf(rows.size() + 1),
                    item.title(),
                    side(item, item.leaverConfirmedAt()),
                    item.receiverName() + "\n" + side(item, item.receiverConfirmedAt())));
        }
        blocks.add(Block.table(
                List.of(
                        new Column("STT", 2, Align.CENTER),
                        new Column("Nội dung bàn giao", 10, Align.LEFT),
                        new Column("Bên giao xác nhận", 5, Align.CENTER),
                        new Column("Bên nhận xác nhận", 6, Align.CENTER)),
                rows));
        if (!leaving.closingReason().isEmpty()) {
            blocks.add(Block.body("Lý do kết thúc khi còn mục chưa xong: " + leaving.closingReason()));
        }
        blocks.add(new Block.Closing(
                List.of(),
                List.of(
                        new Signature(List.of("BÊN GIAO"), leaving.personName()),
                        new Signature(List.of("BÊN NHẬN"), receiver))));
        return PrintedDocument.of("Biên bản bàn giao " + leaving.personName(), blocks);
    }

    private static String side(Item item, Optional<Instant> at) {
        if (at.isPresent()) {
            return VietnamTime.moment(at.get());
        }
        return item.state() == ItemState.GONE ? "Không còn phải bàn giao" : "Chưa xác nhận";
    }
}
