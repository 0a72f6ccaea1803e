package vn.quyche.signing.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import vn.quyche.signing.api.VerificationFinding;

/**
 * Reads the signatures of a PDF file from its form, and how each lies in the bytes: its range must leave out its own value and
 * nothing else, its value must be the one that the dictionary holds, and revisions must follow each other.
 */
final class PdfSignatures {

    private static final int MOST_FIELDS = 20_000;
    private static final int DICTIONARY = 200_000;
    private static final byte[] END_OF_FILE = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_OBJECT = "endobj".getBytes(StandardCharsets.US_ASCII);

    private final byte[] file;
    private final COSDocument document;

    PdfSignatures(byte[] file, COSDocument document) {
        this.file = file;
        this.document = document;
    }

    /** The signatures in the order of signing. */
    List<PdfSignature> read() {
        List<PdfSignature> found = new ArrayList<>();
        for (Field field : fields(document)) {
            if (field.value() instanceof COSDictionary value) {
                found.add(signature(field, value));
            }
        }
        found.sort(Comparator.comparingLong(PdfSignature::end));
        for (int i = 1; i < found.size(); i++) {
            PdfSignature before = found.get(i - 1);
            if (found.get(i).gap() < before.end()) {
                found.get(i).findings().add(VerificationFinding.wrong("verify.bad-range"));
            }
        }
        return found;
    }

    /** A field of signatures. */
    record Field(COSDictionary dictionary, COSObjectKey key, COSBase value, COSObjectKey valueKey) {}

    /** The signature fields of a document, from its form. */
    static List<Field> fields(COSDocument document) {
        List<Field> fields = new ArrayList<>();
        COSDictionary root = dictionary(document.getTrailer(), COSName.ROOT);
        COSDictionary form = root == null ? null : dictionary(root, COSName.ACRO_FORM);
        if (form == null || !(form.getDictionaryObject(COSName.FIELDS) instanceof COSArray roots)) {
            return fields;
        }
        List<Node> open = new ArrayList<>();
        for (int i = roots.size() - 1; i >= 0; i--) {
            open.add(new Node(roots.get(i), null, null));
        }
        Set<COSBase> seen = new HashSet<>();
        while (!open.isEmpty() && seen.size() < MOST_FIELDS) {
            Node node = open.remove(open.size() - 1);
            COSBase bare = node.item() instanceof COSObject reference ? reference.getObject() : node.item();
            if (!(bare instanceof COSDictionary dictionary) || !seen.add(bare)) {
                continue;
            }
            COSName type = dictionary.getCOSName(COSName.FT) == null ? node.type() : dictionary.getCOSName(COSName.FT);
            COSBase value = dictionary.getItem(COSName.V) == null ? node.value() : dictionary.getItem(COSName.V);
            boolean terminal = true;
            if (dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                for (int i = kids.size() - 1; i >= 0; i--) {
                    if (kids.getObject(i) instanceof COSDictionary kid && kid.containsKey(COSName.T)) {
                        terminal = false;
                        open.add(new Node(kids.get(i), type, value));
                    }
                }
            }
            if (terminal && COSName.SIG.equals(type)) {
                fields.add(new Field(
                        dictionary,
                        node.item() instanceof COSObject reference ? reference.getKey() : null,
                        value instanceof COSObject reference ? reference.getObject() : value,
                        value instanceof COSObject reference ? reference.getKey() : null));
            }
        }
        return fields;
    }

    private record Node(COSBase item, COSName type, COSBase value) {}

    static COSDictionary dictionary(COSDictionary in, COSName name) {
        return in != null && in.getDictionaryObject(name) instanceof COSDictionary dictionary ? dictionary : null;
    }

    private PdfSignature signature(Field field, COSDictionary value) {
        List<VerificationFinding> findings = new ArrayList<>();
        List<Long> range = range(value);
        COSName type = value.getCOSName(COSName.TYPE);
        COSName subFilter = value.getCOSName(COSName.SUB_FILTER);
        boolean timestamp = isTimestamp(value);
        boolean typed = type == null
                || type.equals(COSName.SIG)
                || timestamp && type.getName().equals("DocTimeStamp");
        if (!typed || subFilter == null || !fits(range) || !gapIsValue(range, value) || !inItsObject(field, range)) {
            findings.add(VerificationFinding.wrong("verify.bad-range"));
        } else {
            if (!endsAtEndOfFile(range)) {
                findings.add(VerificationFinding.wrong("verify.not-to-end"));
            }
            byte[] contents = ((COSString) value.getDictionaryObject(COSName.CONTENTS)).getBytes();
            if (!CmsShape.plain(contents)) {
                findings.add(VerificationFinding.wrong("verify.not-der"));
            }
        }
        return new PdfSignature(field.dictionary(), value, range, timestamp, findings);
    }

    /** Whether a signature dictionary is a time stamp over the document. */
    static boolean isTimestamp(COSDictionary value) {
        COSName subFilter = value.getCOSName(COSName.SUB_FILTER);
        return subFilter != null && subFilter.getName().equals("ETSI.RFC3161");
    }

    private static List<Long> range(COSDictionary value) {
        List<Long> range = new ArrayList<>();
        if (value.getDictionaryObject(COSName.BYTERANGE) instanceof COSArray numbers && numbers.size() == 4) {
            for (int i = 0; i < 4; i++) {
                if (!(numbers.getObject(i) instanceof COSInteger number)) {
                    return List.of();
                }
                range.add(number.longValue());
            }
        }
        return range;
    }

    private boolean fits(List<Long> range) {
        if (range.size() != 4 || range.stream().anyMatch(n -> n < 0 || n > file.length)) {
            return false;
        }
        return range.get(0) == 0
                && range.get(1) > 0
                && range.get(2) > range.get(1) + 2
                && range.get(3) > 0
                && range.get(2) + range.get(3) <= file.length;
    }

    /** What is left out is the value in hexadecimal, from its first bracket to its last. */
    private boolean gapIsValue(List<Long> range, COSDictionary value) {
        int from = range.get(1).intValue();
        int to = range.get(2).intValue();
        if (file[from] != '<' || file[to - 1] != '>' || (to - from) % 2 != 0) {
            return false;
        }
        if (!(value.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents)) {
            return false;
        }
        byte[] decoded = new byte[(to - from - 2) / 2];
        for (int i = 0; i < decoded.length; i++) {
            int high = Character.digit(file[from + 1 + 2 * i], 16);
            int low = Character.digit(file[from + 2 + 2 * i], 16);
            if (high < 0 || low < 0) {
                return false;
            }
            decoded[i] = (byte) (high << 4 | low);
        }
        return Arrays.equals(decoded, contents.getBytes());
    }

    /** The gap lies in the object that the field refers to, not in another one that looks like it. */
    private boolean inItsObject(Field field, List<Long> range) {
        COSObjectKey key = field.valueKey() == null ? field.key() : field.valueKey();
        Map<COSObjectKey, Long> table = document.getXrefTable();
        Long offset = key == null ? null : table.get(key);
        if (offset == null || offset <= 0) {
            return false;
        }
        int gap = range.get(1).intValue();
        return offset < gap
                && gap - offset < DICTIONARY
                && PdfBombs.find(file, END_OF_OBJECT, offset.intValue(), gap) < 0;
    }

    private boolean endsAtEndOfFile(List<Long> range) {
        int end = (int) (range.get(2) + range.get(3));
        while (end > 0 && isSpace(file[end - 1])) {
            end--;
        }
        int from = end - END_OF_FILE.length;
        return from >= 0 && PdfBombs.find(file, END_OF_FILE, from, end) == from;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0 || b == '\f';
    }
}
