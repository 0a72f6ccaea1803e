package vn.quyche.core.directory.internal.service.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a zip that may not unpack to more than is sensible, whatever the zip says about its size. */
final class LimitedPart extends FilterInputStream {

    private static final long SMALL = 1 << 20;

    private final long most;
    private long seen;

    LimitedPart(InputStream in, long packed, TableLimits limits) {
        super(in);
        long byRatio = Math.max(SMALL, Math.max(0, packed) * limits.maxRatio());
        this.most = Math.min(limits.maxUnpacked(), byRatio);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long n) {
        seen += n;
        if (seen > most) {
            throw TableFiles.invalid("directory.import-bomb");
        }
    }
}
