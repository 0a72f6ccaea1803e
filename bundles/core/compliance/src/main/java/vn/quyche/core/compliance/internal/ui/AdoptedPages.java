package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.service.Acknowledgements;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.RegulationView;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.RegulationReader.Standing;

/** Pages on which regulations are read, confirmed and printed. */
final class AdoptedPages {

    private final AdoptedRegulations adopted;
    private final Acknowledgements acknowledgements;
    private final RegulationReader reader;
    private final Directory directory;
    private final Access access;
    private final Printer printer;
    private final Clock clock;

    AdoptedPages(
            AdoptedRegulations adopted,
            Acknowledgements acknowledgements,
            RegulationReader reader,
            Directory directory,
            Access access,
            Printer printer,
            Clock clock) {
        this.adopted = adopted;
        this.acknowledgements = acknowledgements;
        this.reader = reader;
        this.directory = directory;
        this.access = access;
        this.printer = printer;
        this.clock = clock;
    }

    /** How many of the staff have confirmed. */
    public record Confirmed(int done, int all) {}

    View list(UiRequest request) {
        List<RegulationView> all = adopted.list(request.caller());
        Map<String, Confirmed> confirmed = new HashMap<>();
        if (maySeeSheet(request)) {
            int staff = directory.staff(VietnamTime.today(clock)).size();
            all.forEach(one -> one.current()
                    .ifPresent(edition ->
                            confirmed.put(one.id(), new Confirmed(acknowledgements.confirmed(edition), staff))));
        }
        return View.page("compliance/regulations", Map.of("regulations", all, "confirmed", confirmed));
    }

    View regulation(UiRequest request) {
        String id = request.path("id");
        RegulationView regulation = adopted.get(request.caller(), id);
        LocalDate today = VietnamTime.today(clock);
        Checks checks = new Checks();
        LocalDate day = Form.day(checks, "day", request.query("day").orElse("")).orElse(today);
        checks.orThrow();
        Map<String, Object> model = new HashMap<>();
        Optional<Edition> held = adopted.on(request.caller(), id, day);
        Optional<Edition> shown = held.isPresent() || !day.equals(today)
                ? held
                : regulation.upcoming().map(one -> adopted.edition(request.caller(), one.id()));
        model.put("regulation", regulation);
        model.put("day", day);
        model.put("isToday", day.equals(today));
        model.put("today", today);
        model.put("edition", shown);
        model.put("states", states(regulation, today));
        shown.ifPresent(edition -> {
            model.put("content", edition.content());
            model.put(
                    "parameters",
                    reader.parameters(request.caller(), day).stream()
                            .filter(one -> edition.content().parameters().containsKey(one.key()))
                            .toList());
            model.put("bases", adopted.bases(request.caller(), edition.id()));
            model.put("mine", acknowledgements.mine(request.caller(), edition.id()));
            if (maySeeSheet(request)) {
                int staff = directory.staff(today).size();
                int done = acknowledgements.confirmed(edition);
                model.put("confirmed", new Confirmed(done, staff));
            }
        });
        return View.page("compliance/regulation", model);
    }

    View compare(UiRequest request) {
        RegulationView regulation = adopted.get(request.caller(), request.path("id"));
        List<Edition> texts = regulation.editions().stream()
                .filter(one -> one.kind() != Edition.Kind.REPEAL)
                .toList();
        String after = request.query("after-edition")
                .orElse(texts.isEmpty() ? "" : texts.get(0).id());
        String before = request.query("before-edition")
                .orElse(texts.size() < 2 ? after : texts.get(1).id());
        Map<String, String> options = new LinkedHashMap<>();
        texts.forEach(one -> options.put(
                one.id(), one.sequence() + " · " + one.content().decision().cited()));
        return View.page(
                "compliance/compare",
                Map.of(
                        "regulation",
                        regulation,
                        "options",
                        options,
                        "before",
                        before,
                        "after",
                        after,
                        "diffs",
                        before.isEmpty() ? List.of() : adopted.compare(request.caller(), before, after)));
    }

