package vn.quyche.core.api.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;

/**
 * Case files with their retention, and their way to the archive (NĐ 30/2020/NĐ-CP, Điều 28 to 31).
 *
 * <p>Who drafts documents ({@code document:draft}) keeps files of one's own; who holds {@code document:register} keeps all of
 * them and hands them over; who holds {@code document:read} sees all.
 */
@ProviderType
public interface CaseFiles {

    /** The most documents of a file. */
    int MOST_DOCUMENTS = 500;

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of code or title, without regard to case and diacritics
     */
    record Query(Optional<String> text, Optional<CaseFile.State> state, Optional<Integer> year) {

        /** Everything. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** A file to open, or its new entries; the fields are those of {@link CaseFile}. */
    record NewFile(String code, String title, int retentionYears) {}

    /**
     * A document in a file.
     *
     * @param place its place, the first is 1
     * @param author who issued it
     */
    record Item(
            int place,
            Direction direction,
            String documentId,
            String code,
            Optional<LocalDate> day,
            DocumentKind kind,
            String subject,
            String author) {}

    /** The files that the caller may see, newest first. */
    Page<CaseFile> list(Caller caller, Query query, PageRequest page);

    /** One file. */
    CaseFile get(Caller caller, String fileId);

    /** Whether the caller may change it now. */
    boolean mayChange(Caller caller, CaseFile file);

    /** The documents in it that the caller may see, by place; all of them, since the file is kept as a whole. */
    List<Item> items(Caller caller, String fileId);

    /**
     * Opens a file of this year.
     *
     * @param key idempotency key, blank for none
     * @return its id
     * @throws vn.quyche.core.api.error.Conflict {@code document.case-file-known} when the code is taken this year
     */
    String open(Caller caller, String key, NewFile entered);

    /** Changes an open file. */
    CaseFile change(Caller caller, String fileId, long version, NewFile entered);

    /** Puts documents into an open file that the caller may see: numbered or incoming ones. What is in it stays where it is. */
    CaseFile put(Caller caller, String fileId, Collection<String> documentIds);

    /** Takes a document out of an open file. */
    CaseFile take(Caller caller, String fileId, String documentId);

    /** Ends the work: the file takes no more documents, and goes to the archive within a year. */
    CaseFile close(Caller caller, String fileId);

    /** Hands closed files over to the archive; all of them or none. */
    void transfer(Caller caller, Collection<String> fileIds, String receiver);

    /** The list of the documents in a file. */
    PrintedDocument contents(Caller caller, String fileId);

    /** The list of the files of a year that were closed, with which they are handed over. */
    PrintedDocument transferList(Caller caller, int year);
}
