package vn.quyche.core.compliance.internal.service;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidencePaper;
import vn.quyche.core.compliance.internal.service.Standings.EvidenceLine;

/** Writes the ZIP of an evidence file: the report, the regulation, a table for each clause, and the manifest. */
@Component(service = EvidenceWriter.class)
public final class EvidenceWriter {

    /** Papers are for reading; every line stands in the tables. */
    private static final int LINES_ON_PAPER = 200;

    private static final String FORMAT = "quyche-evidence/1";
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Locale VIETNAMESE = new Locale("vi");

    private final Standings standings;
    private final AdoptedRegulations adopted;
    private final Printer printer;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    @Activate
    public EvidenceWriter(
            @Reference Standings standings,
            @Reference AdoptedRegulations adopted,
            @Reference Printer printer,
            @Reference Directory directory,
            @Reference Messages messages,
            @Reference Clock clock) {
        this.standings = standings;
        this.adopted = adopted;
        this.printer = printer;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** Writes a file as the caller may see it; a step that is stopped ends it. */
    void write(Caller caller, EvidenceFile file, RunningFile step, Path to) throws IOException {
        List<StandingLine> lines = standings.lines(caller, Standings.Query.of(file.regulation()), file.days());
        step.total(lines.size());
        EvidencePaper paper =
                new EvidencePaper(directory.school().name(), file.title(), file.days(), VietnamTime.today(clock));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                EvidenceArchive archive = new EvidenceArchive(out)) {
            Set<String> written = new LinkedHashSet<>();
            for (StandingLine line : lines) {
                // Its title, not what it says: the levels of secrecy alone in a line of print would be taken for a
                // marking.
                paper.clause(
                        line.article(),
                        line.articleTitle(),
                        line.judgement(),
                        text("compliance.verdict." + line.judgement().verdict()),
                        text("compliance.reason." + line.judgement().reason()),
                        line.tally());
                if (!line.clause().isEmpty() && written.add(line.clause())) {
                    evidence(caller, file.days(), line, paper, archive, step);
                }
                step.next();
            }
            archive.add("dieu-khoan.csv", content -> clauses(lines, content));
            for (Map.Entry<String, PrintedDocument> text : texts(caller, file).entrySet()) {
                archive.add(text.getKey(), content -> printer.print(text.getValue(), Printer.Format.PDF, content));
            }
            archive.add("bao-cao.pdf", content -> printer.print(paper.document(), Printer.Format.PDF, content));
            step.check();
            archive.finish(about(file));
        }
    }

    private void evidence(
            Caller caller,
            DaySpan days,
            StandingLine line,
            EvidencePaper paper,
            EvidenceArchive archive,
            RunningFile step)
            throws IOException {
        Page<EvidenceLine> first = page(caller, line.clause(), days, Optional.empty());
        if (first.items().isEmpty()) {
            return;
        }
        String path = "minh-chung/" + line.clause() + ".csv";
        long[] all = {0};
        archive.add(path, content -> {
            Writer table = table(content, "Thời điểm", "Cho thấy", "Nội dung", "Người", "Nơi xem");
            Page<EvidenceLine> page = first;
            while (true) {
                step.check();
                for (EvidenceLine one : page.items()) {
                    row(
                            table,
                            VietnamTime.moment(one.evidence().at()),
                            text("compliance.evidence." + one.evidence().kind()),
                            one.evidence().text(),
                            one.person(),
                            one.evidence().link());
                }
                all[0] += page.items().size();
                if (page.next().isEmpty()) {
                    break;
                }
                page = page(caller, line.clause(), days, page.next());
            }
            table.flush();
        });
        List<EvidencePaper.Line> shown = first.items().stream()
                .limit(LINES_ON_PAPER)
                .map(one -> new EvidencePaper.Line(
                        VietnamTime.moment(one.evidence().at()),
                        text("compliance.evidence." + one.evidence().kind()),
                        one.evidence().text(),
                        one.person()))
                .toList();
        paper.annex(line.article(), line.articleTitle(), shown, all[0], path);
    }

    private Page<EvidenceLine> page(Caller caller, String clause, DaySpan days, Optional<String> after) {
        return standings.evidence(caller, clause, days, Optional.empty(), new PageRequest(PageRequest.MAX_SIZE, after));
    }

    /** The decisions and texts that held in the period; none of a pack. */
    private Map<String, PrintedDocument> texts(Caller caller, EvidenceFile file) {
        Map<String, PrintedDocument> texts = new LinkedHashMap<>();
        adopted.list(caller).stream()
                .filter(one -> one.id().equals(file.regulation()))
                .flatMap(one -> one.editions().stream())
                .filter(Edition::decided)
                .filter(edition -> held(edition, file.days()))
                .forEach(edition ->
                        texts.put("quy-che/ban-" + edition.sequence() + ".pdf", adopted.paper(caller, edition.id())));
        return texts;
    }

    private static boolean held(Edition edition, DaySpan days) {
        return !edition.content().effectiveOn().orElseThrow().isAfter(days.to())
                && edition.endsOn().filter(days.from()::isAfter).isEmpty();
    }

    private void clauses(List<StandingLine> lines, OutputStream out) throws IOException {
        Writer table = table(
                out,
                "Điều",
                "Mã điều khoản",
                "Nội dung",
                "Kết quả",
                "Vì sao",
                "Cơ chế",
                "Đúng hạn",
                "Trễ hạn",
                "Bỏ lỡ",
                "Minh chứng khác",
                "Lần bị chặn",
                "Vi phạm",
                "Gần nhất");
        for (StandingLine line : lines) {
            row(
                    table,
                    line.article(),
                    line.clause(),
                    line.summary(),
                    text("compliance.verdict." + line.judgement().verdict()),
                    text("compliance.reason." + line.judgement().reason()),
                    line.mechanism(),
                    String.valueOf(line.tally().done()),
                    String.valueOf(line.tally().late()),
                    String.valueOf(line.tally().missed()),
                    String.valueOf(line.tally().kept()),
                    String.valueOf(line.tally().refused()),
                    String.valueOf(line.tally().violations()),
                    line.tally().lastAt().map(VietnamTime::moment).orElse(""));
        }
        table.flush();
    }

    private Map<String, Object> about(EvidenceFile file) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("format", FORMAT);
        about.put("school", directory.school().name());
        about.put("regulation", file.title());
        about.put("from", file.days().from());
        about.put("to", file.days().to());
        about.put("madeAt", file.requestedAt());
        about.put("madeBy", file.requestedName());
        return about;
    }

    private String text(String key) {
        return messages.text(VIETNAMESE, key);
    }

    private static Writer table(OutputStream out, String... heading) throws IOException {
        Writer table = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        table.write(BYTE_ORDER_MARK);
        row(table, heading);
        return table;
    }

    /** A line of CSV; cells that spreadsheets would take for formulas are defused. */
    private static void row(Writer table, String... cells) throws IOException {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
            quoted.add('"' + safe.replace("\"", "\"\"") + '"');
        }
        table.write(String.join(",", quoted));
        table.write("\r\n");
    }
}
