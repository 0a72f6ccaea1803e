package vn.quyche.group.api;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a directive an administrative act: its number, its time and its seal in the chain of its group (clause
 * BC.3.3).
 *
 * @param number its number, for example {@code 07/2026/N03}; empty for a draft
 * @param at when it was issued
 * @param previousHash the hash of the directive before it in the group; zeros for the first, empty for a draft
 * @param hash hex SHA-256 over its content, recipients and the previous hash; empty until it is sealed
 * @param sealVersion by which rule it is sealed: 1, 2 with its kind, or 3 with the units to which it is addressed
 */
public record Issuance(String number, Optional<Instant> at, String previousHash, String hash, int sealVersion) {

    /** By which rule directives are sealed now. */
    public static final int SEAL_VERSION = 3;

    /** That of a draft. */
    public static final Issuance NONE = new Issuance("", Optional.empty(), "", "", SEAL_VERSION);

    /** The same with its seal. */
    public Issuance sealed(String seal) {
        return new Issuance(number, at, previousHash, seal, sealVersion);
    }
}
