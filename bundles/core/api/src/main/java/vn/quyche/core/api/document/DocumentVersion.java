package vn.quyche.core.api.document;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a draft.
 *
 * @param number counts from 1
 * @param fileId its file
 * @param sha256 the content of the file
 * @param by who brought it, a name
 * @param at when
 * @param note what is new in it, may be empty
 * @param made from what it was made; empty when it was brought as a file
 */
public record DocumentVersion(
        int number, String fileId, String sha256, String by, Instant at, String note, Optional<Made> made) {

    /**
     * From what a version was made.
     *
     * @param templateId the template
     * @param templateVersion the version of the template
     * @param templateSha256 the content of that version
     * @param wordFileId the Word file, to go on writing in
     */
    public record Made(String templateId, int templateVersion, String templateSha256, String wordFileId) {}
}
