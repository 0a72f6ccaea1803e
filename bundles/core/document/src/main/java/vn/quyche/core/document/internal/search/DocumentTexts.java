package vn.quyche.core.document.internal.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.document.internal.store.JpaIncomingStore;
import vn.quyche.core.document.internal.store.JpaOutgoingStore;

/** Gathers what is searched of documents: what is entered about them, and the text of their files. */
@Component(service = DocumentTexts.class)
public final class DocumentTexts {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentTexts.class);
    private static final int MOST_OF_A_FILE = 300_000;
    private static final int MOST_FILES = 20;

    private final JpaOutgoingStore outgoing;
    private final JpaIncomingStore incoming;
    private final Attachments attachments;
    private final Screening screening;
    private final Directory directory;
    private final Path folder;

    @Activate
    public DocumentTexts(
            BundleContext context,
            @Reference JpaOutgoingStore outgoing,
            @Reference JpaIncomingStore incoming,
            @Reference Attachments attachments,
            @Reference Screening screening,
            @Reference Directory directory) {
        this(
                Path.of(context.getProperty("quyche.data"), "tmp", "search"),
                outgoing,
                incoming,
                attachments,
                screening,
                directory);
    }

    /** @param folder for files while they are read */
    public DocumentTexts(
            Path folder,
            JpaOutgoingStore outgoing,
            JpaIncomingStore incoming,
            Attachments attachments,
            Screening screening,
            Directory directory) {
        this.folder = folder;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.attachments = attachments;
        this.screening = screening;
        this.directory = directory;
    }

    /**
     * What is searched of documents of one direction.
     *
     * @throws vn.quyche.core.api.error.Unavailable when files cannot be read now
     */
    List<IndexedDocument> of(Direction direction, Collection<String> ids) {
        return direction == Direction.OUTGOING ? outgoing(ids) : incoming(ids);
    }

    /** What is entered about an outgoing document. */
    public static String head(OutgoingDocument document, Collection<String> people) {
        return joined(
                document.code(),
                kind(document.kind()),
                document.subject(),
                String.join(" ", document.recipients()),
                document.authorName(),
                String.join(" ", people),
                document.day().map(VietnamTime::day).orElse(""),
                document.remark(),
                document.reason());
    }

    /** What is entered about an incoming document. */
    public static String head(IncomingDocument document, Collection<String> people) {
        return joined(
                String.valueOf(document.number()),
                document.code(),
                kind(document.kind()),
                document.subject(),
                document.sender(),
                document.day().map(VietnamTime::day).orElse(""),
                VietnamTime.day(document.arrivedOn()),
                String.join(" ", people),
                document.opinion(),
                document.outcome(),
                document.remark());
    }

    private List<IndexedDocument> outgoing(Collection<String> ids) {
        List<OutgoingDocument> documents = outgoing.those(ids);
        Map<String, String> names = directory.names(
                documents.stream().map(OutgoingDocument::signerId).collect(Collectors.toSet()));
        List<IndexedDocument> indexed = new ArrayList<>();
        for (OutgoingDocument document : documents) {
            List<String> files = document.form() == SignatureForm.HAND
                    ? List.of(document.fileId(), document.signedFileId())
                    : List.of(document.fileId());
            indexed.add(new IndexedDocument(
                    document.id(),
                    Direction.OUTGOING,
                    document.kind(),
                    document.year() > 0
                            ? document.year()
                            : VietnamTime.at(document.createdAt()).getYear(),
                    document.version(),
                    readers(document),
                    head(document, List.of(names.getOrDefault(document.signerId(), ""))),
                    text(files.stream()
                            .filter(id -> !id.isEmpty())
                            .map(this::found)
                            .filter(Objects::nonNull)
                            .toList())));
        }
        return indexed;
    }

    /** Who makes it; once it is issued, also those of the school among whom it circulates. */
    private static Set<String> readers(OutgoingDocument document) {
        Stream<String> circle = document.issuedAt().isPresent()
                ? document.circulation().stream().map(Assignee::id)
                : Stream.empty();
        return Stream.concat(Stream.of(document.authorId(), document.approverId(), document.signerId()), circle)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private List<IndexedDocument> incoming(Collection<String> ids) {
        List<IndexedDocument> indexed = new ArrayList<>();
        for (IncomingDocument document : incoming.those(ids)) {
            List<Assignee> assignees = Stream.concat(document.lead().stream(), document.collaborators().stream())
                    .toList();
            indexed.add(new IndexedDocument(
                    document.id(),
                    Direction.INCOMING,
                    document.kind(),
                    document.year(),
                    document.version(),
                    assignees.stream().map(Assignee::id).toList(),
                    head(document, names(assignees)),
                    text(attachments.of("document.incoming", document.id()))));
        }
        return indexed;
    }

    private List<String> names(List<Assignee> assignees) {
        Map<String, String> people = directory.names(
                assignees.stream().filter(one -> !one.unit()).map(Assignee::id).collect(Collectors.toSet()));
        return assignees.stream()
                .map(one -> one.unit()
                        ? directory.unit(one.id()).map(Unit::name).orElse("")
                        : people.getOrDefault(one.id(), ""))
                .toList();
    }

    private Attachment found(String id) {
        try {
            return attachments.get(id);
        } catch (NotFound e) {
            return null;
        }
    }

    private String text(List<Attachment> files) {
        StringBuilder text = new StringBuilder();
        for (Attachment file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
            text.append(file.fileName()).append('\n');
            if (!file.picture()) {
                try {
                    text.append(text(file)).append('\n');
                } catch (IOException e) {
                    // No room for a copy, for example.
                    throw new Unavailable("document.storage-failed", e);
                }
            }
        }
        return text.toString();
    }

    private String text(Attachment file) throws IOException {
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, "file", "");
        try {
            try (InputStream in = attachments.open(file)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | NotFound e) {
                // Missing or altered: document:verify names it. The document can be found by what is entered about it.
                LOG.warn("The content of file {} cannot be read; its text is not searched", file.id());
                return "";
            }
            return screening.textOf(file.fileName(), copy, MOST_OF_A_FILE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String kind(DocumentKind kind) {
        return kind.title() + " " + kind.code();
    }

    private static String joined(String... parts) {
        return String.join("\n", parts);
    }
}
