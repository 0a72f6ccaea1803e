package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.PrintedDocument.Part;

/** Words the report on how a regulation was kept, with an annex of evidence for each clause. */
public final class EvidencePaper {

    private final String school;
    private final String title;
    private final DaySpan days;
    private final LocalDate day;
    private final List<List<String>> clauses = new ArrayList<>();
    private final List<Part> annexes = new ArrayList<>();
    private int kept;
    private int atRisk;
    private int broken;

    /**
     * A report.
     *
     * @param school the school
     * @param title the title of the regulation
     * @param days the period
     * @param day the day on which it is made
     */
    public EvidencePaper(String school, String title, DaySpan days, LocalDate day) {
        this.school = school;
        this.title = title;
        this.days = days;
        this.day = day;
    }

    /**
     * A line of evidence on paper.
     *
     * @param time when
     * @param kind what it shows
     * @param text what happened
     * @param person whom it is about
     */
    public record Line(String time, String kind, String text, String person) {}

    /** Adds a clause to the table. */
    public void clause(String article, String summary, Judgement judgement, String verdict, String why, Tally tally) {
        switch (judgement.verdict()) {
            case KEPT -> kept++;
            case AT_RISK -> atRisk++;
            case BROKEN -> broken++;
            case NOT_APPLICABLE -> {
                // stands in the table only
            }
        }
        clauses.add(Block.row(
                String.valueOf(clauses.size() + 1),
                article,
                summary,
                verdict + ". " + why,
                String.valueOf(tally.due()),
                String.valueOf(tally.late()),
                String.valueOf(tally.missed()),
                String.valueOf(tally.kept() + tally.refused()),
                String.valueOf(tally.violations())));
    }

    /**
     * Adds an annex with the evidence of a clause.
     *
     * @param all how many lines there are; the rest stands in the file that is named
     */
    public void annex(String article, String summary, List<Line> lines, long all, String file) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title("Phụ lục " + (annexes.size() + 1), article + ". " + summary, ""));
        blocks.add(Block.body("Số dòng minh chứng: " + all
                + (all > lines.size()
                        ? ". In " + lines.size() + " dòng gần nhất; toàn bộ ở tệp " + file + "."
                        : ". Tệp dữ liệu: " + file + ".")));
        blocks.add(Block.table(
                List.of(
                        new Column("Thời điểm", 4, Align.CENTER),
                        new Column("Cho thấy", 3, Align.LEFT),
                        new Column("Nội dung", 12, Align.LEFT),
                        new Column("Người", 5, Align.LEFT)),
                lines.stream()
                        .map(line -> Block.row(line.time(), line.kind(), line.text(), line.person()))
                        .toList()));
        annexes.add(new Part(true, blocks));
    }

    /** The whole. */
    public PrintedDocument document() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                true,
                List.of(
                        new Block.Letterhead("", school, "", "", DocumentWords.placeAndDate("", day)),
                        new Block.Title(
                                "Báo cáo minh chứng",
                                "Về việc thực hiện " + title,
                                "(Từ ngày " + VietnamTime.day(days.from()) + " đến ngày " + VietnamTime.day(days.to())
                                        + ")"),
                        Block.body("Số điều khoản: " + clauses.size() + ". Thực hiện tốt: " + kept + ". Có nguy cơ: "
                                + atRisk + ". Không thực hiện: " + broken + ". Chưa xét: "
                                + (clauses.size() - kept - atRisk - broken) + "."),
                        Block.table(
                                List.of(
                                        new Column("STT", 2, Align.CENTER),
                                        new Column("Điều", 5, Align.LEFT),
                                        new Column("Nội dung", 10, Align.LEFT),
                                        new Column("Kết quả", 7, Align.LEFT),
                                        new Column("Đến hạn", 2, Align.RIGHT),
                                        new Column("Trễ", 2, Align.RIGHT),
                                        new Column("Bỏ lỡ", 2, Align.RIGHT),
                                        new Column("Minh chứng khác", 3, Align.RIGHT),
                                        new Column("Vi phạm", 2, Align.RIGHT)),
                                clauses),
                        Block.text(Style.REMARK, "Mã băm SHA-256 của từng tệp kèm theo ghi trong tệp manifest.json."),
                        new Block.Closing(List.of(), List.of(new Signature(List.of("Người lập"), ""))))));
        parts.addAll(annexes);
        return new PrintedDocument("Báo cáo minh chứng: " + title, parts);
    }
}
