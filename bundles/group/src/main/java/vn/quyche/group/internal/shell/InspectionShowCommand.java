package vn.quyche.group.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.Line;
import vn.quyche.group.internal.service.InspectionPapers;
import vn.quyche.group.internal.service.InspectionWords;

/** Shows a report with its figures, its lines and its findings. */
@Service
@Command(scope = "group", name = "inspection-show", description = "Một báo cáo kiểm tra nhóm với số liệu")
public final class InspectionShowCommand extends QuycheCommand {

    @Argument(name = "inspection", description = "id của báo cáo", required = true)
    private String id;

    @Reference
    private Inspections inspections;

    @Reference
    private InspectionWords words;

    @Override
    protected void run() {
        Locale locale = caller().locale();
        List<Column<InspectionReport>> columns = new ArrayList<>(List.of(
                Column.of(
                        text("group.column.group"),
                        one -> one.inspection().groupCode() + " "
                                + one.inspection().groupName()),
                Column.of(text("group.inspection.period"), one -> InspectionPapers.period(one.inspection())),
                Column.of(text("group.inspection.as-of"), one -> VietnamTime.moment(one.asOf())),
                Column.of(
                        text("core.state"),
                        one -> text("group.inspection-state." + one.inspection().state())),
                Column.of(
                        text("group.inspection.seal"),
                        one -> text(one.intact() ? "group.inspection.intact" : "group.inspection.broken"))));
        for (Figure figure : Figure.values()) {
            columns.add(
                    Column.of(words.figure(figure, locale), one -> one.figures().get(figure)));
        }
        for (Line.Section section : Line.Section.values()) {
            columns.add(Column.of(
                    words.section(section, locale),
                    one -> one.of(section).stream()
                            .map(line -> words.subject(line, locale) + ": " + words.result(line, locale))
                            .collect(Collectors.joining("\n"))));
        }
        columns.add(Column.of(
                text("group.findings"),
                one -> one.findings().stream().map(this::line).collect(Collectors.joining("\n"))));
        columns.add(Column.of(
                text("group.inspection.conclusion"), one -> one.inspection().conclusion()));
        showOne(inspections.get(caller(), id), columns);
    }

    private String line(Finding finding) {
        return finding.id() + " " + words.kind(finding.kind(), caller().locale()) + ": " + finding.text() + " → "
                + finding.remedy() + " (" + VietnamTime.day(finding.dueOn()) + ")"
                + finding.remediedAt()
                        .map(at -> " ✓ " + VietnamTime.moment(at) + " " + finding.remark())
                        .orElse("");
    }
}
