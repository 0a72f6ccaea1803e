package vn.quyche.core.screening.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quyche.core.api.Regulated;

/**
 * Finds markings in file names: {@code cong_van_mat_so_12.pdf}, {@code TUYET-MAT.docx}, {@code KeHoachTuyetMat.xlsx}.
 *
 * <p>Names are short and mostly without marks, so that two words of a level are always taken for a marking, and one word
 * only where it cannot well be {@code mặt}, {@code mất} or part of another word.
 */
@Regulated({"BC.3.2", "BC.4.1"})
public final class FileNameGuard {

    private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern JOINTS = Pattern.compile("[_+~]+|(?<=\\S)\\.(?=\\S)");
    private static final Pattern ENDING = Pattern.compile("(\\.tar)?\\.\\p{Alnum}{2,5}$");
    /** What copies and versions add to a name. */
    private static final Set<String> ADDED =
            Set.of("copy", "ban", "sao", "final", "scan", "so", "v", "kho", "khan", "hoa", "toc", "pdf", "file");

    private final SecrecyGuard guard;

    /** @param guard looks for the markings that texts bear too */
    public FileNameGuard(SecrecyGuard guard) {
        this.guard = guard;
    }

    /** Looks for a marking in a file name, which may have folders before it. */
    public Optional<Sign> find(String path) {
        for (String part : path.split("[/\\\\]")) {
            Optional<Sign> sign = part(part);
            if (sign.isPresent()) {
                return sign;
            }
        }
        return Optional.empty();
    }

    private Optional<Sign> part(String name) {
        String stem = ENDING.matcher(name).replaceFirst("");
        if (!Letters.mayHoldMark(stem) && !stem.contains("M)")) {
            return Optional.empty();
        }
        String seen = Letters.seen(stem);
        Optional<Sign> asText = guard.find(JOINTS.matcher(seen).replaceAll(" "));
        if (asText.isPresent()) {
            return asText;
        }
        String spread = HUMPS.matcher(JOINTS.matcher(seen).replaceAll(" ")).replaceAll(" ");
        Optional<Sign> asWords = spread.equals(seen) ? Optional.empty() : guard.find(spread);
        return asWords.isPresent() ? asWords : words(Line.of(spread.replace('-', ' ')));
    }

    private static Optional<Sign> words(Line line) {
        boolean talk = !line.ruleWords().isEmpty()
                || line.levels().stream().map(Level::kind).distinct().count() > 1;
        boolean found = line.levels().stream()
                .anyMatch(
                        level -> !level.single() || level.marked() || level.spaced() || stampLike(line.words(), level));
        return found && !talk ? Optional.of(Sign.STAMP) : Optional.empty();
    }

    /** Without marks: the whole name, or set apart by its capitals at the start or the end. */
    private static boolean stampLike(List<Word> words, Level level) {
        boolean alone = true;
        boolean othersInCapitals = true;
        for (int i = 0; i < words.size(); i++) {
            if (i != level.first()) {
                Word word = words.get(i);
                alone &= word.number() || ADDED.contains(word.bare());
                othersInCapitals &= word.caps() || word.number();
            }
        }
        boolean edge = level.first() == 0 || level.last() == words.size() - 1;
        return alone || (level.caps() && edge && !othersInCapitals);
    }
}
