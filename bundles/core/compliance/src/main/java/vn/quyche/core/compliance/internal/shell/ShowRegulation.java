package vn.quyche.core.compliance.internal.shell;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows the articles that held on a day. */
@Service
@Command(scope = "compliance", name = "regulation-show", description = "Nội dung quy chế có hiệu lực trong một ngày")
public final class ShowRegulation extends QuycheCommand {

    @Argument(index = 0, name = "id", description = "Mã quy chế", required = true)
    @Completion(RegulationCompleter.class)
    private String id;

    @Option(name = "--day", description = "Ngày, ví dụ 2026-05-03; mặc định hôm nay")
    private String day;

    @Reference
    private AdoptedRegulations adopted;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        show(
                adopted.on(caller(), id, day())
                        .orElseThrow(() -> new NotFound("compliance.edition-not-found"))
                        .content()
                        .articles(),
                List.of(
                        Column.of("Chương", RegulationArticle::chapter),
                        Column.of("Điều", RegulationArticle::number),
                        Column.of("Thứ", one -> String.valueOf(one.ordinal())),
                        Column.of("Tên", RegulationArticle::title),
                        Column.of("Nội dung", RegulationArticle::text)));
    }

    private LocalDate day() {
        try {
            return day == null ? VietnamTime.today(clock) : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new Invalid("day", "compliance.bad-day");
        }
    }
}
