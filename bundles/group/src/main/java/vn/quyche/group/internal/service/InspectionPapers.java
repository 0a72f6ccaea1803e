package vn.quyche.group.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.Line;
import vn.quyche.group.internal.model.ReceiptSheet;

/** Reports on inspections on paper; a signed one is always the same, down to its bytes, until a finding is remedied. */
@Component(service = InspectionPapers.class)
@Regulated("BC.7.2")
public final class InspectionPapers {

    /** Papers are Vietnamese, whoever prints them. */
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Inspections inspections;
    private final InspectionWords words;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public InspectionPapers(
            @Reference Inspections inspections,
            @Reference InspectionWords words,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.inspections = inspections;
        this.words = words;
        this.directory = directory;
        this.clock = clock;
    }

    /** The report to print. */
    public PrintedDocument paper(Caller caller, String inspectionId) {
        InspectionReport report = inspections.get(caller, inspectionId);
        Inspection inspection = report.inspection();
        var day =
                VietnamTime.at(inspection.signedAt().orElseGet(clock::instant)).toLocalDate();
        ReceiptSheet.Issuer issuer = ReceiptSheet.Issuer.of(directory, day);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Letterhead(
                issuer.superior(), issuer.school(), "", "", DocumentWords.placeAndDate(issuer.place(), day)));
        blocks.add(new Block.Title(
                "Báo cáo",
                "Kết quả kiểm tra nhóm " + inspection.groupName() + " (" + inspection.groupCode() + ")",
                inspection.draft() ? "(Dự thảo)" : ""));
        blocks.add(Block.body("Kỳ kiểm tra:", period(inspection) + "."));
        blocks.add(Block.body("Số liệu tính đến:", VietnamTime.moment(report.asOf()) + "."));
        blocks.add(Block.body("Người kiểm tra:", inspection.inspectorName() + "."));
        blocks.add(Block.text(Block.Style.HEADING, "1. Số liệu"));
        blocks.add(figures(report));
        int number = 2;
        for (Line.Section section : Line.Section.values()) {
            List<Line> lines = report.of(section);
            if (!lines.isEmpty()) {
                blocks.add(Block.text(Block.Style.HEADING, number + ". " + words.section(section, VIETNAMESE)));
                blocks.add(lines(lines));
                number++;
            }
        }
        blocks.add(Block.text(Block.Style.HEADING, number + ". Nội dung cần khắc phục"));
        blocks.add(report.findings().isEmpty() ? Block.body("Không có.") : findings(report.findings()));
        blocks.add(Block.text(Block.Style.HEADING, number + 1 + ". Kết luận"));
        blocks.add(Block.body(inspection.conclusion()));
        if (!inspection.draft()) {
            blocks.add(Block.body("Mã niêm phong (SHA-256): " + inspection.hash()));
        }
        blocks.add(new Block.Closing(
                List.of("Trưởng nhóm", "Lưu: Văn phòng"),
                List.of(new Signature(List.of("NGƯỜI KIỂM TRA"), inspection.draft() ? "" : inspection.signedBy()))));
        return PrintedDocument.of("Báo cáo kiểm tra nhóm " + inspection.groupCode(), blocks);
    }

    /** The days of a report in words. */
    public static String period(Inspection inspection) {
        return VietnamTime.day(inspection.from()) + " – " + VietnamTime.day(inspection.to());
    }

    private Block figures(InspectionReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            rows.add(Block.row(
                    String.valueOf(rows.size() + 1),
                    words.figure(figure, VIETNAMESE),
                    String.valueOf(report.figures().get(figure))));
        }
        return Block.table(
                List.of(
                        new Column("STT", 2, Align.CENTER),
                        new Column("Chỉ tiêu", 14, Align.LEFT),
                        new Column("Số lượng", 4, Align.RIGHT)),
                rows);
    }

    private Block lines(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(Block.row(
                    String.valueOf(rows.size() + 1),
                    words.subject(line, VIETNAMESE),
                    words.result(line, VIETNAMESE),
                    line.at().map(VietnamTime::moment).orElse("")));
        }
        return Block.table(
                List.of(
                        new Column("STT", 2, Align.CENTER),
                        new Column("Nội dung", 10, Align.LEFT),
                        new Column("Kết quả", 8, Align.LEFT),
                        new Column("Lúc", 5, Align.CENTER)),
                rows);
    }

    private Block findings(List<Finding> findings) {
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(Block.row(
                    String.valueOf(rows.size() + 1),
                    words.kind(finding.kind(), VIETNAMESE) + ": " + finding.text(),
                    finding.remedy(),
                    VietnamTime.day(finding.dueOn()),
                    finding.remediedAt()
                            .map(at -> VietnamTime.moment(at) + ": " + finding.remark())
                            .orElse("")));
        }
        return Block.table(
                List.of(
                        new Column("STT", 2, Align.CENTER),
                        new Column("Nội dung", 8, Align.LEFT),
                        new Column("Yêu cầu", 6, Align.LEFT),
                        new Column("Hạn", 4, Align.CENTER),
                        new Column("Đã khắc phục", 6, Align.LEFT)),
                rows);
    }
}
