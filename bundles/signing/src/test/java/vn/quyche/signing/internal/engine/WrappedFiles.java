package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;
import static vn.quyche.signing.internal.engine.TestPdf.how;
import static vn.quyche.signing.internal.engine.TestPdf.plain;
import static vn.quyche.signing.internal.engine.TestPdf.signed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signature wrapping, universal forgery and other games with where a signature lies and what it leaves out. */
final class WrappedFiles {

    private static final Pattern RANGE = Pattern.compile("/ByteRange\\s*\\[([^\\]]*)\\]");

    private WrappedFiles() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        Map<String, UnaryOperator<String>> ranges = new LinkedHashMap<>();
        ranges.put("no numbers", n -> "");
        ranges.put("three numbers", n -> n.substring(0, n.lastIndexOf(' ')));
        ranges.put("six numbers", n -> "0 1 2 1 4 1");
        ranges.put("does not begin at the start", n -> n.replaceFirst("0 (\\d+)", "1 $1"));
        ranges.put("negative", n -> n.replaceFirst("0 ", "-1 "));
        ranges.put("beyond the end", n -> n.substring(0, n.lastIndexOf(' ')) + " 9999999");
        ranges.put("overflowing", n -> "0 1 2147483647 2147483647");
        ranges.put("empty second part", n -> n.substring(0, n.lastIndexOf(' ')) + " 0");
        ranges.put("overlapping parts", n -> "0 900 100 900");
        ranges.put("real numbers", n -> n.replaceFirst("0 ", "0.0 "));
        ranges.put("names", n -> "/a /b /c /d");
        ranges.put("one byte short", n -> {
            String[] parts = n.trim().split(" ");
            return parts[0] + " " + parts[1] + " " + parts[2] + " " + (Long.parseLong(parts[3]) - 1);
        });
        ranges.put("wide gap", n -> {
            String[] parts = n.trim().split(" ");
            return parts[0] + " " + (Long.parseLong(parts[1]) - 100) + " " + parts[2] + " " + parts[3];
        });
        ranges.forEach((name, range) -> cases.add(invalid(
                "byte range: " + name,
                name.equals("one byte short") ? "" : "verify.bad-range",
                () -> withRange(signed(plain(1), PKI.principal), range))));

        // universal forgery: the value or the range is not there
        cases.add(invalid(
                "value empty", "", () -> replaced(signed(plain(1), PKI.principal), "/Contents <", "/Contentx <")));
        cases.add(invalid("value all zero", "", () -> value(signed(plain(1), PKI.principal), v -> new byte[v.length])));
        cases.add(invalid(
                "value is one null",
                "",
                () -> value(signed(plain(1), PKI.principal), v -> {
                    byte[] none = new byte[v.length];
                    none[0] = 5;
                    return none;
                })));
        cases.add(invalid(
                "value cut",
                "",
                () -> value(signed(plain(1), PKI.principal), v -> {
                    byte[] cut = v.clone();
                    Arrays.fill(cut, 500, cut.length, (byte) 0);
                    return cut;
                })));
        cases.add(invalid(
                "something hidden behind the value",
                "verify.not-der",
                () -> value(signed(plain(1), PKI.principal), v -> {
                    byte[] more = v.clone();
                    more[more.length - 1] = 7;
                    return more;
                })));
        cases.add(invalid(
                "no byte range",
                "verify.bad-range",
                () -> replaced(signed(plain(1), PKI.principal), "/ByteRange", "/ByteRangx")));
        cases.add(invalid(
                "no sub filter", "", () -> replaced(signed(plain(1), PKI.principal), "/SubFilter", "/SubFiltex")));

