package vn.quyche.core.directory.internal.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;

/** Reads the cells of a row of a staff list. */
public final class StaffRowReader {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})(?:\\s+00?:00(?::00)?)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[\\s().\\d]+");
    private static final Pattern SEVERAL = Pattern.compile("[,;]");
    /** Day 0 of Excel's calendar as it works for days after February 1900. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    /** How far the calendar of old Macs lies behind. */
    private static final int DAYS_TO_1904 = 1462;

    private static final Set<String> YES =
            Set.of("x", "co", "1", "true", "yes", "v", "da vao", "dang vien", "doan vien");
    private static final Set<String> NO = Set.of("khong", "0", "false", "no", "k", "chua");

    private final StaffHeader header;
    private final boolean date1904;
    private final LocalDate today;

    /**
     * @param date1904 whether serial dates count from 1904
     * @param today ages are counted on this day
     */
    public StaffRowReader(StaffHeader header, boolean date1904, LocalDate today) {
        this.header = header;
        this.date1904 = date1904;
        this.today = today;
    }

    /**
     * What a row holds.
     *
     * @param name the name as it stands there
     * @param row the row when nothing is wrong with it
     * @param errors what is wrong
     */
    public record Read(String name, Optional<StaffRow> row, List<FieldError> errors) {}

    /** Reads a row; empty for rows that tell of nobody: blank ones, sums, signatures, the row of column numbers. */
    public Optional<Read> read(List<String> cells) {
        String name = name(cells);
        long filled = header.columns().keySet().stream()
                .filter(column -> !header.cell(cells, column).isBlank())
                .count();
        boolean named = !name.isEmpty();
        if (filled == 0 || ONLY_NUMBERS.matcher(name).matches() || !named && filled <= 2) {
            return Optional.empty();
        }
        Checks checks = new Checks();
        checks.that(named, "fullName", "directory.import-no-name");
        checks.that(!named || filled > nameColumns(), "fullName", "directory.import-only-name");
        StaffRow row = named ? row(checks, cells, name) : null;
        List<FieldError> errors = errorsOf(checks);
        String shown = name.length() > 200 ? name.substring(0, 200) : name;
        return Optional.of(new Read(shown, errors.isEmpty() ? Optional.ofNullable(row) : Optional.empty(), errors));
    }

    private StaffRow row(Checks checks, List<String> cells, String name) {
        People.Data raw = new People.Data(
                "",
                "",
                "",
                date(checks, cells, StaffColumn.BIRTH_DATE, "birthDate"),
                gender(checks, cells),
                header.cell(cells, StaffColumn.PHONE),
                header.cell(cells, StaffColumn.EMAIL),
                header.cell(cells, StaffColumn.STAFF_CODE));
        People.Data data = PersonRules.check(checks, PersonRules.named(name, raw), today);
        return new StaffRow(
                data,
                posts(checks, cells),
                line(checks, cells, StaffColumn.UNIT, "unit"),
                line(checks, cells, StaffColumn.CAMPUS, "campus"),
                homerooms(checks, cells),
                flag(checks, cells, StaffColumn.PARTY, "party"),
                flag(checks, cells, StaffColumn.UNION, "union"),
                date(checks, cells, StaffColumn.JOINED, "joinedOn"));
    }

    private String name(List<String> cells) {
        String full = header.cell(cells, StaffColumn.FULL_NAME);
        String name = full.isBlank()
                ? header.cell(cells, StaffColumn.FAMILY_NAME) + " " + header.cell(cells, StaffColumn.GIVEN_NAME)
                : full;
        return VietnameseText.line(name);
    }

    private long nameColumns() {
        return header.columns().keySet().stream()
                .filter(EnumSet.of(StaffColumn.FULL_NAME, StaffColumn.FAMILY_NAME, StaffColumn.GIVEN_NAME)::contains)
                .count();
    }

    private Set<Post> posts(Checks checks, List<String> cells) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        for (StaffColumn column : List.of(StaffColumn.POSITION, StaffColumn.JOB)) {
            String text = header.cell(cells, column);
            PostWords.read(text)
                    .ifPresentOrElse(
                            posts::addAll, () -> checks.add("posts", "directory.import-unknown-post", shortened(text)));
        }
        // A class has its own column: without the class the word says nothing.
        posts.remove(Post.HOMEROOM_TEACHER);
        return posts;
    }

    private String line(Checks checks, List<String> cells, StaffColumn column, String field) {
        return VietnameseText.line(checks.text(field, header.cell(cells, column), 0, 200));
    }

    private List<String> homerooms(Checks checks, List<String> cells) {
        String text = line(checks, cells, StaffColumn.HOMEROOM, "homeroom");
        String folded = VietnameseText.fold(text);
        if (NO.contains(folded)) {
            return List.of();
        }
        // A cross says that there is a class, not which one.
        checks.that(!YES.contains(folded), "homeroom", "directory.import-no-class");
        return SEVERAL.splitAsStream(text)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Optional<Gender> gender(Checks checks, List<String> cells) {
        String text = VietnameseText.fold(header.cell(cells, StaffColumn.GENDER));
        return switch (text) {
            case "" -> Optional.empty();
            case "nam", "male", "m" -> Optional.of(Gender.MALE);
            case "nu", "female", "f" -> Optional.of(Gender.FEMALE);
            default -> {
                checks.add("gender", "directory.import-bad-gender", shortened(text));
                yield Optional.empty();
            }
        };
    }

    private Optional<Boolean> flag(Checks checks, List<String> cells, StaffColumn column, String field) {
        String cell = header.cell(cells, column);
        String text = VietnameseText.fold(cell);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (NO.contains(text)) {
            return Optional.of(false);
        }
        // Some lists give the day of admission in place of a cross.
        checks.that(
                YES.contains(text) || parseDate(cell).isPresent(), field, "directory.import-bad-flag", shortened(cell));
        return Optional.of(true);
    }

    private Optional<LocalDate> date(Checks checks, List<String> cells, StaffColumn column, String field) {
        String text = VietnameseText.line(header.cell(cells, column));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = parseDate(text);
        checks.that(date.isPresent(), field, "directory.import-bad-date", shortened(text));
        return date;
    }

    /** A day as {@code d/M/yyyy}, {@code yyyy-MM-dd} or Excel's serial number. */
    private Optional<LocalDate> parseDate(String cell) {
        String text = VietnameseText.line(cell);
        try {
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                return Optional.of(LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1)));
            }
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return Optional.of(LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3)));
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        Matcher serial = SERIAL.matcher(text);
        return serial.matches()
                ? Optional.of(DAY_0.plus(number(serial, 1) + (date1904 ? DAYS_TO_1904 : 0), ChronoUnit.DAYS))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String shortened(String text) {
        String line = VietnameseText.line(text);
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static List<FieldError> errorsOf(Checks checks) {
        try {
            checks.orThrow();
            return List.of();
        } catch (Invalid e) {
            return e.fields();
        }
    }
}
