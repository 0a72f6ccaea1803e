package vn.quyche.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.core.api.screening.Verdict.Finding;
import vn.quyche.core.api.security.Caller;

/**
 * Screening that finds what a test told it to find; everything else passes.
 *
 * <pre>{@code
 * FakeScreening screening = new FakeScreening().refuse("TUYỆT MẬT", "BC.4.1", "screening.secrecy-marking");
 * }</pre>
 *
 * <p>It looks for parts of texts and of file names, never into files. The media type follows the ending of the name.
 */
public final class FakeScreening implements Screening {

    private record Rule(String clause, String code, boolean refuses) {}

    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "pdf", "application/pdf",
            "txt", "text/plain",
            "csv", "text/csv",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "mp4", "video/mp4");

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private boolean virusScanned;

    /** Refuses texts and file names that contain a part. */
    public FakeScreening refuse(String part, String clause, String code) {
        rules.put(part, new Rule(clause, code, true));
        return this;
    }

    /** Warns of texts and file names that contain a part. */
    public FakeScreening warn(String part, String clause, String code) {
        rules.put(part, new Rule(clause, code, false));
        return this;
    }

    /** Says from now on whether files were seen by a virus scanner. */
    public FakeScreening virusScanned(boolean scanned) {
        this.virusScanned = scanned;
        return this;
    }

    /** The fields and file names that were screened, in order; for tests that nothing passes unscreened. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public Verdict text(String field, String text) {
        seen.add(field);
        return new Verdict(findings(field, text), "text/plain", false);
    }

    @Override
    public Verdict file(String fileName, Path file) throws IOException {
        seen.add(fileName);
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new Verdict(
                findings("file", fileName), TYPES.getOrDefault(ending, "application/octet-stream"), virusScanned);
    }

    /** The file as UTF-8. */
    @Override
    public String textOf(String fileName, Path file, int most) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(most, text.length()));
    }

    @Override
    public void requireText(Caller caller, String field, String text) {
        text(field, text).refusal().ifPresent(finding -> {
            throw new Refused(finding.clause(), finding.code(), finding.where());
        });
    }

    private List<Finding> findings(String where, String text) {
        return rules.entrySet().stream()
                .filter(rule -> text.contains(rule.getKey()))
                .map(Map.Entry::getValue)
                .sorted((a, b) -> Boolean.compare(b.refuses(), a.refuses()))
                .map(rule -> new Finding(rule.clause(), rule.code(), where, rule.refuses()))
                .toList();
    }
}