    View article(UiRequest request) {
        Edition edition = adopted.edition(request.caller(), request.path("id"));
        RegulationArticle article = edition.content().articles().stream()
                .filter(one -> one.key().equals(request.path("key")))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.article-not-found"));
        Map<String, Standing> standings = reader.clauses(request.caller()).stream()
                .collect(Collectors.toMap(one -> one.clause().id(), one -> one));
        List<Map<String, Object>> clauses = article.clauses().stream()
                .map(place -> {
                    Map<String, Object> clause = new HashMap<>();
                    clause.put("id", place.clause());
                    clause.put("place", article.citation(place.point(), false));
                    clause.put("standing", Optional.ofNullable(standings.get(place.clause())));
                    return clause;
                })
                .toList();
        List<Parameter> parameters = adopted.parameters(request.caller(), edition.id()).stream()
                .filter(one -> article.clauses().stream()
                        .anyMatch(place -> place.clause().equals(one.clause())))
                .toList();
        return View.page(
                "compliance/article",
                Map.of(
                        "edition",
                        edition,
                        "article",
                        article,
                        "clauses",
                        clauses,
                        "parameters",
                        parameters,
                        "inForce",
                        edition.state(VietnamTime.today(clock)) == Edition.State.IN_FORCE));
    }

    View acknowledge(UiRequest request) {
        Edition edition = adopted.edition(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("edition", edition);
        model.put("content", edition.content());
        model.put("mine", acknowledgements.mine(request.caller(), edition.id()));
        return View.page("compliance/acknowledge", model);
    }

    View confirm(UiRequest request) {
        String id = request.path("id");
        acknowledgements.acknowledge(request.caller(), id);
        return View.redirect("/compliance/editions/" + id + "/acknowledge", "compliance.acknowledged");
    }

    View receipts(UiRequest request) {
        Edition edition = adopted.edition(request.caller(), request.path("id"));
        List<Acknowledgements.ConfirmationLine> lines = acknowledgements.sheet(request.caller(), edition.id());
        long done = lines.stream().filter(line -> line.at().isPresent()).count();
        return View.page(
                "compliance/receipts",
                Map.of("edition", edition, "lines", lines, "done", done, "open", lines.size() - done));
    }

    View receiptsTable(UiRequest request) {
        List<Acknowledgements.ConfirmationLine> lines = acknowledgements.sheet(request.caller(), request.path("id"));
        return new View.Table(
                "xac-nhan-quy-che",
                List.of("Họ và tên", "Thời điểm xác nhận", "Mã băm SHA-256 của văn bản"),
                lines.stream()
                        .map(line -> List.of(
                                line.name(), line.at().map(VietnamTime::moment).orElse(""), line.textHash())));
    }

    View receiptsPaper(UiRequest request) {
        return printed(
                "xac-nhan-quy-che", acknowledgements.paper(request.caller(), request.path("id")), Printer.Format.PDF);
    }

    View pdf(UiRequest request) {
        return paper(request, Printer.Format.PDF);
    }

    View docx(UiRequest request) {
        return paper(request, Printer.Format.DOCX);
    }

    private View paper(UiRequest request, Printer.Format format) {
        Edition edition = adopted.edition(request.caller(), request.path("id"));
        String name = ("quyet-dinh-" + edition.content().decision().code()).replaceAll("[^\\p{L}0-9-]+", "-");
        return printed(name, adopted.paper(request.caller(), edition.id()), format);
    }

    private View printed(String name, PrintedDocument document, Printer.Format format) {
        return new View.Download(
                name + "." + format.ending(),
                format.contentType(),
                format == Printer.Format.PDF,
                out -> printer.print(document, format, out));
    }

    private boolean maySeeSheet(UiRequest request) {
        return access.allowsSomewhere(request.caller(), CompliancePermissions.DUTY_READ);
    }

    private static Map<String, Edition.State> states(RegulationView regulation, LocalDate today) {
        return regulation.editions().stream().collect(Collectors.toMap(Edition::id, one -> one.state(today)));
    }
}
