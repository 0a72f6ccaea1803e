package vn.quyche.core.document.internal.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Reads a content and fails at its end when the bytes no longer match their hash. */
public final class VerifiedStream extends FilterInputStream {

    private final String expected;
    private final MessageDigest digest = Sha256.digest();
    private boolean checked;

    public VerifiedStream(InputStream content, String expected) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
        } else if (read < 0 && !checked) {
            checked = true;
            if (!Sha256.hex(digest).equals(expected)) {
                throw new IOException("the stored content " + expected + " was altered");
            }
        }
        return read;
    }

    /** Skipped bytes must be hashed too. */
    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        byte[] buffer = new byte[8192];
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
