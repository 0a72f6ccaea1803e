package vn.quyche.core.api.document;

/**
 * A stored content.
 *
 * @param sha256 lower-case hex of its SHA-256, also its id
 * @param size bytes
 */
public record Blob(String sha256, long size) {}
