package vn.quyche.signing.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import vn.quyche.signing.api.VerificationFinding;

/**
 * Finds what makes a PDF file show other things than its bytes say: programs, actions that start something, dynamic forms,
 * content from elsewhere. A signature over them proves nothing about what is seen.
 */
final class PdfHazards {

    private static final int MOST_OBJECTS = 2_000_000;
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "ResetForm",
            "Rendition",
            "RichMediaExecute",
            "Hide",
            "SetOCGState");
    private static final Set<String> MOVING = Set.of("RichMedia", "3D", "Screen", "Movie", "Sound");

    private enum Hazard {
        ACTIVE("verify.active-content"),
        DYNAMIC("verify.dynamic-form"),
        OUTSIDE("verify.outside-content"),
        HUGE("verify.too-complex");

        private final String code;

        Hazard(String code) {
            this.code = code;
        }
    }

    private boolean attached;
    private boolean layers;
    private final Set<Hazard> found = EnumSet.noneOf(Hazard.class);

    List<VerificationFinding> in(COSDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        COSDictionary root = PdfSignatures.dictionary(document.getTrailer(), COSName.ROOT);
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty()) {
            COSBase item = open.poll();
            COSBase bare = item instanceof COSObject reference ? reference.getObject() : item;
            if (!(bare instanceof COSDictionary || bare instanceof COSArray) || !seen.add(bare)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                found.add(Hazard.HUGE);
                break;
            }
            if (bare instanceof COSDictionary dictionary) {
                look(dictionary);
                dictionary.getValues().forEach(open::add);
            } else if (bare instanceof COSArray array) {
                array.forEach(open::add);
            }
        }
        List<VerificationFinding> findings = new ArrayList<>();
        found.forEach(hazard -> findings.add(VerificationFinding.missing(hazard.code)));
        if (attached) {
            findings.add(VerificationFinding.told("verify.attachments"));
        }
        if (layers) {
            findings.add(VerificationFinding.told("verify.layers"));
        }
        return findings;
    }

    private void look(COSDictionary dictionary) {
        if (dictionary.getDictionaryObject(COSName.S) instanceof COSName action && ACTIONS.contains(action.getName())
                || dictionary.containsKey(COSName.JS)
                || dictionary.getDictionaryObject(COSName.SUBTYPE) instanceof COSName subtype
                        && MOVING.contains(subtype.getName())) {
            found.add(Hazard.ACTIVE);
        }
        if (dictionary.containsKey(COSName.getPDFName("XFA"))) {
            found.add(Hazard.DYNAMIC);
        }
        if (dictionary instanceof COSStream && dictionary.containsKey(COSName.F)) {
            found.add(Hazard.OUTSIDE);
        }
        attached |= dictionary.containsKey(COSName.EMBEDDED_FILES) || dictionary.containsKey(COSName.EF);
        layers |= dictionary.containsKey(COSName.OCPROPERTIES);
    }
}
