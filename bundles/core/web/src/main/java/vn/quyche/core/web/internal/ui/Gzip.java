package vn.quyche.core.web.internal.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses as far as it goes: pages and their parts travel over slow lines, and are small. */
final class Gzip extends GZIPOutputStream {

    private Gzip(OutputStream out) throws IOException {
        super(out);
        def.setLevel(Deflater.BEST_COMPRESSION);
    }

    /** Compresses what is written, into another stream. */
    static OutputStream to(OutputStream out) throws IOException {
        return new Gzip(out);
    }

    static byte[] of(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 3);
        try (OutputStream zip = new Gzip(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }
}
