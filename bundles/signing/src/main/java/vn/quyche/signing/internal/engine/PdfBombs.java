package vn.quyche.signing.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds PDF files whose hidden structure (cross-reference and object streams, which every reader unpacks at once) is made to
 * fill the memory. Looks at the bytes alone, before any reader does.
 */
final class PdfBombs {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 4_096;
    private static final int BUFFER = 64 * 1024;

    private final long most;

    /** @param most bytes that all structure together may have, unpacked */
    PdfBombs(long most) {
        this.most = most;
    }

    boolean in(byte[] file) {
        long total = 0;
        int from = 0;
        while (true) {
            int at = find(file, STREAM, from, file.length);
            if (at < 0) {
                return false;
            }
            from = at + STREAM.length;
            if (at > 2 && file[at - 1] == 'd' && file[at - 2] == 'n' && file[at - 3] == 'e') {
                continue;
            }
            String dictionary = dictionary(file, at);
            // a name may be written with escapes: then it may be any
            if (!dictionary.contains("ObjStm") && !dictionary.contains("XRef") && !dictionary.contains("#")) {
                continue;
            }
            if (filters(dictionary) > 1) {
                return true;
            }
            total += inflated(file, start(file, from), most - total);
            if (total > most) {
                return true;
            }
        }
    }

    private static String dictionary(byte[] file, int stream) {
        int from = Math.max(0, stream - DICTIONARY);
        String text = new String(file, from, stream - from, StandardCharsets.ISO_8859_1);
        int object = text.lastIndexOf(" obj");
        return object < 0 ? text : text.substring(object);
    }

    private static int filters(String dictionary) {
        int count = 0;
        for (int at = dictionary.indexOf("Decode"); at >= 0; at = dictionary.indexOf("Decode", at + 1)) {
            if (!dictionary.startsWith("DecodeParms", at)) {
                count++;
            }
        }
        return count;
    }

    private static int start(byte[] file, int at) {
        int start = at;
        if (start < file.length && file[start] == '\r') {
            start++;
        }
        return start < file.length && file[start] == '\n' ? start + 1 : start;
    }

    private static long inflated(byte[] file, int from, long most) {
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[BUFFER];
        long count = 0;
        try {
            inflater.setInput(file, from, file.length - from);
            while (!inflater.finished() && count <= most) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                count += read;
            }
        } catch (DataFormatException notDeflated) {
            return count;
        } finally {
            inflater.end();
        }
        return count;
    }

    /** Where bytes stand, or -1. */
    static int find(byte[] file, byte[] what, int from, int to) {
        int last = to - what.length;
        for (int i = Math.max(0, from); i <= last; i++) {
            int k = 0;
            while (k < what.length && file[i + k] == what[k]) {
                k++;
            }
            if (k == what.length) {
                return i;
            }
        }
        return -1;
    }
}
