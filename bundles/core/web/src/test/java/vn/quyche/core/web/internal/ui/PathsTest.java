package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathsTest {

    @Test
    void findsPlacesInPaths() {
        PathPattern pattern = PathPattern.of("/group/groups/{id}/members/{person}");
        assertThat(pattern.match(List.of("group", "groups", "g1", "members", "p 2")))
                .contains(Map.of("id", "g1", "person", "p 2"));
        assertThat(pattern.match(List.of("group", "groups", "g1", "members"))).isEmpty();
        assertThat(pattern.match(List.of("group", "other", "g1", "members", "p")))
                .isEmpty();
    }

    @Test
    void putsLiteralPartsBeforePlaces() {
        List<PathPattern> sorted = Stream.of("/x/{id}", "/x/{id}/a", "/{any}/new", "/x/new")
                .map(PathPattern::of)
                .sorted(PathPattern.MOST_PRECISE_FIRST)
                .toList();
        assertThat(sorted.get(0)).isEqualTo(PathPattern.of("/x/new"));
        assertThat(sorted.get(3)).isEqualTo(PathPattern.of("/{any}/new"));
    }

    @Test
    void decodesStrictly() {
        assertThat(UiPath.decode("/nh%C3%B3m/a%20b")).contains(List.of("nhóm", "a b"));
        assertThat(UiPath.decode("/")).contains(List.of());
        for (String bad : List.of("/%C3%28", "/%zz", "/%2", "/a%00b", "/%2e%2e/x", "/a%0Ab", "/nhóm")) {
            assertThat(UiPath.decode(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void cleansFileNames() {
        assertThat(FormReader.fileName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FormReader.fileName("C:\\a\\b.doc")).isEqualTo("b.doc");
        assertThat(FormReader.fileName("..")).isEqualTo("file");
        assertThat(FormReader.fileName("")).isEqualTo("file");
        assertThat(FormReader.fileName("a\u0000\u0007b.txt")).isEqualTo("ab.txt");
        assertThat(FormReader.fileName("x".repeat(500) + ".pdf")).hasSize(200).endsWith(".pdf");
        assertThat(FormReader.fileName("Quye\u0302\u0301t.pdf")).isEqualTo("Quyết.pdf");
    }

    @Test
    void staysOnOurHost() {
        assertThat(UiPath.local("/a?b=c")).isEqualTo("/a?b=c");
        for (String bad : List.of("", "a", "//x", "/\\x", "http://x", "/a\r\nSet-Cookie: x")) {
            assertThat(UiPath.local(bad)).as(bad).isEqualTo("/");
        }
        assertThat(UiPath.local(null)).isEqualTo("/");
    }
}
