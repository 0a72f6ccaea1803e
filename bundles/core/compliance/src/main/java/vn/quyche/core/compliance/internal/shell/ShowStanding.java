package vn.quyche.core.compliance.internal.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.compliance.internal.model.Verdict;
import vn.quyche.core.compliance.internal.service.StandingLine;
import vn.quyche.core.compliance.internal.service.Standings;
import vn.quyche.core.compliance.internal.service.Standings.Overview;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows how the regulations stand, or the clauses of one, or those with a verdict. */
@Service
@Command(scope = "regulation", name = "standing", description = "Tình hình thực hiện quy chế")
public final class ShowStanding extends QuycheCommand {

    @Option(name = "--regulation", description = "Mã quy chế hoặc mã mẫu; không ghi thì tổng hợp mọi quy chế")
    private String regulation;

    @Option(name = "--verdict", description = "KEPT, AT_RISK, BROKEN hoặc NOT_APPLICABLE")
    private String verdict;

    @Option(name = "--period", description = "Tháng 2026-11, năm học 2026-2027, học kỳ 2026-2027-1")
    private String period;

    @Option(name = "--from", description = "Từ ngày, ví dụ 2026-09-05")
    private String from;

    @Option(name = "--to", description = "Đến ngày")
    private String to;

    @Reference
    private Standings standings;

    @Override
    protected void run() {
        DaySpan days = standings.period(Optional.ofNullable(period), day("from", from), day("to", to));
        if (regulation == null && verdict == null) {
            show(
                    standings.overview(caller(), days),
                    List.of(
                            Column.of("Mã", Overview::id),
                            Column.of("Quy chế", Overview::title),
                            Column.of("Đã ban hành", one -> text(one.adopted() ? "core.yes" : "core.no")),
                            Column.of(text("compliance.verdict.KEPT"), Overview::kept),
                            Column.of(text("compliance.verdict.AT_RISK"), Overview::atRisk),
                            Column.of(text("compliance.verdict.BROKEN"), Overview::broken),
                            Column.of(text("compliance.verdict.NOT_APPLICABLE"), Overview::notApplicable)));
            return;
        }
        Standings.Query query = new Standings.Query(
                Optional.ofNullable(regulation),
                Optional.empty(),
                verdict(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        show(
                standings.lines(caller(), query, days),
                List.of(
                        Column.of("Điều", StandingLine::article),
                        Column.of("Mã", StandingLine::clause),
                        Column.of(
                                "Kết quả",
                                one -> text(
                                        "compliance.verdict." + one.judgement().verdict())),
                        Column.of(
                                "Vì sao",
                                one -> text(
                                        "compliance.reason." + one.judgement().reason())),
                        Column.of("Đến hạn", one -> one.tally().due()),
                        Column.of("Trễ", one -> one.tally().late()),
                        Column.of("Bỏ lỡ", one -> one.tally().missed()),
                        Column.of("Vi phạm", one -> one.tally().violations()),
                        Column.of("Gần nhất", one -> one.tally().lastAt().map(VietnamTime::moment)),
                        Column.of("Nội dung", StandingLine::summary)));
    }

    private Optional<Verdict> verdict() {
        if (verdict == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Verdict.values())
                .filter(one -> one.name().equalsIgnoreCase(verdict))
                .findFirst()
                .orElseThrow(() -> new Invalid("verdict", "compliance.bad-verdict")));
    }

    static Optional<LocalDate> day(String field, String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new Invalid(field, "compliance.bad-day");
        }
    }
}
