package vn.quyche.signing.internal.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The list at the end of a container. Some programs read the entries one after the other, others by this list: only where both see
 * the same files does it matter not by which one a container was verified and by which it is opened.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 200;

    private final byte[] file;
    private final ByteBuffer bytes;

    private ZipDirectory(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Whether the list names these entries in their order, each where it is, and ends the file.
     *
     * @param names the entries as they stand one after the other
     */
    static boolean tells(byte[] file, List<String> names) {
        try {
            return new ZipDirectory(file).entries().equals(names);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return false;
        }
    }

    private List<String> entries() {
        int end = end();
        int count = bytes.getShort(end + 10) & 0xFFFF;
        int at = bytes.getInt(end + 16);
        require(at + bytes.getInt(end + 12) == end);
        List<String> names = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < count; i++) {
            require(bytes.getInt(at) == ENTRY);
            int length = bytes.getShort(at + 28) & 0xFFFF;
            String name = text(at + ENTRY_SIZE, length);
            int local = bytes.getInt(at + 42);
            require(local > before && bytes.getInt(local) == LOCAL);
            require(name.equals(text(local + LOCAL_SIZE, bytes.getShort(local + 26) & 0xFFFF)));
            names.add(name);
            before = local;
            at += ENTRY_SIZE + length + (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
        }
        require(at == end);
        return names;
    }

    /** The end of the list is the end of the file, but for a short comment: containers say there what they are. */
    private int end() {
        for (int comment = 0; comment <= LONGEST_COMMENT; comment++) {
            int at = file.length - END_SIZE - comment;
            if (bytes.getInt(at) == END && (bytes.getShort(at + 20) & 0xFFFF) == comment) {
                require(comment == 0 || text(at + END_SIZE, comment).startsWith("mimetype="));
                return at;
            }
        }
        throw new IllegalArgumentException("no list");
    }

    private String text(int from, int length) {
        return new String(file, from, length, StandardCharsets.UTF_8);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("not as it should be");
        }
    }
}
