package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveStanding;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.Requirement;

@Regulated("BC.3.3")
class ReceiptSheetTest {

    private static final Instant NINE = Instant.parse("2026-10-05T02:00:00Z");

    @Test
    void givesEachReceiptTheSealOfTheLastThingThatThePersonDid() {
        List<ReceiptSheet.Row> rows = ReceiptSheet.rows(
                List.of(receipt("lan", ReceiptStage.ACKNOWLEDGED, false), receipt("minh", ReceiptStage.PENDING, true)),
                List.of(
                        line("lan", Outcome.REFUSED, "ffff"),
                        line("lan", Outcome.DONE, "bbbb"),
                        line("lan", Outcome.DONE, "aaaa"),
                        line("principal", Outcome.DONE, "cccc")));
        assertThat(rows).extracting(ReceiptSheet.Row::hash).containsExactly("bbbb", "");
    }

    @Test
    void saysWhoHasAnsweredWhenAndUnderWhichSeal() {
        PrintedDocument sheet = ReceiptSheet.document(
                new Directive(
                        "d1",
                        new NewDirective(
                                "g1",
                                "Họp hội đồng",
                                "Họp lúc 9 giờ.",
                                Requirement.ACKNOWLEDGE,
                                Optional.of(NINE.plusSeconds(3600)),
                                List.of(),
                                "",
                                List.of(),
                                Optional.empty()),
                        "principal",
                        "Trần Thị Ngọc Lan",
                        new DirectiveStanding(
                                DirectiveState.ISSUED,
                                new Issuance("03/2026/N01", Optional.of(NINE), "", "0123456789abcdef", 1),
                                Optional.empty(),
                                "",
                                ""),
                        1),
                "Hội đồng sư phạm",
                List.of(
                        new ReceiptSheet.Row(receipt("lan", ReceiptStage.ACKNOWLEDGED, false), "fedcba98765432100123"),
                        new ReceiptSheet.Row(receipt("minh", ReceiptStage.PENDING, true), "")),
                new ReceiptSheet.Issuer("UBND xã Suối Mơ", "Trường TH&THCS Hoa Sen", "Suối Mơ"),
                NINE.plusSeconds(7200));
        List<Block> blocks = sheet.parts().get(0).blocks();
        assertThat(blocks)
                .contains(
                        Block.body("Kết quả:", "1 trên 2 người đã thực hiện, 1 người trễ hạn."),
                        Block.body("Ban hành:", "Trần Thị Ngọc Lan, lúc 05/10/2026 09:00."),
                        Block.body("Mã chỉ đạo (SHA-256): 0123456789abcdef"));
        assertThat(blocks.stream()
                        .filter(Block.Table.class::isInstance)
                        .map(Block.Table.class::cast)
                        .toList())
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .containsExactly(
                                List.of("1", "lan", "05/10/2026 09:00", "", "05/10/2026 09:10", "", "fedcba987654"),
                                List.of("2", "minh", "05/10/2026 09:00", "", "", "Trễ hạn", "")));
    }

    private static Receipt receipt(String person, ReceiptStage stage, boolean late) {
        return new Receipt(
                "d1",
                person,
                person,
                stage,
                Optional.of(NINE),
                Optional.empty(),
                stage == ReceiptStage.ACKNOWLEDGED ? Optional.of(NINE.plusSeconds(600)) : Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                late);
    }

    private static AuditLine line(String person, Outcome outcome, String hash) {
        return new AuditLine(
                hash,
                Optional.of(1L),
                NINE,
                "account",
                Optional.of(person),
                person,
                "UI",
                "",
                "",
                "group.acknowledge-directive",
                "group.directive",
                "d1",
                outcome,
                "",
                "",
                "",
                "",
                "",
                hash);
    }
}
