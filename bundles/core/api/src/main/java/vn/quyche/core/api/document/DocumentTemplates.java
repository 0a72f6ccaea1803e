package vn.quyche.core.api.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Templates of documents: Word files with fields, in the form of NĐ 30/2020/NĐ-CP. Some come with the product; the school
 * brings its own, replaces them, and switches off those that it does not use. Whoever drafts fills one and gets the
 * document as PDF, which is what is approved and signed, with the Word file beside it to go on writing in.
 *
 * <p>Reading and drafting takes {@code document:draft}, changing templates {@code document:register}.
 */
@ProviderType
public interface DocumentTemplates {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of the name, without regard to case and diacritics
     * @param kind for which kind
     * @param active whether it may be used
     */
    record Query(Optional<String> text, Optional<DocumentKind> kind, Optional<Boolean> active) {

        /** Those that may be used. */
        public static Query usable() {
            return new Query(Optional.empty(), Optional.empty(), Optional.of(true));
        }

        /** Everything. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A template.
     *
     * @param id its id
     * @param kind the kind of document that it makes
     * @param name its name
     * @param shipped whether it came with the product
     * @param active whether it may be used
     * @param latest the number of its latest version; 0 is the one that came with the product
     * @param version for {@code If-Match}
     */
    record Template(
            String id, DocumentKind kind, String name, boolean shipped, boolean active, int latest, long version) {}

    /**
     * A field that the form asks for.
     *
     * @param name by what it is entered
     * @param label what the form calls it
     * @param lines whether it takes paragraphs, each on a line of its own
     * @param required whether it must be filled
     */
    record TemplateField(String name, String label, boolean lines, boolean required) {}

    /**
     * The fields of a template.
     *
     * @param asked what is asked for, in the order of the text
     * @param known the labels of what the document fills by itself
     */
    record Fields(List<TemplateField> asked, List<String> known) {

        public Fields {
            asked = List.copyOf(asked);
            known = List.copyOf(known);
        }
    }

    /**
     * A version of a template that the school brought.
     *
     * @param number counts from 1
     * @param fileId its file
     * @param sha256 the content of the file
     * @param by who brought it, a name
     * @param at when
     * @param note what is new in it, may be empty
     */
    record Version(int number, String fileId, String sha256, String by, Instant at, String note) {}

    /**
     * A template to bring, or its next version.
     *
     * @param fileId the received Word file; empty when only name or kind change
     */
    record NewTemplate(DocumentKind kind, String name, String fileId, String note) {}

    /**
     * From what a document was made.
     *
     * @param templateId the template
     * @param templateVersion the version of it
     * @param texts what was entered, by the names of the fields
     */
    record Filling(String templateId, int templateVersion, Map<String, String> texts) {

        public Filling {
            texts = Map.copyOf(texts);
        }
    }

    /** Templates: the school's own in the order in which they came, then those of the product. */
    Page<Template> list(Caller caller, Query query, PageRequest page);

    /** One template. */
    Template get(Caller caller, String templateId);

    /** The versions that the school brought, the latest first; 200 at most. */
    List<Version> versions(Caller caller, String templateId);

    /** The Word file of a version; 0 is what came with the product. */
    byte[] content(Caller caller, String templateId, int number);

    /** The fields of the latest version. */
    Fields fields(Caller caller, String templateId);

    /**
     * Brings a template.
     *
     * @param key idempotency key, blank for none
     * @return its id
     */
    String add(Caller caller, String key, NewTemplate entered);

    /** Changes a template; with a file it gets its next version, which is used from now on. */
    Template change(Caller caller, String templateId, long version, NewTemplate entered);

    /** Says whether a template may be used. */
    Template use(Caller caller, String templateId, boolean active);

    /**
     * Drafts a document from the latest version of a template.
     *
     * @param key idempotency key, blank for none
     * @param entered what is entered about the document; its kind and its file come from the template
     * @param texts what is entered in the fields, by their names
     * @return the id of the document
     */
    String draft(Caller caller, String key, String templateId, NewOutgoing entered, Map<String, String> texts);

    /** Makes the next version of a document from the latest version of a template; see {@link OutgoingDocuments#revise}. */
    OutgoingDocument revise(
            Caller caller,
            String documentId,
            long version,
            String templateId,
            NewOutgoing entered,
            Map<String, String> texts);

    /** From what the latest version of a document was made; empty when it was brought as a file. */
    Optional<Filling> filling(Caller caller, String documentId);
}
