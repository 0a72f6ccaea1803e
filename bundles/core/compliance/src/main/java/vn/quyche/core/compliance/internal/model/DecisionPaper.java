package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.PrintedDocument.Part;
import vn.quyche.core.compliance.internal.model.Edition.Kind;

/** Words the decision of an edition and the regulation that it issues, as the office writes them. */
public final class DecisionPaper {

    private static final String HEAD = "Hiệu trưởng";

    private final Edition edition;
    private final Decision decision;
    private final Optional<Edition> earlier;
    private final List<String> ended;

    /**
     * A paper.
     *
     * @param edition what is decided
     * @param earlier the edition that it changes, replaces or ends
     * @param ended how other regulations that it ends are cited
     */
    public DecisionPaper(Edition edition, Optional<Edition> earlier, List<String> ended) {
        this.edition = edition;
        this.decision = edition.content().decision();
        this.earlier = earlier;
        this.ended = List.copyOf(ended);
    }

    /** The decision, and the regulation in a part of its own. */
    public PrintedDocument document() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(false, decision()));
        if (edition.kind() != Kind.REPEAL) {
            parts.add(new Part(false, regulation()));
        }
        return new PrintedDocument("Quyết định " + decision.code() + " " + subject(), parts);
    }

    private List<Block> decision() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Letterhead(
                decision.superior(),
                decision.issuer(),
                decision.code(),
                "",
                DocumentWords.placeAndDate(
                        decision.place(), decision.decidedOn().orElse(null))));
        blocks.add(new Block.Title("Quyết định", subject(), ""));
        blocks.add(Block.text(Style.CENTER, (HEAD + " " + decision.issuer()).toUpperCase(Locale.ROOT)));
        edition.content().bases().forEach(basis -> blocks.add(Block.text(Style.BASIS, ended(basis, ";"))));
        blocks.add(Block.text(Style.CENTER, "QUYẾT ĐỊNH:"));
        List<String> orders = orders();
        for (int i = 0; i < orders.size(); i++) {
            boolean last = i == orders.size() - 1;
            blocks.add(Block.body("Điều " + (i + 1) + ".", orders.get(i) + (last ? "./." : ".")));
        }
        blocks.add(closing());
        return blocks;
    }

    private List<String> orders() {
        List<String> orders = new ArrayList<>();
        String title = edition.content().title();
        switch (edition.kind()) {
            case ADOPT, REPLACE -> orders.add("Ban hành kèm theo Quyết định này " + title);
            case AMEND ->
                orders.add("Sửa đổi, bổ sung một số điều của " + title + cited()
                        + "; toàn văn Quy chế sau khi sửa đổi, bổ sung được ban hành kèm theo Quyết định này");
            case REPEAL -> orders.add("Bãi bỏ " + title + cited());
        }
        List<String> others = new ArrayList<>(ended);
        if (edition.kind() == Kind.REPLACE) {
            earlier.ifPresent(one ->
                    others.add(0, "Quyết định số " + one.content().decision().cited()));
        }
        String effect = "Quyết định này có hiệu lực kể từ " + start();
        orders.add(others.isEmpty() ? effect : effect + " và thay thế " + String.join(", ", others));
        orders.add("Văn phòng, cán bộ, giáo viên, nhân viên của nhà trường chịu trách nhiệm thi hành Quyết định này");
        return orders;
    }

    private String start() {
        Optional<LocalDate> effective = edition.content().effectiveOn();
        return effective.isEmpty() || effective.equals(decision.decidedOn())
                ? "ngày ký"
                : DocumentWords.date(effective.get());
    }

    private String subject() {
        String title = edition.content().title();
        return switch (edition.kind()) {
            case ADOPT, REPLACE -> "Về việc ban hành " + title;
            case AMEND -> "Về việc sửa đổi, bổ sung một số điều của " + title;
            case REPEAL -> "Về việc bãi bỏ " + title;
        };
    }

    private String cited() {
        return earlier.map(one -> " ban hành kèm theo Quyết định số "
                        + one.content().decision().cited())
                .orElse("");
    }

    private Block closing() {
        return new Block.Closing(
                decision.recipients(),
                List.of(new Signature(decision.capacity().lines(HEAD, decision.signerPost()), decision.signer())));
    }

    private List<Block> regulation() {
        List<Block> blocks = new ArrayList<>();
        String title = edition.content().title();
        boolean named = title.startsWith("Quy chế ");
        blocks.add(new Block.Title(
                named ? "Quy chế" : title,
                named ? capitalised(title.substring("Quy chế ".length())) : "",
                "(Ban hành kèm theo Quyết định số " + decision.code()
                        + decision.decidedOn()
                                .map(day -> " " + DocumentWords.date(day))
                                .orElse("")
                        + " của " + HEAD + " " + decision.issuer() + ")"));
        String chapter = "";
        for (RegulationArticle article : edition.content().articles()) {
            String heading = chapter(article);
            if (!heading.equals(chapter)) {
                chapter = heading;
                blocks.add(Block.text(Style.CENTER, heading));
            }
            blocks.add(Block.text(Style.HEADING, "Điều " + article.number() + ". " + article.title()));
            article.text().lines().forEach(line -> blocks.add(Block.body(line)));
        }
        return blocks;
    }

    private static String chapter(RegulationArticle article) {
        String number = article.chapter().isEmpty() ? "" : "Chương " + article.chapter() + "\n";
        return number + article.chapterTitle().toUpperCase(Locale.ROOT);
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String ended(String text, String mark) {
        return text.endsWith(mark) || text.endsWith(".") ? text : text + mark;
    }
}
