package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegulationPacksTest {

    private static final Path FOLDER = Path.of("src/main/resources/regulation");

    @Test
    void everyClauseOfTheCatalogueStandsOnceInItsPack() throws IOException {
        List<String> catalogue = Files.readAllLines(Path.of("../../../docs/regulations/clauses.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t")[0])
                .toList();
        List<String> mapped = new ArrayList<>();
        for (RegulationSource source : sources()) {
            for (RegulationSource.Article article : source.articles()) {
                article.points().forEach(point -> {
                    assertThat(point.clauses()).allMatch(clause -> clause.startsWith(source.code() + "."));
                    mapped.addAll(point.clauses());
                });
            }
        }
        assertThat(mapped).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(catalogue);
    }

    @Test
    void twoArticlesWithOneNumberAreToldApart() throws IOException {
        RegulationSource source = sources().stream()
                .filter(one -> one.code().equals("TT"))
                .findFirst()
                .orElseThrow();
        for (String number : List.of("15", "21", "22")) {
            assertThat(source.articles())
                    .filteredOn(article -> article.number().equals(number))
                    .extracting(RegulationSource.Article::ordinal)
                    .containsExactly(1, 2);
        }
        RegulationArticle second = source.articles().stream()
                .filter(article -> article.key().equals("15-2"))
                .map(RegulationArticle::of)
                .findFirst()
                .orElseThrow();
        assertThat(second.citation("2", true)).isEqualTo("Điều 15 (thứ 2, Chương V) khoản 2");
        assertThat(second.citation("", false)).isEqualTo("Điều 15");
        assertThat(second.citation("a", false)).isEqualTo("Điều 15 điểm a");
    }

    @Test
    void everyLegalBasisIsInTheRegisterAndNoPackCitesAnExpiredOne() throws IOException {
        List<LegalBasis> bases = SourceReader.bases(Files.readAllBytes(FOLDER.resolve("legal-bases.json")));
        Set<String> codes = bases.stream().map(LegalBasis::code).collect(Collectors.toSet());
        assertThat(bases).hasSameSizeAs(codes);
        assertThat(bases)
                .filteredOn(basis -> !basis.replacedBy().isEmpty())
                .allMatch(basis -> codes.contains(basis.replacedBy()));
        LocalDate day = LocalDate.of(2026, 10, 5);
        for (RegulationSource source : sources()) {
            assertThat(source.bases())
                    .allSatisfy(code -> assertThat(bases)
                            .filteredOn(basis -> basis.code().equals(code))
                            .singleElement()
                            .matches(basis -> basis.on(day) != LegalBasis.State.EXPIRED));
        }
    }

    @Test
    void anActIsInForceBetweenItsDays() throws IOException {
        LegalBasis law = SourceReader.bases(Files.readAllBytes(FOLDER.resolve("legal-bases.json"))).stream()
                .filter(one -> one.code().equals("Luật 24/2018/QH14"))
                .findFirst()
                .orElseThrow();
        assertThat(law.on(LocalDate.of(2018, 12, 31))).isEqualTo(LegalBasis.State.NOT_YET);
        assertThat(law.on(LocalDate.of(2026, 6, 30))).isEqualTo(LegalBasis.State.IN_FORCE);
        assertThat(law.on(LocalDate.of(2026, 7, 1))).isEqualTo(LegalBasis.State.EXPIRED);
        assertThat(law.line()).isEqualTo("Căn cứ Luật An ninh mạng số 24/2018/QH14");
    }

    @Test
    void refusesPacksThatMakeNoSense() {
        for (String json : List.of(
                "",
                "[]",
                "{}",
                "{\"code\":\"X\",\"title\":\"x\",\"shortTitle\":\"x\",\"chapters\":[],\"articles\":[]}",
                "{\"code\":\"X\",\"title\":\"x\",\"shortTitle\":\"x\",\"chapters\":[{\"title\":\"a\"}],\"articles\":["
                        + "{\"chapter\":2,\"number\":\"1\",\"ordinal\":1,\"title\":\"x\"}]}",
                "{\"code\":\"X\",\"title\":\"x\",\"shortTitle\":\"x\",\"chapters\":[{\"title\":\"a\"}],\"articles\":["
                        + "{\"chapter\":1,\"number\":\"1\",\"ordinal\":2,\"title\":\"x\"}]}")) {
            assertThatThrownBy(() -> SourceReader.source(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isInstanceOf(IOException.class);
        }
    }

    private static List<RegulationSource> sources() throws IOException {
        List<RegulationSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("sources"))) {
            for (Path file : files.toList()) {
                sources.add(SourceReader.source(Files.readAllBytes(file)));
            }
        }
        assertThat(sources).hasSize(6);
        return sources;
    }
}
