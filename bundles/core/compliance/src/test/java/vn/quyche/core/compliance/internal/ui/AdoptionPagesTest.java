package vn.quyche.core.compliance.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.State;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.RegulationView;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.FakePrinter;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class AdoptionPagesTest {

    private static final Caller PRINCIPAL = TestCaller.person("principal");

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private final FakePrinter printer = new FakePrinter();
    private Desk desk;
    private AdoptionPages wizard;
    private AdoptedPages pages;

    @OnEachDatabase
    void aRegulationIsDraftedStepByStepDecidedReadAndPrinted(TestDatabase db) throws IOException {
        open(db);
        String draft = started("TA");

        List<AdoptionPages.Choice> choices = choices(draft);
        assertThat(choices).hasSize(14).allMatch(AdoptionPages.Choice::kept);
        Map<String, String> outline = new HashMap<>();
        outline.put("title", "Quy chế thư điện tử của trường");
        outline.put("shortTitle", "QC thư");
        choices.forEach(choice -> {
            outline.put(
                    "keep." + choice.article().key(), choice.article().number().equals("9") ? "" : "true");
            outline.put(
                    "number." + choice.article().key(),
                    choice.article().number().equals("12")
                            ? "3"
                            : choice.article().number());
        });
        View next = wizard.saveOutline(asked(draft, outline));
        assertThat(path(next)).endsWith("/parameters");
        assertThat(choices(draft)).filteredOn(choice -> !choice.kept()).hasSize(1);
        assertThat(content(draft).articles())
                .filteredOn(article -> article.number().equals("3"))
                .extracting(RegulationArticle::ordinal)
                .containsExactly(1, 2);

        wizard.saveArticle(asked(
                draft,
                Map.of(
                        "key", "12-1",
                        "number", "3",
                        "title", "Ban giám hiệu",
                        "chapter", "V",
                        "text", "1. Lời văn của trường.",
                        "point.TA.12a", "1",
                        "drop.TA.12b", "true")));
        wizard.saveParameters(asked(
                draft,
                Map.of(
                        "parameter.compliance.acknowledge-days",
                        "3",
                        "parameter.compliance.training-record-days",
                        "2")));
        wizard.saveBases(asked(draft, Map.of("bases", "Căn cứ Luật số 24/2018/QH14\n\nCăn cứ kế hoạch năm học")));
        assertThat(model(wizard.decision(asked(draft, Map.of()))).get("expired").toString())
                .contains("Luật 116/2025/QH15");
        assertThatThrownBy(() -> wizard.decide(asked(draft, Map.of()))).isInstanceOf(Invalid.class);
        wizard.saveDecision(asked(
                draft,
                Map.of(
                        "code", "24/QĐ-THTA",
                        "decidedOn", "2026-10-05",
                        "effectiveOn", "2026-10-05",
                        "place", "Thử Nghiệm",
                        "issuer", "Trường Thử",
                        "capacity", "FOR_HEAD",
                        "signerPost", "Phó Hiệu trưởng",
                        "signer", "Người Ký",
                        "recipients", "Như Điều 3\nLưu: VT")));
        View decided = wizard.decide(asked(draft, Map.of()));
        assertThat(((View.Redirect) decided).messageKey()).isEqualTo("compliance.decided");

        RegulationView regulation = desk.adopted.list(PRINCIPAL).get(0);
        assertThat(regulation.state()).isEqualTo(State.IN_FORCE);
        assertThat(desk.regulations.clause("TA.12a").orElseThrow().citation())
                .isEqualTo("Điều 3 (thứ 2, Chương V) khoản 1 QC thư");
        Map<String, Object> shown = model(pages.regulation(Asked.of(PRINCIPAL, "id", regulation.id())));
        assertThat(((Optional<?>) shown.get("edition"))).isPresent();
        assertThat(shown.get("parameters").toString()).contains("acknowledge-days");
        assertThat(model(pages.regulation(Asked.of(PRINCIPAL, "id", regulation.id(), "day", "2026-10-04")))
                        .get("edition"))
                .isEqualTo(Optional.empty());
        assertThat(model(pages.article(Asked.of(PRINCIPAL, "id", draft, "key", "12-1")))
                        .get("clauses")
                        .toString())
                .contains("TA.12a");

        pages.confirm(Asked.of(PRINCIPAL, "id", draft));
        assertThat(model(pages.acknowledge(Asked.of(PRINCIPAL, "id", draft))).get("mine"))
                .isEqualTo(Optional.of(clock.instant()));
        assertThat(model(pages.receipts(Asked.of(PRINCIPAL, "id", draft)))).containsEntry("done", 1L);
        assertThat(((View.Table) pages.receiptsTable(Asked.of(PRINCIPAL, "id", draft))).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Trần Văn Hiệu", "05/10/2026 08:00"));
        View.Download paper = (View.Download) pages.docx(Asked.of(PRINCIPAL, "id", draft));
        assertThat(paper.fileName()).isEqualTo("quyet-dinh-24-QĐ-THTA.docx");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        paper.content().writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("KT. Hiệu trưởng", "Phó Hiệu trưởng");
        assertThat(pages.receiptsPaper(Asked.of(PRINCIPAL, "id", draft))).isInstanceOf(View.Download.class);
        assertThat(model(pages.list(Asked.of(PRINCIPAL))).get("confirmed").toString())
                .contains("done=1");
    }

    @OnEachDatabase
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten(TestDatabase db) {
        open(db);
        String draft = started("TA");
        Asked stale = asked(draft, Map.of("bases", "Căn cứ một"));
        wizard.saveBases(asked(draft, Map.of("bases", "Căn cứ hai")));
        assertThatThrownBy(() -> wizard.saveBases(stale)).isInstanceOf(Conflict.class);
        assertThat(content(draft).bases()).containsExactly("Căn cứ hai");
        assertThatThrownBy(() -> wizard.saveDecision(asked(draft, Map.of("capacity", "HEAD", "decidedOn", "hôm qua"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> wizard.saveDecision(asked(draft, Map.of("capacity", "KING"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> wizard.revise(Asked.of(PRINCIPAL, "id", "x", "kind", "EAT")))
                .isInstanceOf(Invalid.class);
        wizard.discard(asked(draft, Map.of()));
        assertThat(desk.adopted.list(PRINCIPAL)).isEmpty();
        assertThat(model(wizard.packs(Asked.of(PRINCIPAL))).get("taken").toString())
                .isEqualTo("[]");
        assertThat(model(wizard.compose(Asked.of(PRINCIPAL))).get("packs").toString())
                .contains("TT=");
        assertThat(model(wizard.pack(Asked.of(PRINCIPAL, "code", "TT")))
                        .get("articles")
                        .toString())
                .contains("15-2");
    }

    @OnEachDatabase
    void articlesAreReorderedAndTwoOfOneNumberStayTwo(TestDatabase db) {
        open(db);
        String draft = started("TT");
        List<String> before = keys(draft);
        String last = before.get(before.size() - 1);
        Map<String, String> outline = outline(draft);
        outline.put("place." + last, "2");
        wizard.saveOutline(asked(draft, outline));
        assertThat(keys(draft)).startsWith(before.get(0), last, before.get(1));

        outline.remove("place." + last);
        outline.put("place." + before.get(0), "3");
        wizard.saveOutline(asked(draft, outline));
        assertThat(keys(draft)).startsWith(last, before.get(1), before.get(0));
        assertThat(content(draft).articles())
                .filteredOn(article -> article.number().equals("15"))
                .extracting(RegulationArticle::ordinal)
                .containsExactly(1, 2);

        outline.put("place." + last, "0");
        assertThatThrownBy(() -> wizard.saveOutline(asked(draft, outline))).isInstanceOf(Invalid.class);
        assertThat(keys(draft)).startsWith(last, before.get(1));
    }

    private List<String> keys(String draft) {
        return content(draft).articles().stream().map(RegulationArticle::key).toList();
    }

    private Map<String, String> outline(String draft) {
        Map<String, String> outline = new HashMap<>();
        outline.put("title", "Quy chế của trường");
        outline.put("shortTitle", "QC");
        choices(draft).forEach(choice -> {
            outline.put("keep." + choice.article().key(), "true");
            outline.put("number." + choice.article().key(), choice.article().number());
        });
        return outline;
    }

    private void open(TestDatabase db) {
        desk = Desk.of(db, clock);
        desk.directory.person("principal", "Trần Văn Hiệu", Post.PRINCIPAL);
        desk.access.grant(PRINCIPAL, "regulation:read", "regulation:draft", "regulation:edit", "duty:read");
        RegulationReader reader = new RegulationReader(desk.regulations, desk.access, clock);
        wizard = new AdoptionPages(desk.adopted, reader, clock);
        pages = new AdoptedPages(
                desk.adopted, desk.acknowledgements, reader, desk.directory, desk.access, printer, clock);
    }

    private String started(String pack) {
        String path = path(wizard.create(Asked.of(PRINCIPAL, "pack", pack)));
        return path.split("/")[3];
    }

    private Asked asked(String draft, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("id", draft);
        all.put("version", String.valueOf(desk.adopted.edition(PRINCIPAL, draft).version()));
        return new Asked(PRINCIPAL, all);
    }

    private Edition.Content content(String draft) {
        return desk.adopted.edition(PRINCIPAL, draft).content();
    }

    @SuppressWarnings("unchecked")
    private List<AdoptionPages.Choice> choices(String draft) {
        return (List<AdoptionPages.Choice>)
                model(wizard.outline(asked(draft, Map.of()))).get("choices");
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }

    private static String path(View view) {
        return ((View.Redirect) view).path();
    }
}
