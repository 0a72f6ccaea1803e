package vn.quyche.core.compliance.internal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.compliance.internal.model.RegulationSource.Article;
import vn.quyche.core.compliance.internal.model.RegulationSource.Chapter;
import vn.quyche.core.compliance.internal.model.RegulationSource.Point;

/** Reads regulation packs, the register of legal bases and sets of criteria; the format is told in the bundle's README. */
public final class SourceReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SourceReader() {}

    /**
     * Reads a pack.
     *
     * @throws IOException saying what is wrong with it
     */
    public static RegulationSource source(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        List<Chapter> chapters = new ArrayList<>();
        for (JsonNode chapter : root.path("chapters")) {
            chapters.add(new Chapter(text(chapter, "number"), required(chapter, "title")));
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Article> articles = new ArrayList<>();
        for (JsonNode node : root.path("articles")) {
            String number = required(node, "number");
            int chapter = node.path("chapter").asInt(0);
            int ordinal = seen.merge(number, 1, Integer::sum);
            if (chapter < 1 || chapter > chapters.size() || node.path("ordinal").asInt(0) != ordinal) {
                throw new IOException("article " + number + " has a wrong chapter or ordinal");
            }
            List<Point> points = new ArrayList<>();
            for (JsonNode point : node.path("points")) {
                points.add(new Point(text(point, "label"), required(point, "text"), texts(point.path("clauses"))));
            }
            articles.add(new Article(chapters.get(chapter - 1), number, ordinal, required(node, "title"), points));
        }
        if (articles.isEmpty()) {
            throw new IOException("has no articles");
        }
        return new RegulationSource(
                required(root, "code"),
                required(root, "title"),
                required(root, "shortTitle"),
                text(root, "note"),
                texts(root.path("schools")),
                texts(root.path("bases")),
                chapters,
                articles);
    }

    /**
     * Reads a register of legal bases.
     *
     * @throws IOException saying what is wrong with it
     */
    public static List<LegalBasis> bases(byte[] json) throws IOException {
        List<LegalBasis> bases = new ArrayList<>();
        for (JsonNode node : JSON.readTree(json)) {
            bases.add(new LegalBasis(
                    required(node, "code"),
                    required(node, "title"),
                    day(node, "validFrom"),
                    day(node, "validTo"),
                    text(node, "replacedBy"),
                    text(node, "remark")));
        }
        return bases;
    }

    /**
     * Reads a set of criteria.
     *
     * @throws IOException saying what is wrong with it
     */
    public static CriteriaSet criteria(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        List<CriteriaSet.Group> groups = new ArrayList<>();
        for (JsonNode node : root.path("groups")) {
            groups.add(new CriteriaSet.Group(
                    required(node, "id"),
                    required(node, "title"),
                    node.path("points").asInt(0)));
        }
        List<CriteriaSet.Criterion> criteria = new ArrayList<>();
        for (JsonNode node : root.path("criteria")) {
            String group = required(node, "group");
            if (groups.stream().noneMatch(one -> one.id().equals(group))) {
                throw new IOException("criterion " + text(node, "id") + " has no group");
            }
            criteria.add(new CriteriaSet.Criterion(
                    required(node, "id"),
                    group,
                    required(node, "text"),
                    node.has("points") ? Optional.of(node.path("points").asInt()) : Optional.empty(),
                    node.path("mandatory").asBoolean(false),
                    texts(node.path("clauses"))));
        }
        return new CriteriaSet(
                required(root, "code"),
                required(root, "title"),
                text(root, "act"),
                text(root, "note"),
                root.path("checked").asBoolean(false),
                groups,
                criteria);
    }

    private static Optional<LocalDate> day(JsonNode node, String field) {
        String text = text(node, field);
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static String required(JsonNode node, String field) throws IOException {
        String text = text(node, field);
        if (text.isBlank()) {
            throw new IOException("lacks " + field);
        }
        return text;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
