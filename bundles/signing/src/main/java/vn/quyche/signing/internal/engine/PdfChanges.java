package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.quyche.signing.api.VerificationFinding;

/**
 * Compares a PDF file with the revision that was signed, object by object. What was there must be there unchanged, but for a
 * short list of what signing itself changes: a further signature field with its widget, the value of an empty signature field,
 * validation data, dates of the file. Everything else is a change after signing.
 *
 * <p>An object is the same when both cross-reference tables lead to the same bytes; the few that are not are compared by what
 * they are for. So the place and the look of every signature that was there stay under the comparison as well.
 */
final class PdfChanges {

    private static final Set<String> INFO = Set.of("ModDate", "Producer", "Creator", "CreationDate");
    private static final Set<String> WIDGET = Set.of(
            "Type", "Subtype", "FT", "T", "V", "Rect", "P", "F", "AP", "MK", "DA", "Kids", "Parent", "M", "Lock", "SV",
            "Border", "BS", "TU", "Ff", "NM", "H", "Q");
    private static final Set<String> SIGNED = Set.of("V", "AP", "M", "F", "MK", "DA", "P");
    private static final Set<String> VALIDATION = Set.of("Type", "VRI", "Certs", "OCSPs", "CRLs");
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName OBJECT_STREAM = COSName.OBJ_STM;
    /** The part of a page that a stamp may cover. */
    private static final double LARGEST_STAMP = 0.25;

    private static final int MOST_OBJECTS = 2_000_000;

    private final PDDocument before;
    private final PDDocument after;
    private final Map<COSObjectKey, Long> oldTable;
    private final Map<COSObjectKey, Long> newTable;
    private final List<VerificationFinding> findings = new ArrayList<>();
    /** Widgets of signature fields that came later, with the key of each. */
    private final Map<COSObjectKey, COSDictionary> newWidgets = new HashMap<>();

    private final Set<COSObjectKey> newFields = new HashSet<>();
    /** Widgets of time stamps that came later: there is nothing of them to be seen. */
    private final Set<COSDictionary> timestamps = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfChanges(PDDocument before, PDDocument after) {
        this.before = before;
        this.after = after;
        this.oldTable = before.getDocument().getXrefTable();
        this.newTable = after.getDocument().getXrefTable();
    }

    /** What was changed after signing; empty when nothing that counts. */
    List<VerificationFinding> find() {
        collectNewFields();
        Set<COSObjectKey> changed = changed();
        COSObjectKey root = key(before.getDocument().getTrailer().getItem(COSName.ROOT));
        if (root == null || !root.equals(key(after.getDocument().getTrailer().getItem(COSName.ROOT)))) {
            return List.of(VerificationFinding.wrong("verify.changed-structure"));
        }
        Map<COSObjectKey, Role> roles = roles();
        for (COSObjectKey key : changed) {
            COSBase old = object(before, key);
            COSBase now = object(after, key);
            if (written(old, now)) {
                continue;
            }
            Role role = roles.get(key);
            if (role == null) {
                report(key);
            } else if (!role.allows(old, now)) {
                findings.add(VerificationFinding.wrong(role.code()));
            }
        }
        trailerInfo();
        filledGaps();
        otherNumbers();
        overlaps();
        return findings.stream().distinct().toList();
    }

    /** What an object that changed is for, and whether it may change so. */
    private record Role(String code, Rule rule) {

        boolean allows(COSBase old, COSBase now) {
            return rule.allows(old, now);
        }
    }

    @FunctionalInterface
    private interface Rule {
        boolean allows(COSBase old, COSBase now);
    }

    private Set<COSObjectKey> changed() {
        Set<COSObjectKey> changed = new HashSet<>();
        Set<Long> streams = new HashSet<>();
        oldTable.forEach((key, place) -> {
            if (!place.equals(newTable.get(key))) {
                changed.add(key);
                streams.add(key.getNumber());
            }
        });
        oldTable.forEach((key, place) -> {
            if (place < 0 && streams.contains(-place)) {
                changed.add(key);
            }
        });
        return changed;
    }

