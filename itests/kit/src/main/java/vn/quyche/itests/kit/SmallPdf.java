package vn.quyche.itests.kit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files as somebody brings them in. */
public final class SmallPdf {

    private SmallPdf() {}

    /** A page with a line of text, ASCII without brackets. */
    public static byte[] of(String text) {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + "/Resources<</Font<</F1 5 0 R>>>>>>",
                stream("BT /F1 14 Tf 72 760 Td (" + text + ") Tj ET"),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.7\n"));
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(out.size());
            out.writeBytes(ascii(places.size() + " 0 obj\n" + object + "\nendobj\n"));
        }
        int table = out.size();
        StringBuilder end = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        places.forEach(place -> end.append(String.format("%010d 00000 n \n", place)));
        end.append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(ascii(end.toString()));
        return out.toByteArray();
    }

    private static String stream(String content) {
        return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
