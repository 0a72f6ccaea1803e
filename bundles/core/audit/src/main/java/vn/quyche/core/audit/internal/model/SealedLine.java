package vn.quyche.core.audit.internal.model;

/**
 * A line with its place in the chain.
 *
 * @param number its place, from 1
 * @param line what it says
 * @param contentHash the hash of what it said when it was written
 * @param prevHash the hash of the line that it followed when it was sealed
 * @param hash its own chain hash
 */
public record SealedLine(long number, Line line, String contentHash, String prevHash, String hash) {

    /** Whether it still says what was written and sealed. */
    boolean whole() {
        return line.contentHash().equals(contentHash)
                && Hashes.chain(prevHash, contentHash).equals(hash);
    }
}