    private Map<COSObjectKey, Role> roles() {
        Map<COSObjectKey, Role> roles = new LinkedHashMap<>();
        COSDictionary trailer = before.getDocument().getTrailer();
        put(roles, trailer.getItem(COSName.INFO), new Role("verify.changed-info", this::info));
        COSDictionary root = trailer.getCOSDictionary(COSName.ROOT);
        validationData(root).forEach(key -> add(roles, key, new Role("verify.changed-structure", this::validation)));
        for (PdfSignatures.Field field : PdfSignatures.fields(before.getDocument())) {
            if (field.value() == null && field.key() != null) {
                add(roles, field.key(), new Role("verify.changed-stamp", this::signedField));
            }
        }
        for (COSDictionary page : pages(root)) {
            COSObjectKey key = pageKeys.get(page);
            if (key != null) {
                add(roles, key, new Role("verify.changed-page", this::page));
            }
            put(roles, page.getItem(COSName.ANNOTS), new Role("verify.changed-annotations", this::annotations));
        }
        COSDictionary form = PdfSignatures.dictionary(root, COSName.ACRO_FORM);
        if (form != null) {
            put(roles, form.getItem(COSName.FIELDS), new Role("verify.changed-form", this::fields));
            put(roles, form.getItem(COSName.DR), new Role("verify.changed-form", this::resources));
            put(roles, root.getItem(COSName.ACRO_FORM), new Role("verify.changed-form", this::form));
        }
        put(roles, trailer.getItem(COSName.ROOT), new Role("verify.changed-structure", this::catalog));
        return roles;
    }

    private static void put(Map<COSObjectKey, Role> roles, COSBase item, Role role) {
        COSObjectKey key = key(item);
        if (key != null) {
            add(roles, key, role);
        }
    }

    /** An object that was made to serve two ends may change only as both allow. */
    private static void add(Map<COSObjectKey, Role> roles, COSObjectKey key, Role role) {
        roles.merge(
                key,
                role,
                (first, second) ->
                        new Role(second.code(), (old, now) -> first.allows(old, now) && second.allows(old, now)));
    }

    private final Map<COSDictionary, COSObjectKey> pageKeys = new IdentityHashMap<>();

