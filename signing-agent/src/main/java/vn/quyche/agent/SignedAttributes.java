package vn.quyche.agent;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What a signature of a document is made over: a set of signed attributes (CMS, RFC 5652) with the hash of the content. Nothing
 * else is signed, so that no page gets a proof for something else, a sign-in for example, under the name of a document.
 */
final class SignedAttributes {

    private static final int SET = 0x31;
    private static final int SEQUENCE = 0x30;
    private static final int OID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int SHA256 = 32;
    /** 1.2.840.113549.1.9.4, the hash of what is signed. */
    private static final byte[] MESSAGE_DIGEST = HexFormat.of().parseHex("2a864886f70d010904");
    /** 1.2.840.113549.1.9.3, of which sort it is. */
    private static final byte[] CONTENT_TYPE = HexFormat.of().parseHex("2a864886f70d010903");

    private final byte[] data;
    private int at;

    private SignedAttributes(byte[] data) {
        this.data = data;
    }

    /** The hash of the document, hexadecimal; empty when the data are nothing of the sort. */
    static Optional<String> digest(byte[] data) {
        try {
            return new SignedAttributes(data).read();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<String> read() {
        if (enter(SET) != data.length) {
            return Optional.empty();
        }
        Optional<String> digest = Optional.empty();
        boolean typed = false;
        while (at < data.length) {
            int end = enter(SEQUENCE);
            byte[] name = value(OID);
            int values = enter(SET);
            if (values != end) {
                return Optional.empty();
            }
            typed |= java.util.Arrays.equals(name, CONTENT_TYPE);
            if (java.util.Arrays.equals(name, MESSAGE_DIGEST)) {
                byte[] hash = value(OCTETS);
                digest = hash.length == SHA256 ? Optional.of(HexFormat.of().formatHex(hash)) : Optional.empty();
            }
            at = end;
        }
        return typed ? digest : Optional.empty();
    }

    /** Steps into an element; gives where it ends. */
    private int enter(int tag) {
        if ((data[at++] & 0xFF) != tag) {
            throw new IndexOutOfBoundsException();
        }
        int length = data[at++] & 0xFF;
        if (length > 0x80) {
            int bytes = length - 0x80;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = Math.addExact(Math.multiplyExact(length & 0x7FFFFF, 256), data[at++] & 0xFF);
            }
        }
        int end = at + length;
        if (end > data.length || end < at) {
            throw new IndexOutOfBoundsException();
        }
        return end;
    }

    private byte[] value(int tag) {
        int end = enter(tag);
        byte[] value = java.util.Arrays.copyOfRange(data, at, end);
        at = end;
        return value;
    }
}