        // wrapping: what was signed is moved away, other content takes its place
        cases.add(invalid(
                "signed text moved behind, other text in its place",
                "",
                () -> wrapped(signed(plain(1), PKI.principal))));
        cases.add(invalid("value of another file", "verify.broken", () -> {
            byte[] other = signed(plain(2), PKI.principal);
            byte[] taken = valueOf(other);
            return value(signed(plain(1), PKI.principal), v -> taken);
        }));
        cases.add(invalid("a file twice, one behind the other", "", () -> {
            byte[] file = signed(plain(1), PKI.principal);
            return GoodFiles.concat(file, file);
        }));
        cases.add(invalid(
                "another file behind a signed one",
                "",
                () -> GoodFiles.concat(signed(plain(1), PKI.principal), plain(1))));
        cases.add(invalid(
                "bytes that are no revision behind the end",
                "",
                () -> GoodFiles.concat(
                        signed(plain(1), PKI.principal),
                        "garbage\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))));
        cases.add(invalid("signed up to the middle of a revision", "", () -> {
            byte[] file = signed(plain(1), PKI.principal);
            return withRange(
                    GoodFiles.concat(file, " ".repeat(10).concat("x").getBytes(StandardCharsets.US_ASCII)), n -> n);
        }));
        cases.add(invalid("attributes not in DER", "verify.not-der", () -> {
            TestPdf.How how = how();
            how.spoil = OtherForms::unsortedAttributes;
            return signed(plain(1), PKI.principal, how);
        }));
        cases.add(invalid("hash of something else signed", "verify.broken", () -> {
            TestPdf.How how = how();
            how.content = bytes -> "khac".getBytes(StandardCharsets.US_ASCII);
            return signed(plain(1), PKI.principal, how);
        }));
        for (int bit : List.of(0, 1, 5, 7)) {
            cases.add(invalid(
                    "bit " + bit + " of the signature flipped",
                    "",
                    () -> value(signed(plain(1), PKI.principal), v -> {
                        byte[] other = v.clone();
                        int last = other.length - 1;
                        while (other[last] == 0) {
                            last--;
                        }
                        other[last - 20] ^= (byte) (1 << bit);
                        return other;
                    })));
        }
        return cases;
    }

    private static byte[] withRange(byte[] file, UnaryOperator<String> change) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher range = RANGE.matcher(text);
        int at = -1;
        int end = -1;
        String old = "";
        while (range.find()) {
            at = range.start(1);
            end = range.end(1);
            old = range.group(1);
        }
        String now = change.apply(old.trim());
        String padded = now + " ".repeat(Math.max(0, old.length() - now.length()));
        return (text.substring(0, at) + padded + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] replaced(byte[] file, String what, String with) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(what);
        return (text.substring(0, at) + with + text.substring(at + what.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int[] gap(String text) {
        Matcher range = RANGE.matcher(text);
        int[] gap = {0, 0};
        while (range.find()) {
            String[] parts = range.group(1).trim().split("\\s+");
            gap[0] = Integer.parseInt(parts[1]);
            gap[1] = Integer.parseInt(parts[2]);
        }
        return gap;
    }

    private static byte[] valueOf(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int[] gap = gap(text);
        return java.util.HexFormat.of().parseHex(text.substring(gap[0] + 1, gap[1] - 1));
    }

    static byte[] value(byte[] file, UnaryOperator<byte[]> change) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int[] gap = gap(text);
        byte[] now = change.apply(valueOf(file));
        return (text.substring(0, gap[0] + 1)
                        + java.util.HexFormat.of().withUpperCase().formatHex(now)
                        + text.substring(gap[1] - 1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The attack of the textbooks: the second signed part is moved to the end, and where it was stand a forged page, a copy of
     * the signature with a range that leaves them out, and a table that leads to both, at the place to which the signed end of
     * the file points.
     */
    private static byte[] wrapped(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int[] gap = gap(text);
        String first = text.substring(0, gap[0]);
        String value = text.substring(gap[0], gap[1]);
        String second = text.substring(gap[1]);
        int table = Integer.parseInt(second.replaceAll("(?s).*startxref\\s+(\\d+).*", "$1"));
        Matcher object = Pattern.compile("(\\d+) 0 obj").matcher(first);
        String number = "0";
        while (object.find()) {
            number = object.group(1);
        }
        Matcher contents = Pattern.compile("/Contents (\\d+) 0 R").matcher(first);
        String page = contents.find() ? contents.group(1) : "4";
        String trailer = text.substring(text.lastIndexOf("trailer"), text.lastIndexOf("startxref"));
        StringBuilder forged = new StringBuilder(first).append("<00>\n>>\nendobj\n");
        int pageAt = forged.length();
        forged.append(page).append(" 0 obj\n<< /Length 5 >>\nstream\nBT ET\nendstream\nendobj\n");
        int signatureAt = forged.length();
        forged.append(number)
                .append(" 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ")
                .append(gap[0])
                .append(" @@@@@@@@@@ ")
                .append(second.length())
                .append("] /Contents ")
                .append(value)
                .append(" >>\nendobj\n");
        while (forged.length() < table) {
            forged.append(' ');
        }
        int at = forged.length();
        forged.append("xref\n")
                .append(entry(page, pageAt))
                .append(entry(number, signatureAt))
                .append(trailer);
        String all = forged.toString().replace("@@@@@@@@@@", String.format("%010d", forged.length()));
        String end = at == table ? second : second.replace("startxref\n" + table, "startxref\n" + at);
        return (all + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String entry(String number, int at) {
        return number + " 1\n" + String.format("%010d", at) + " 00000 n \n";
    }
}
