package vn.quyche.group.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quyche.core.api.PhoneNumber;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.table.Tables;

/**
 * Finds names and phone numbers in a list, with or without headings: a column each, or one line for both, as it is copied out of
 * the app.
 */
public final class MemberListReader {

    private static final int LOOK_AT_ROWS = 8;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 40;

    private static final Set<String> NAMES = Set.of(
            "ten",
            "ho ten",
            "ho va ten",
            "ten hien thi",
            "ten thanh vien",
            "thanh vien",
            "ten zalo",
            "ten viber",
            "ten tai khoan",
            "tai khoan",
            "biet danh",
            "name",
            "full name",
            "display name",
            "member",
            "nickname");
    private static final Set<String> PHONES = Set.of(
            "so dien thoai",
            "dien thoai",
            "sdt",
            "so dt",
            "dt",
            "di dong",
            "so di dong",
            "so zalo",
            "so viber",
            "phone",
            "phone number",
            "mobile",
            "tel");
    /** What the app writes beside a name. */
    private static final Set<String> ROLES =
            Set.of("truong nhom", "pho nhom", "thanh vien", "quan tri vien", "admin", "owner", "member", "deputy");

    private static final Set<String> SELF = Set.of("ban", "you");

    private static final Pattern PHONE = Pattern.compile("(?:\\+?84|0)(?:[\\s.()\\-]*\\d){8,10}(?!\\d)");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s\\-–(:,;|/]+$");
    private static final Pattern ORDINAL = Pattern.compile("^\\s*\\d{1,4}\\s*[.)\\-:]\\s*");

    private MemberListReader() {}

    /** The people on a list, in its order; rows without name and number are left out. */
    public static List<DeclaredRow> read(List<Tables.Row> rows) {
        Optional<Header> header = rows.stream()
                .limit(LOOK_AT_ROWS)
                .flatMap(row -> Header.of(row).stream())
                .findFirst();
        List<DeclaredRow> people = new ArrayList<>();
        for (Tables.Row row : rows) {
            if (header.filter(found -> row.number() <= found.row).isPresent()) {
                continue;
            }
            DeclaredRow person = header.map(found -> found.read(row)).orElseGet(() -> guess(row));
            if (!person.name().isEmpty() || !person.phone().isEmpty()) {
                people.add(person);
            }
        }
        return people;
    }

    /** Whether a row is what the app writes for whoever looks at the list. */
    public static boolean isSelf(DeclaredRow row) {
        return row.phone().isEmpty() && SELF.contains(heading(row.name()));
    }

    /** Where name and phone stand; -1 for nowhere. */
    private record Header(int row, int name, int phone) {

        static Optional<Header> of(Tables.Row row) {
            int name = find(row.cells(), NAMES);
            int phone = find(row.cells(), PHONES);
            boolean data =
                    row.cells().stream().anyMatch(cell -> PHONE.matcher(cell).find());
            return data || name < 0 && phone < 0
                    ? Optional.empty()
                    : Optional.of(new Header(row.number(), name, phone));
        }

        private static int find(List<String> cells, Set<String> headings) {
            for (int place = 0; place < cells.size(); place++) {
                if (headings.contains(heading(cells.get(place)))) {
                    return place;
                }
            }
            return -1;
        }

        DeclaredRow read(Tables.Row row) {
            String name = cell(row.cells(), this.name);
            String phone = cell(row.cells(), this.phone);
            return phone.isEmpty() ? split(row.number(), name) : person(row.number(), name, phone);
        }

        private static String cell(List<String> cells, int place) {
            return place < 0 || place >= cells.size() ? "" : cells.get(place);
        }
    }

    private static DeclaredRow guess(Tables.Row row) {
        String name = "";
        String phone = "";
        for (String cell : row.cells()) {
            if (phone.isEmpty() && PhoneNumber.normalise(cell).isPresent()) {
                phone = cell;
            } else if (weight(cell) > weight(name) && !ROLES.contains(heading(cell))) {
                name = cell;
            }
        }
        return phone.isEmpty() ? split(row.number(), name) : person(row.number(), name, phone);
    }

    /** Name and number in one text. */
    private static DeclaredRow split(int row, String text) {
        Matcher phone = PHONE.matcher(text);
        if (!phone.find()) {
            return person(row, text, "");
        }
        return person(row, text.substring(0, phone.start()) + " " + text.substring(phone.end()), phone.group());
    }

    private static DeclaredRow person(int row, String name, String phone) {
        String bare = VietnameseText.line(
                LOOSE_END.matcher(ORDINAL.matcher(name).replaceFirst("")).replaceFirst(""));
        return new DeclaredRow(
                row,
                cut(bare.codePoints().anyMatch(MemberListReader::speaks) ? bare : "", LONGEST_NAME),
                PhoneNumber.normalise(phone).orElseGet(() -> cut(phone.strip(), LONGEST_PHONE)));
    }

    private static String heading(String cell) {
        return String.join(" ", DisplayName.words(cell));
    }

    /** Letters first; a name of pictures alone is a name too. */
    private static long weight(String text) {
        return text.codePoints().filter(Character::isLetter).count() * LONGEST_NAME
                + text.codePoints().filter(MemberListReader::speaks).count();
    }

    /** Letters, pictures and signs; no digits, spaces and punctuation. */
    private static boolean speaks(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.LETTER_NUMBER -> true;
            default -> Character.isLetter(c);
        };
    }

    /** Cuts between characters, not within one. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
