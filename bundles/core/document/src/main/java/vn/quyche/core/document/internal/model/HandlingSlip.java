package vn.quyche.core.document.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;

/** Phiếu giải quyết văn bản đến: opinion, who handles it, what became of it (NĐ 30/2020/NĐ-CP, Phụ lục IV). */
public final class HandlingSlip {

    private static final String ROOM = "……………………………………………………………";

    private HandlingSlip() {}

    /**
     * The slip.
     *
     * @param lead the name of who handles it, empty for nobody yet
     * @param collaborators the names of who helps
     */
    public static PrintedDocument of(
            IncomingDocument document, String lead, List<String> collaborators, Directory directory, LocalDate today) {
        School school = directory.school();
        String superior = directory.authorities(today).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Letterhead(
                superior, school.name(), "", "", DocumentWords.placeAndDate(school.place(), today)));
        blocks.add(new Block.Title(
                "Phiếu giải quyết văn bản đến",
                document.sender()
                        + (document.code().isEmpty() ? "" : ", số " + document.code())
                        + document.day()
                                .map(day -> ", ngày " + VietnamTime.day(day))
                                .orElse(""),
                ""));
        blocks.add(Block.body("Về việc:", document.subject() + "."));
        blocks.add(Block.body(
                "Số đến:", document.number() + ", ngày đến: " + VietnamTime.day(document.arrivedOn()) + "."));
        blocks.add(Block.text(Block.Style.HEADING, "1. Ý kiến của lãnh đạo trường"));
        blocks.add(Block.body(filled(document.opinion())));
        blocks.add(Block.body(
                "Giao:",
                filled(lead) + " chủ trì"
                        + (collaborators.isEmpty() ? "" : "; phối hợp: " + String.join(", ", collaborators)) + "."));
        blocks.add(
                Block.body("Thời hạn:", document.dueOn().map(VietnamTime::day).orElse("không đặt") + "."));
        blocks.add(Block.text(Block.Style.HEADING, "2. Ý kiến của bộ phận chủ trì"));
        blocks.add(Block.body(ROOM));
        blocks.add(Block.text(Block.Style.HEADING, "3. Kết quả giải quyết"));
        blocks.add(Block.body(filled(document.outcome())));
        blocks.add(
                new Block.Closing(List.of(), List.of(new Signature(List.of("LÃNH ĐẠO TRƯỜNG"), document.opinionBy()))));
        return PrintedDocument.of("Phiếu giải quyết văn bản đến số " + document.number(), blocks);
    }

    private static String filled(String text) {
        return text.isEmpty() ? ROOM : text;
    }
}
