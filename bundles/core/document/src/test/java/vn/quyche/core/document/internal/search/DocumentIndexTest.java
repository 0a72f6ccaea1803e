package vn.quyche.core.document.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSearch.Query;

class DocumentIndexTest {

    @TempDir
    Path folder;

    /** After an upgrade a document is indexed with all that the new program looks for. */
    @Test
    void whatAnOlderProgramIndexedIsWrittenAgain() throws Exception {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            Document document = new Document();
            document.add(new StringField("id", "one", Field.Store.NO));
            document.add(new SortedDocValuesField("id", new BytesRef("one")));
            document.add(new NumericDocValuesField("version", 3));
            writer.addDocument(document);
        }

        try (DocumentIndex index = new DocumentIndex(folder)) {
            assertThat(index.versions()).isEmpty();

            index.put(new IndexedDocument(
                    "one", Direction.INTERNAL, DocumentKind.NOTICE, 2026, 3, Set.of("u-team"), "Giao ban", ""));
            index.commit();

            assertThat(index.versions()).isEqualTo(Map.of("one", 3L));
            assertThat(index.search(new Wanted(Query.of("giao ban"), Set.of(), Set.of("u-team")), Optional.empty(), 10))
                    .extracting(DocumentIndex.Found::id)
                    .containsExactly("one");
        }
    }
}
