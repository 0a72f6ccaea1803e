package vn.quyche.signing.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;

/** The minutes of a hand-over: who gave what to whom, when each confirmed it, and what they undertake. Clause MT.11.5. */
@Regulated("MT.11.5")
public final class HandOverMinutes {

    private HandOverMinutes() {}

    /** The number in its written form. */
    public static String number(int number, int year) {
        return "%02d/%d/BB-KS".formatted(number, year);
    }

    /** The minutes of a hand-over that is done. */
    public static PrintedDocument document(HandOver done, SigningToken token, Directory directory) {
        Instant at = done.settledAt().orElseThrow();
        LocalDate day = VietnamTime.at(at).toLocalDate();
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        String what = done.kind() == HandOver.Kind.ISSUE ? "Giao thiết bị ký số" : "Trả thiết bị ký số";
        String place = directory.school().place();
        return PrintedDocument.of(
                "Biên bản " + done.number(),
                new Block.Letterhead(
                        superior, directory.school().name(), done.number(), "", DocumentWords.placeAndDate(place, day)),
                new Block.Title("Biên bản", what, ""),
                Block.body("Bên giao:", done.giverName() + ", xác nhận lúc " + moment(done.giverAt()) + "."),
                Block.body("Bên nhận:", done.receiverName() + ", xác nhận lúc " + moment(done.receiverAt()) + "."),
                Block.body("Lý do:", done.reason() + "."),
                Block.table(
                        List.of(
                                new Block.Column("Nội dung", 3, Block.Align.LEFT),
                                new Block.Column("Thiết bị", 6, Block.Align.LEFT)),
                        List.of(
                                Block.row("Số thiết bị", token.serial()),
                                Block.row("Chữ ký của", token.holderName()),
                                Block.row("Nhà cung cấp", token.provider()),
                                Block.row("Chứng thư số", token.certificate().serial()),
                                Block.row(
                                        "Nơi cấp chứng thư", token.certificate().issuer()),
                                Block.row(
                                        "Hiệu lực",
                                        VietnamTime.moment(token.certificate().validFrom())
                                                + " – "
                                                + VietnamTime.moment(
                                                        token.certificate().validTo())),
                                Block.row("Mục đích", token.purpose()),
                                Block.row("Nơi giữ", done.place()),
                                Block.row(
                                        "Tình trạng", done.condition().isEmpty() ? "Bình thường" : done.condition()))),
                Block.body("Hai bên đã kiểm tra thiết bị và thống nhất:"),
                Block.body("1.", "Người giữ thiết bị giữ bí mật khóa riêng và mã PIN, không cho người khác dùng."),
                Block.body("2.", "Chỉ ký văn bản của nhà trường, trong phạm vi được giao."),
                Block.body("3.", "Mất thiết bị hoặc nghi bị lộ thì báo ngay; không dùng nữa thì trả lại nhà trường."),
                Block.body(
                        "Biên bản được hai bên xác nhận bằng tài khoản của mình trên hệ thống, mã " + done.id() + "."),
                new Block.Closing(
                        List.of(),
                        List.of(
                                new Block.Signature(List.of("BÊN GIAO"), done.giverName()),
                                new Block.Signature(List.of("BÊN NHẬN"), done.receiverName()))));
    }

    private static String moment(Optional<Instant> at) {
        return at.map(VietnamTime::moment).orElse("");
    }
}
