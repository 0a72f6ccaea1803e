package vn.quyche.core.document.internal.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The index in a folder. One thread writes; any number searches and sees what was written when {@link #commit} returns. */
final class DocumentIndex implements Closeable {

    static final String HEAD = "head";
    static final String TEXT = "text";
    static final String DIRECTION = "direction";
    static final String KIND = "kind";
    static final String YEAR = "year";
    static final String READER = "reader";
    private static final String ID = "id";
    /** Named anew when more of a document is indexed: what an older index holds has no version then, and is written again. */
    private static final String VERSION = "version-2";

    private static final int BUFFER_MB = 16;
    /** The best first; of equals the newest. The id makes the order a total one, so that a page can go on behind any hit. */
    private static final Sort ORDER = new Sort(SortField.FIELD_SCORE, new SortField(ID, SortField.Type.STRING, true));

    /** A hit and its place in the order. */
    record Found(String id, float score) {}

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    /** Of the thread that writes. */
    private final Words words = new Words();

    /** Opens the index in a folder, a new one when there is none. */
    DocumentIndex(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        try {
            IndexWriterConfig config = new IndexWriterConfig();
            config.setRAMBufferSizeMB(BUFFER_MB);
            config.setCommitOnClose(true);
            writer = new IndexWriter(directory, config);
            searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Writes a document in place of what was written of it before. */
    void put(IndexedDocument one) throws IOException {
        Document document = new Document();
        document.add(new StringField(ID, one.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(one.id())));
        document.add(new NumericDocValuesField(VERSION, one.version()));
        document.add(new StringField(DIRECTION, one.direction().name(), Field.Store.NO));
        document.add(new StringField(KIND, one.kind().name(), Field.Store.NO));
        document.add(new StringField(YEAR, String.valueOf(one.year()), Field.Store.NO));
        for (String reader : one.readers()) {
            document.add(new StringField(READER, reader, Field.Store.NO));
        }
        document.add(new TextField(HEAD, new WordStream(words, one.head())));
        document.add(new TextField(TEXT, new WordStream(words, one.text())));
        writer.updateDocument(new Term(ID, one.id()), document);
    }

    /** Takes a document out. */
    void remove(String id) throws IOException {
        writer.deleteDocuments(new Term(ID, id));
    }

    /** Makes what was written durable and shows it. */
    void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** The versions of all documents in it, by id. */
    Map<String, Long> versions() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            Map<String, Long> versions = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                SortedDocValues ids = leaf.reader().getSortedDocValues(ID);
                NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), VERSION);
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = ids.nextDoc(); doc != SortedDocValues.NO_MORE_DOCS; doc = ids.nextDoc()) {
                    if ((live == null || live.get(doc)) && numbers.advanceExact(doc)) {
                        versions.put(ids.lookupOrd(ids.ordValue()).utf8ToString(), numbers.longValue());
                    }
                }
            }
            return versions;
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was found, the best first, behind a hit. */
    List<Found> search(Wanted wanted, Optional<Found> after, int limit) throws IOException {
        Optional<Query> query = new WordQuery(new Words()).of(wanted);
        if (query.isEmpty()) {
            return List.of();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            int last = searcher.getIndexReader().maxDoc() - 1;
            if (last < 0) {
                return List.of();
            }
            FieldDoc behind = after.map(found ->
                            new FieldDoc(last, Float.NaN, new Object[] {found.score(), new BytesRef(found.id())}))
                    .orElse(null);
            List<Found> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.searchAfter(behind, query.get(), limit, ORDER).scoreDocs) {
                Object[] keys = ((FieldDoc) hit).fields;
                found.add(new Found(((BytesRef) keys[1]).utf8ToString(), (Float) keys[0]));
            }
            return found;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (Directory closed = directory;
                IndexWriter ended = writer) {
            searchers.close();
        }
    }
}
