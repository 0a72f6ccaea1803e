package vn.quyche.core.api.document;

import java.time.Instant;

/**
 * A file that belongs to something.
 *
 * @param id its id
 * @param ownerType the kind of thing it belongs to, for example {@code group.directive}
 * @param ownerId the id of that thing
 * @param fileName the name to show, NFC, without folders
 * @param mediaType the type found by content
 * @param size bytes
 * @param sha256 the content
 * @param uploadedBy the account that brought it
 * @param at when
 * @param scanned whether a virus scanner saw it; false is shown to readers as "not scanned"
 */
public record Attachment(
        String id,
        String ownerType,
        String ownerId,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant at,
        boolean scanned) {

    /** Whether it is a picture, as {@code BC.6.8} counts them. */
    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
