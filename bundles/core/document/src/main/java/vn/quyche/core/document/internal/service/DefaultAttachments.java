package vn.quyche.core.document.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.BlobStore;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.store.FileBlobStore;
import vn.quyche.core.document.internal.store.JpaAttachmentStore;

/** Files of things: screened, stored once by content, recorded. */
@Component(service = Attachments.class)
public final class DefaultAttachments implements Attachments {

    private static final String ATTACHMENT = "document.attachment";
    private static final int LONGEST_NAME = 255;

    private final Acts acts;
    private final Access access;
    private final Screening screening;
    private final FileBlobStore files;
    private final BlobStore blobs;
    private final JpaAttachmentStore store;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultAttachments(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Screening screening,
            @Reference FileBlobStore files,
            @Reference JpaAttachmentStore store,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.screening = screening;
        this.files = files;
        this.blobs = files;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Regulated({"BC.3.2", "BC.4.1", "BC.4.4"})
    public Attachment receive(Caller caller, String fileName, Source source, long limit) {
        String name = fileName(fileName);
        Act act = Act.create(ATTACHMENT, "document.receive-file", DocumentPermissions.UPLOAD, Scope.own(caller));
        if (!access.allows(caller, act.permission(), act.scope())) {
            // Not a byte is read; the attempt is recorded as any other.
            return acts.perform(caller, act, log -> {
                throw new Forbidden("core.forbidden", act.permission());
            });
        }
        try (InputStream content = source.open()) {
            FileBlobStore.Staged staged = files.stage(content, limit);
            try {
                // Reading and scanning take their time: outside of the transaction, which only records the outcome.
                Verdict verdict = staged.blob().size() == 0 ? nothing() : screening.file(name, staged.file());
                return acts.perform(caller, act, log -> record(caller, name, staged, verdict, log));
            } finally {
                files.discard(staged);
            }
        } catch (IOException e) {
            throw new Unavailable("document.storage-failed", e);
        }
    }

    @Override
    public void attach(Caller caller, List<String> attachmentIds, String ownerType, String ownerId) {
        for (String id : attachmentIds) {
            if (!get(id).uploadedBy().equals(caller.accountId())) {
                throw new Forbidden("document.not-uploader");
            }
            if (!store.own(id, ownerType, ownerId)) {
                throw new Conflict("document.already-attached");
            }
        }
    }

    @Override
    public List<Attachment> of(String ownerType, String ownerId) {
        return store.of(ownerType, ownerId);
    }

    @Override
    public Attachment get(String attachmentId) {
        return store.find(attachmentId).orElseThrow(() -> new NotFound("document.no-attachment"));
    }

    @Override
    public InputStream open(Attachment attachment) throws IOException {
        return blobs.open(attachment.sha256());
    }

    @Override
    public void detach(Caller caller, List<String> attachmentIds) {
        attachmentIds.forEach(this::get);
        attachmentIds.forEach(store::disown);
    }

    private Attachment record(Caller caller, String name, FileBlobStore.Staged staged, Verdict verdict, ActLog log) {
        if (staged.blob().size() == 0) {
            throw new Invalid("file", "document.empty");
        }
        verdict.refusal().ifPresent(finding -> {
            throw new Refused(finding.clause(), finding.code(), finding.where());
        });
        Attachment attachment = new Attachment(
                ids.next(),
                "",
                "",
                name,
                verdict.mediaType(),
                staged.blob().size(),
                staged.blob().sha256(),
                caller.accountId(),
                clock.instant(),
                verdict.virusScanned());
        try {
            files.keep(staged);
        } catch (IOException e) {
            throw new Unavailable("document.storage-failed", e);
        }
        store.insert(attachment);
        log.subject(attachment.id());
        log.changed(null, attachment);
        return attachment;
    }

    private static Verdict nothing() {
        return new Verdict(List.of(), "application/octet-stream", false);
    }

    /** The last part of the name, on one line, short enough to store; its ending stays. */
    private static String fileName(String given) {
        String line = VietnameseText.line(given == null ? "" : given);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        String name = last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new Invalid("file", "document.no-file-name");
        }
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST_NAME - ending.length();
        // A character of two halves is not cut in two.
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
