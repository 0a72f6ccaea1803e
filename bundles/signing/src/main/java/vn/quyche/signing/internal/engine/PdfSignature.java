package vn.quyche.signing.internal.engine;

import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import vn.quyche.signing.api.VerificationFinding;

/**
 * A signature of a PDF file as it stands in its bytes.
 *
 * @param field the field that holds it
 * @param dictionary the signature dictionary
 * @param range the four numbers of its byte range
 * @param timestamp whether it is a time stamp over the document
 * @param findings what is wrong with how it lies in the file
 */
record PdfSignature(
        COSDictionary field,
        COSDictionary dictionary,
        List<Long> range,
        boolean timestamp,
        List<VerificationFinding> findings) {

    /** The byte behind what it covers. */
    long end() {
        return range.size() == 4 ? range.get(2) + range.get(3) : 0;
    }

    /** Where its own value begins. */
    long gap() {
        return range.size() == 4 ? range.get(1) : 0;
    }
}