    private List<COSDictionary> pages(COSDictionary root) {
        List<COSDictionary> pages = new ArrayList<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(root.getItem(COSName.PAGES) == null ? COSName.PAGES : root.getItem(COSName.PAGES));
        while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
            COSBase item = open.pop();
            if (!(bare(item) instanceof COSDictionary node) || !seen.add(node)) {
                continue;
            }
            if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                for (int i = kids.size() - 1; i >= 0; i--) {
                    open.push(kids.get(i));
                }
            } else {
                pages.add(node);
                pageKeys.put(node, key(item));
            }
        }
        return pages;
    }

    // ---- what may change, by what it is for

    private boolean catalog(COSBase old, COSBase now) {
        return dictionaries(old, now, (name, was, is) -> {
            if (name.equals(COSName.ACRO_FORM)) {
                return was == null ? is != null && freshForm(bare(is)) : is != null && form(bare(was), bare(is));
            }
            if (name.equals(DSS)) {
                return is != null && validation(was == null ? new COSDictionary() : bare(was), bare(is));
            }
            if (name.equals(EXTENSIONS)) {
                return is instanceof COSDictionary extensions && plain(extensions, 3);
            }
            return name.equals(COSName.VERSION)
                    && is instanceof COSName version
                    && version.getName().matches("[12]\\.\\d");
        });
    }

    private boolean freshForm(COSBase now) {
        return now instanceof COSDictionary && form(new COSDictionary(), now);
    }

    private boolean form(COSBase old, COSBase now) {
        return dictionaries(old, now, (name, was, is) -> {
            if (name.equals(COSName.FIELDS)) {
                return is != null && fields(was == null ? new COSArray() : bare(was), bare(is));
            }
            if (name.equals(COSName.DR)) {
                return is != null && resources(was == null ? new COSDictionary() : bare(was), bare(is));
            }
            if (name.equals(COSName.SIG_FLAGS)) {
                return is instanceof COSNumber flags && flags.intValue() >= 1 && flags.intValue() <= 3;
            }
            if (name.equals(COSName.NEED_APPEARANCES)) {
                return is == null || is.equals(COSBoolean.FALSE);
            }
            return name.equals(COSName.DA) && was == null && is instanceof COSString;
        });
    }

    /** The fields that were there, then new signature fields. */
    private boolean fields(COSBase old, COSBase now) {
        return old instanceof COSArray was && now instanceof COSArray is && longer(was, is, newFields);
    }

    /** The annotations that were there, then widgets of new signature fields. */
    private boolean annotations(COSBase old, COSBase now) {
        return old instanceof COSArray was && now instanceof COSArray is && longer(was, is, newWidgets.keySet());
    }

    private boolean longer(COSArray was, COSArray is, Set<COSObjectKey> allowed) {
        if (is.size() < was.size()) {
            return false;
        }
        for (int i = 0; i < was.size(); i++) {
            if (!same(was.get(i), is.get(i), 0)) {
                return false;
            }
        }
        for (int i = was.size(); i < is.size(); i++) {
            COSObjectKey key = key(is.get(i));
            if (key == null || !allowed.contains(key)) {
                return false;
            }
        }
        return true;
    }

    private boolean page(COSBase old, COSBase now) {
        return dictionaries(
                old,
                now,
                (name, was, is) -> name.equals(COSName.ANNOTS)
                        && is != null
                        && annotations(was == null ? new COSArray() : bare(was), bare(is)));
    }

    /** An empty signature field that was signed: its place stays. */
    private boolean signedField(COSBase old, COSBase now) {
        // without a value the new look would hide content without anybody having signed it
        return now instanceof COSDictionary is
                && is.getDictionaryObject(COSName.V) instanceof COSDictionary
                && dictionaries(old, now, (name, had, has) -> SIGNED.contains(name.getName()) && has != null);
    }

    /** Names may be added, none changed. */
    private boolean resources(COSBase old, COSBase now) {
        return dictionaries(old, now, (name, was, is) -> {
            boolean kind = name.equals(COSName.XOBJECT) || name.equals(COSName.FONT) || name.equals(COSName.PROC_SET);
            if (was == null) {
                return kind;
            }
            return kind && dictionaries(bare(was), bare(is), (inner, had, has) -> had == null);
        });
    }

    private boolean info(COSBase old, COSBase now) {
        return dictionaries(
                old, now, (name, was, is) -> INFO.contains(name.getName()) && (is == null || is instanceof COSString));
    }

    /** Certificates and revocation data that were added. */
    private boolean validation(COSBase old, COSBase now) {
        if (now instanceof COSArray is) {
            for (COSBase item : is) {
                if (!(bare(item) instanceof COSStream)) {
                    return false;
                }
            }
            return old instanceof COSArray || old instanceof COSDictionary was && was.size() == 0;
        }
        if (now instanceof COSStream || !(now instanceof COSDictionary is)) {
            return false;
        }
        for (Map.Entry<COSName, COSBase> entry : is.entrySet()) {
            String name = entry.getKey().getName();
            COSBase value = bare(entry.getValue());
            boolean entryOfDictionary =
                    VALIDATION.contains(name) || name.matches("[0-9A-Fa-f]{40}|Cert|OCSP|CRL|TU|TS");
            boolean leaf = value instanceof COSName || value instanceof COSString || value instanceof COSStream;
            if (!entryOfDictionary || !leaf && !validation(new COSDictionary(), value)) {
                return false;
            }
        }
        return true;
    }

    // ---- comparing

    /** Judges one entry that differs; either side may be missing. */
    @FunctionalInterface
    private interface Entry {
        boolean allows(COSName name, COSBase was, COSBase is);
    }

    private boolean dictionaries(COSBase old, COSBase now, Entry entry) {
        if (!(old instanceof COSDictionary was)
                || !(now instanceof COSDictionary is)
                || old instanceof COSStream
                || now instanceof COSStream) {
            return false;
        }
        Set<COSName> names = new HashSet<>(was.keySet());
        names.addAll(is.keySet());
        for (COSName name : names) {
            COSBase before = was.getItem(name);
            COSBase after = is.getItem(name);
            if (!(before != null && after != null && same(before, after, 0)) && !entry.allows(name, before, after)) {
                return false;
            }
        }
        return true;
    }

    /** Written once more just as it was, as some tools do. */
    private static boolean written(COSBase old, COSBase now) {
        if (old instanceof COSStream was && now instanceof COSStream is) {
            return was.keySet().equals(is.keySet())
                    && was.keySet().stream().allMatch(name -> same(was.getItem(name), is.getItem(name), 0))
                    && Arrays.equals(raw(was), raw(is));
        }
        return old != null && same(old, now, 0);
    }

    private static byte[] raw(COSStream stream) {
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Equal as they stand: the same reference, or the same direct value. */
    private static boolean same(COSBase a, COSBase b, int depth) {
        if (depth > 50) {
            return false;
        }
        if (a instanceof COSObject || b instanceof COSObject) {
            COSObjectKey key = key(a);
            return key != null && key.equals(key(b));
        }
        if (a instanceof COSStream || b instanceof COSStream) {
            return false;
        }
        if (a instanceof COSDictionary was && b instanceof COSDictionary is) {
            return was.keySet().equals(is.keySet())
                    && was.keySet().stream().allMatch(name -> same(was.getItem(name), is.getItem(name), depth + 1));
        }
        if (a instanceof COSArray was && b instanceof COSArray is) {
            if (was.size() != is.size()) {
                return false;
            }
            for (int i = 0; i < was.size(); i++) {
                if (!same(was.get(i), is.get(i), depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof COSNumber was && b instanceof COSNumber is) {
            return Float.compare(was.floatValue(), is.floatValue()) == 0 && was.longValue() == is.longValue();
        }
        return a != null && a.equals(b);
    }

    private static boolean plain(COSBase value, int depth) {
        if (value instanceof COSDictionary dictionary && !(value instanceof COSStream)) {
            return depth > 0 && dictionary.getValues().stream().allMatch(inner -> plain(inner, depth - 1));
        }
        return value instanceof COSName || value instanceof COSNumber || value instanceof COSString;
    }

    // ---- what came new

    private void collectNewFields() {
        Set<COSObjectKey> known = new HashSet<>();
        PdfSignatures.fields(before.getDocument()).forEach(field -> known.add(field.key()));
        for (PdfSignatures.Field field : PdfSignatures.fields(after.getDocument())) {
            COSObjectKey key = field.key();
            if (key == null || known.contains(key) || oldTable.containsKey(key)) {
                continue;
            }
            if (!(field.value() instanceof COSDictionary value) || !onlyKnownEntries(field.dictionary())) {
                // an empty field with a look of its own hides content without anybody having signed it
                continue;
            }
            Map<COSObjectKey, COSDictionary> widgets = widgets(field);
            if (widgets.isEmpty() || !widgets.values().stream().allMatch(PdfChanges::isPlainWidget)) {
                continue;
            }
            newFields.add(key);
            newWidgets.putAll(widgets);
            if (PdfSignatures.isTimestamp(value)) {
                timestamps.addAll(widgets.values());
            }
        }
    }

    private Map<COSObjectKey, COSDictionary> widgets(PdfSignatures.Field field) {
        Map<COSObjectKey, COSDictionary> widgets = new HashMap<>();
        if (field.dictionary().getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (COSBase kid : kids) {
                COSObjectKey key = key(kid);
                if (key == null || oldTable.containsKey(key) || !(bare(kid) instanceof COSDictionary widget)) {
                    return Map.of();
                }
                widgets.put(key, widget);
            }
        } else {
            widgets.put(field.key(), field.dictionary());
        }
        return widgets;
    }

    private static boolean isPlainWidget(COSDictionary widget) {
        return COSName.WIDGET.equals(widget.getCOSName(COSName.SUBTYPE)) && onlyKnownEntries(widget);
    }

    private static boolean onlyKnownEntries(COSDictionary dictionary) {
        return dictionary.keySet().stream().allMatch(name -> WIDGET.contains(name.getName()));
    }

    /** The objects under the validation data that nothing else reaches. */
    private Set<COSObjectKey> validationData(COSDictionary root) {
        COSBase data = root.getItem(DSS);
        Set<COSObjectKey> keys = new HashSet<>();
        if (data == null) {
            return keys;
        }
        walk(data, Set.of(), keys, new HashSet<>());
        Set<COSObjectKey> others = new HashSet<>();
        for (Map.Entry<COSName, COSBase> entry : root.entrySet()) {
            if (!entry.getKey().equals(DSS)) {
                walk(entry.getValue(), Set.of(), others, new HashSet<>());
            }
        }
        keys.removeAll(others);
        return keys;
    }

    /** References of the signed revision that led nowhere and lead somewhere now. */
    private void filledGaps() {
        Set<COSObjectKey> gaps = new HashSet<>();
        walk(before.getDocument().getTrailer().getItem(COSName.ROOT), oldTable.keySet(), new HashSet<>(), gaps);
        if (gaps.stream().anyMatch(newTable::containsKey)) {
            findings.add(VerificationFinding.wrong("verify.changed-structure"));
        }
    }

    /** Numbers that were taken and come in another generation or at another place of their stream: readers differ on these. */
    private void otherNumbers() {
        Map<Long, COSObjectKey> old = new HashMap<>();
        oldTable.keySet().forEach(key -> old.put(key.getNumber(), key));
        for (COSObjectKey key : newTable.keySet()) {
            COSObjectKey was = old.get(key.getNumber());
            if (was != null
                    && (was.getGeneration() != key.getGeneration()
                            || oldTable.get(was).equals(newTable.get(key))
                                    && was.getStreamIndex() != key.getStreamIndex())) {
                findings.add(VerificationFinding.wrong("verify.changed-structure"));
            }
        }
    }

    private void walk(COSBase from, Set<COSObjectKey> table, Set<COSObjectKey> reached, Set<COSObjectKey> gaps) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            COSBase item = open.pop();
            COSObjectKey key = key(item);
            if (key != null) {
                if (!table.isEmpty() && !table.contains(key)) {
                    gaps.add(key);
                    continue;
                }
                if (!reached.add(key)) {
                    continue;
                }
            }
            COSBase bare = bare(item);
            if (!(bare instanceof COSDictionary || bare instanceof COSArray) || !seen.add(bare)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                findings.add(VerificationFinding.missing("verify.too-complex"));
                return;
            }
            if (bare instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(open::push);
            } else if (bare instanceof COSArray array) {
                array.forEach(open::push);
            }
        }
    }

    private void trailerInfo() {
        COSBase was = before.getDocument().getTrailer().getItem(COSName.INFO);
        COSBase is = after.getDocument().getTrailer().getItem(COSName.INFO);
        if (is != null && !(was != null && same(was, is, 0))) {
            COSBase old = was == null ? new COSDictionary() : bare(was);
            if (!info(old, bare(is))) {
                findings.add(VerificationFinding.wrong("verify.changed-info"));
            }
        }
    }

    // ---- how new stamps lie

    /** A stamp may lie over other stamps only, and over a small part of a page. */
    private void overlaps() {
        int number = 0;
        for (COSDictionary page : pages(after.getDocument().getTrailer().getCOSDictionary(COSName.ROOT))) {
            number++;
            if (!(page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations)) {
                continue;
            }
            for (COSBase item : annotations) {
                COSDictionary stamp = newWidgets.get(key(item));
                if (stamp != null) {
                    placed(stamp, page, annotations, number);
                }
            }
        }
    }

    private void placed(COSDictionary stamp, COSDictionary page, COSArray annotations, int number) {
        Optional<PDRectangle> box = box(stamp);
        if (box.isEmpty()) {
            return;
        }
        for (COSBase item : annotations) {
            if (bare(item) instanceof COSDictionary other
                    && other != stamp
                    && !isSignature(other)
                    && !COSName.getPDFName("Link").equals(other.getCOSName(COSName.SUBTYPE))
                    && box(other).filter(there -> cross(there, box.get())).isPresent()) {
                findings.add(VerificationFinding.wrong("verify.covers-annotation", number));
            }
        }
        if (timestamps.contains(stamp)) {
            // it would lie over the text without anybody's signature
            findings.add(VerificationFinding.wrong("verify.visible-timestamp", number));
            return;
        }
        double area = area(box.get());
        double whole = area(mediaBox(page));
        if (area > whole * LARGEST_STAMP) {
            findings.add(VerificationFinding.wrong("verify.large-stamp", number));
        } else if (area > 0) {
            findings.add(VerificationFinding.told("verify.later-stamp", number));
        }
    }

    private static boolean isSignature(COSDictionary annotation) {
        COSDictionary parent = PdfSignatures.dictionary(annotation, COSName.PARENT);
        return COSName.SIG.equals(annotation.getCOSName(COSName.FT))
                || parent != null && COSName.SIG.equals(parent.getCOSName(COSName.FT));
    }

    private static Optional<PDRectangle> box(COSDictionary annotation) {
        if (annotation.getDictionaryObject(COSName.RECT) instanceof COSArray rect && rect.size() == 4) {
            PDRectangle box = new PDRectangle(rect);
            return box.getWidth() > 0 && box.getHeight() > 0 ? Optional.of(box) : Optional.empty();
        }
        return Optional.empty();
    }

    private static PDRectangle mediaBox(COSDictionary page) {
        COSDictionary node = page;
        for (int depth = 0; node != null && depth < 100; depth++) {
            if (node.getDictionaryObject(COSName.MEDIA_BOX) instanceof COSArray box && box.size() == 4) {
                return new PDRectangle(box);
            }
            node = PdfSignatures.dictionary(node, COSName.PARENT);
        }
        return PDRectangle.A4;
    }

    private static boolean cross(PDRectangle a, PDRectangle b) {
        return a.getLowerLeftX() < b.getUpperRightX()
                && b.getLowerLeftX() < a.getUpperRightX()
                && a.getLowerLeftY() < b.getUpperRightY()
                && b.getLowerLeftY() < a.getUpperRightY();
    }

    private static double area(PDRectangle box) {
        return (double) box.getWidth() * box.getHeight();
    }

    // ---- small things

    /** An object changed that nothing allows to: says what it was. */
    private void report(COSObjectKey key) {
        COSBase old = object(before, key);
        if (old instanceof COSStream stream
                && (COSName.XREF.equals(stream.getCOSName(COSName.TYPE))
                        || OBJECT_STREAM.equals(stream.getCOSName(COSName.TYPE)) && !newTable.containsKey(key))) {
            return;
        }
        COSName subtype = old instanceof COSDictionary dictionary ? dictionary.getCOSName(COSName.SUBTYPE) : null;
        if (old instanceof COSDictionary dictionary && isSignature(dictionary)) {
            findings.add(VerificationFinding.wrong("verify.changed-stamp"));
        } else if (old instanceof COSDictionary dictionary
                && (dictionary.containsKey(COSName.FT) || COSName.WIDGET.equals(subtype))) {
            findings.add(VerificationFinding.wrong("verify.changed-form"));
        } else {
            findings.add(VerificationFinding.wrong("verify.changed-content"));
        }
    }

    private static COSBase object(PDDocument document, COSObjectKey key) {
        COSDocument objects = document.getDocument();
        if (!objects.getXrefTable().containsKey(key)) {
            return null;
        }
        COSObject object = objects.getObjectFromPool(key);
        return object == null ? null : object.getObject();
    }

    private static COSObjectKey key(COSBase item) {
        return item instanceof COSObject reference ? reference.getKey() : null;
    }

    private static COSBase bare(COSBase item) {
        return item instanceof COSObject reference ? reference.getObject() : item;
    }
}
