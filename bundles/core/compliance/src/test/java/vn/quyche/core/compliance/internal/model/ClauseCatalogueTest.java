package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClauseCatalogueTest {

    @Test
    void theCatalogueIsThatOfTheDocuments() throws Exception {
        String documents = Files.readString(Path.of("../../../docs/regulations/clauses.tsv"))
                .lines()
                .map(line -> line.split("\t"))
                .map(cells -> String.join("\t", cells[0], cells[1], cells[2]))
                .collect(Collectors.joining("\n"));
        assertThat(ClauseCatalogue.own().entries()).hasSize(185);
        assertThat(ClauseCatalogue.own().entries())
                .isEqualTo(ClauseCatalogue.parse(documents).entries());
    }
}
