package vn.quyche.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.core.api.security.Caller;

/** Attachments in memory, with the rules and the error codes of the real ones. Ids are {@code attachment-1} and so on. */
public final class FakeAttachments implements Attachments {

    private record Stored(Attachment attachment, byte[] content) {}

    private final Screening screening;
    private final Clock clock;
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private int last;

    /** Takes everything. */
    public FakeAttachments(Clock clock) {
        this(new FakeScreening(), clock);
    }

    /** Takes what the screening allows; it is asked with the file name and a path that does not exist. */
    public FakeAttachments(Screening screening, Clock clock) {
        this.screening = screening;
        this.clock = clock;
    }

    /** Receives a file in one line. */
    public Attachment receive(Caller caller, String fileName, byte[] content) {
        return receive(caller, fileName, () -> new ByteArrayInputStream(content), Long.MAX_VALUE);
    }

    @Override
    public synchronized Attachment receive(Caller caller, String fileName, Source source, long limit) {
        byte[] content;
        Verdict verdict;
        try (InputStream in = source.open()) {
            content = in.readAllBytes();
            verdict = screening.file(fileName, Path.of("not-there"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (content.length == 0) {
            throw new Invalid("file", "document.empty");
        }
        if (content.length > limit) {
            throw new Invalid("file", "document.too-large", Math.max(1, limit >> 20));
        }
        verdict.refusal().ifPresent(finding -> {
            throw new Refused(finding.clause(), finding.code(), finding.where());
        });
        Attachment attachment = new Attachment(
                "attachment-" + ++last,
                "",
                "",
                fileName,
                verdict.mediaType(),
                content.length,
                sha256(content),
                caller.accountId(),
                clock.instant(),
                verdict.virusScanned());
        stored.put(attachment.id(), new Stored(attachment, content));
        return attachment;
    }

    @Override
    public synchronized void attach(Caller caller, List<String> attachmentIds, String ownerType, String ownerId) {
        for (String id : attachmentIds) {
            Attachment attachment = get(id);
            if (!attachment.uploadedBy().equals(caller.accountId())) {
                throw new Forbidden("document.not-uploader");
            }
            if (!attachment.ownerId().isEmpty()) {
                throw new Conflict("document.already-attached");
            }
        }
        attachmentIds.forEach(id -> own(id, ownerType, ownerId));
    }

    @Override
    public synchronized List<Attachment> of(String ownerType, String ownerId) {
        return stored.values().stream()
                .map(Stored::attachment)
                .filter(a -> a.ownerType().equals(ownerType) && a.ownerId().equals(ownerId))
                .toList();
    }

    @Override
    public synchronized Attachment get(String attachmentId) {
        return find(attachmentId).attachment();
    }

    @Override
    public synchronized InputStream open(Attachment attachment) {
        return new ByteArrayInputStream(find(attachment.id()).content());
    }

    @Override
    public synchronized void detach(Caller caller, List<String> attachmentIds) {
        attachmentIds.forEach(this::get);
        attachmentIds.forEach(id -> own(id, "", ""));
    }

    private Stored find(String id) {
        Stored found = stored.get(id);
        if (found == null) {
            throw new NotFound("document.no-attachment");
        }
        return found;
    }

    private void own(String id, String ownerType, String ownerId) {
        Stored old = stored.get(id);
        Attachment a = old.attachment();
        stored.put(
                id,
                new Stored(
                        new Attachment(
                                a.id(),
                                ownerType,
                                ownerId,
                                a.fileName(),
                                a.mediaType(),
                                a.size(),
                                a.sha256(),
                                a.uploadedBy(),
                                a.at(),
                                a.scanned()),
                        old.content()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
